# Yr hyn y mae rhywun yn ei osod iddo’i hun.
# A draft: no translator has read it yet.

settings-language = Ym mha iaith y mae’r ap yn siarad?
settings-language-rules = Bydd eich rheolau a’r papurau ar gyfer y cofrestrydd yn aros yn Saesneg, beth bynnag a ddewiswch yma.
settings-language-draft = Drafft yw’r Gymraeg yma. Nid oes cyfieithydd wedi’i darllen eto. Dangosir yn Saesneg yr hyn nad oes geiriau Cymraeg ar ei gyfer eto.
settings-language-save = Defnyddio’r iaith hon
settings-who = Pwy sy’n gweithio yma?
settings-name = Eich enw
settings-name-hint = Bydd yn yr hanes wrth ymyl yr hyn a wnewch o hyn ymlaen. Pan ddaw dau gopi o fenter ynghyd, mae’n dweud pwy ysgrifennodd beth. Mae ym mhob ffeil lawn a drosglwyddwch.
settings-name-save = Cadw fy enw
settings-size = Pa mor fawr yw popeth?
settings-size-now = { $size }% nawr. Gallwch hefyd wasgu Ctrl gyda + neu −, a Ctrl gyda 0 am y maint arferol.
settings-larger = Mwy
settings-smaller = Llai
settings-usual-size = Maint arferol
# needs a translator
settings-passphrase = Cyfrinymadrodd
settings-passphrase-means = Mae cyfrinymadrodd yn cadw’ch mentrau cydweithredol yn annarllenadwy i bwy bynnag a ddaw o hyd i’r cyfrifiadur hwn.
settings-passphrase-change = Newid neu dynnu’r cyfrinymadrodd, neu gloi nawr
settings-colours = Lliwiau
settings-colours-means = Mae Toad Lane yn dilyn eich cyfrifiadur: golau neu dywyll, mwy o gyferbyniad, neu’ch lliwiau eich hun.
go-to-desk = Mynd at eich mentrau
# needs a translator
settings-models = Rheolau corff noddi
settings-models-means = Gall menter ddilyn rheolau enghreifftiol ffederasiwn neu gorff arall yn lle rhai Toad Lane ei hun.
settings-to-models = Ychwanegu rheolau enghreifftiol, neu weld pa rai sydd yma
settings-law = Ffigurau’r gyfraith
settings-law-means = Mae ffioedd, terfynau a dyddiadau’r gyfraith yn newid. Gellir cymryd rhai mwy diweddar i mewn o ffeil.
settings-to-law = Cymryd ffigurau mwy diweddar i mewn, neu weld pa rai a ddefnyddir
