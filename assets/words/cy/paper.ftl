# Un o bapurau’r pecyn, fesul tudalen.
# A draft: no translator has read it yet.

paper-title = Un o bapurau’r pecyn
paper-number = papur { $number }
paper-draft = <strong>Drafft:</strong> mae rhywbeth yn dal i atal y pecyn terfynol, felly mae pob tudalen yn dweud DRAFT.
paper-before = Tudalen flaenorol
paper-next = Tudalen nesaf
paper-page = Tudalen
paper-of = o { $pages }
paper-go = Mynd
paper-how-large = Pa mor fawr
paper-fit = Ffitio’r lled
paper-size = { $size }%
paper-as-printed = Y dudalen fel y caiff ei hargraffu
paper-as-text = Darllen tudalen { $page } fel testun
paper-keys = Dyma’r hyn a argreffir, lythyren wrth lythyren. Mae <kbd>Ctrl</kbd> <kbd>Page Down</kbd> yn troi i’r dudalen nesaf, a <kbd>Ctrl</kbd> <kbd>Page Up</kbd> i’r dudalen flaenorol.
paper-word-means = Mae ffeil Word o’r papur hwn ar gyfer ei newid, fel gyda llythyr. Llofnodwch ac anfonwch y PDF o’r pecyn.
paper-say-page = Tudalen { $page } o { $pages }
