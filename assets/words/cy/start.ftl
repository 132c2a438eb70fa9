# Dechrau menter gydweithredol: ei math, ei ffurf gyfreithiol, ei lleoliad a’i henw.
# A draft: no translator has read it yet.

start-heading = Dechrau menter gydweithredol
start-lead = Dewiswch un o’r tair ffordd hyn i mewn. Neu llenwch y dudalen hon: i bwy y mae, ble mae ei swyddfa, a beth yw ei henw. Daw pob cwestiwn arall fesul un.
start-find = Ddim yn siŵr pa fath? Atebwch saith cwestiwn
start-find-means = Maent yn arwain at fath o fenter a ffurf gyfreithiol, gyda’r rhesymau, ac yn gosod y ffurfiau ochr yn ochr.
start-sector = Dechrau o’ch sector
start-sector-means = Siop, tafarn, asiantaeth, cartrefi, ynni a mwy: dechrau gydag atebion i’w trafod, ac enghraifft i ddysgu ohoni.
start-kinds = I bwy y mae, a beth fydd yn ôl y gyfraith?
start-most = hwn yw dewis y rhan fwyaf
start-begin = Dechrau
start-not-now = Nid nawr
start-nation = Ble bydd ei swyddfa?
start-northern-ireland = Mae gan Ogledd Iwerddon ei chyfraith a’i chofrestrydd ei hun ar gyfer mentrau cydweithredol. Nid yw Toad Lane yn eu hadnabod, felly ni all helpu yno.
start-name-heading = Beth fydd ei henw?
start-name = Enw, hyd y gwyddoch
field-may-stay-empty = (gall aros yn wag)
start-begun = Wedi dechrau. Cedwir popeth a wnewch ar unwaith.
starters-begin-from-your = Dechrau o’ch sector
starters-each-one-proposes = Mae pob un yn cynnig math o fenter, pwrpas a rhai atebion. Rydych yn eu trafod, yn newid yr hyn a fynnwch, ac yn cytuno.
starters-find = Nid yw yno? <a>Atebwch saith cwestiwn</a>,
starters-choose = neu <a>dewiswch drosoch eich hunain</a>.
starter-what-others-in = Yr hyn y mae eraill yn y sector yn ei benderfynu
starter-what-to-see = Beth arall i ofalu amdano
starter-laws-less-sure = Nid cyfreithiau’r fenter ei hun yw’r rhain, a gwiriwyd hwy’n llai manwl. Gofynnwch i bwy bynnag sy’n rhoi’r drwydded cyn dibynnu arnynt.
starter-an-example-to = Enghraifft i ddysgu ohoni
starter-put-the-example = Ychwanegu’r enghraifft at eich mentrau
starter-what-it-proposes = Yr hyn y mae’n ei gynnig
starter-all-of-it = Cynigiwyd y cyfan, ni chytunwyd arno. Mae pob cwestiwn arall yn dechrau gyda’i ateb arferol.
starter-what-will-it = Beth fydd yn ôl y gyfraith?
starter-suits-best = yn gweddu orau
starter-begin-with-these = Dechrau gyda’r atebion hyn
starter-another-sector = Sector arall
starter-say-example = Mae’r enghraifft yn eich rhestr.
find-which-kind-of = Pa fath o fenter gydweithredol sy’n gweddu i chi?
find-seven-questions-answer = Saith cwestiwn. Atebwch y cyntaf; gadewch yn agored yr hyn na wyddoch eto. Ni chedwir dim yma.
find-many = Gallwch ddewis mwy nag un.
find-show-what-suits = Dangos beth sy’n gweddu i ni
find-choose-without-questions = Dewis heb gwestiynau
found-title = Beth sy’n gweddu i chi
found-this-is-what = Dyma lle mae eich atebion yn arwain. Cyngor ydyw: cewch ddewis fel arall.
found-look-out = Gwyliwch rhag
found-which-legal-form = Pa ffurf gyfreithiol?
found-the-first-suits = Y gyntaf sy’n gweddu orau i’ch atebion. Byddai’r lleill yn gwneud y tro hefyd.
found-only-one-form = Dim ond un ffurf sy’n gweddu.
found-what = Beth
found-suits-best = yn gweddu orau
found-fees-and-limits = Mae ffioedd a therfynau yn newid. Cadarnhewch nhw gyda’r cofrestrydd cyn talu.
# needs a translator: $form is the English name of a legal form.
found-begin = Dechrau fel { $form }
found-choose-otherwise = Dewis fel arall
found-answer-the-questions = Ateb y cwestiynau eto
found-legal-forms-side = Ffurfiau cyfreithiol ochr yn ochr
# needs a translator
start-models = Rheolau corff noddi
start-models-means = Mae gennych reolau enghreifftiol ffederasiwn neu gorff arall, mewn ffolder. Ychwanegwch nhw yma’n gyntaf.
