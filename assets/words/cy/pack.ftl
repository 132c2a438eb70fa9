# Y pecyn a’i bapurau.
# A draft: no translator has read it yet.

pack-the-draft-is = Mae’r drafft wedi’i wneud
pack-the-pack-is = Mae’r pecyn wedi’i wneud
pack-papers-are-in = Mae { $count } o bapurau yn y ffolder <strong>{ $folder }</strong>, yn { $within }.
# needs a translator
pack-seal = Sêl <span class="seal">{ $seal }</span>: fe’i cedwir yn manifest.json, wrth ymyl y papurau. Os newidir un llythyren o bapur wedyn, nid yw’n cyfateb mwyach.
pack-read-everything-once = Darllenwch bopeth unwaith eto, argraffwch yr hyn sydd i’w lofnodi, ac anfonwch yr hyn sydd i’r cofrestrydd.
pack-the-file-is = Mae’r ffeil wedi’i chadw
pack-file-is-called = Ei henw yw <strong>{ $file }</strong>, yn { $within }.
pack-the-pack = Y pecyn
pack-lead = { $papers } o bapurau, { $pages } o dudalennau: popeth sydd ei angen i gofrestru, i lofnodi ac i gadw.
# needs a translator
pack-warnings = { $count ->
    [one] Ni chywirwyd ac ni dderbyniwyd 1 rhybudd.
    [two] Ni chywirwyd ac ni dderbyniwyd 2 rybudd.
   *[other] Ni chywirwyd ac ni dderbyniwyd { $count } rhybudd.
}
pack-see-the-checks = Gweld y gwiriadau
pack-nothing-stops = Does dim byd yn atal y pecyn terfynol. Chi sy’n dewis i ble mae’r ffolder “{ $folder }” yn mynd.
pack-make-the-final = Gwneud y pecyn terfynol
pack-make-a-draft = Gwneud drafft
pack-stopped = { $count ->
    [one] Mae 1 peth yn atal y pecyn terfynol
    [two] Mae 2 beth yn atal y pecyn terfynol
   *[other] Mae { $count } o bethau yn atal y pecyn terfynol
}
pack-a-draft-can = Gellir gwneud drafft ar unrhyw adeg. Mae pob tudalen ohono yn dweud DRAFT.
pack-what-is-in = Beth sydd ynddo
pack-open-a-paper = Agorwch bapur i weld pob tudalen fel y caiff ei hargraffu. Llenwir bylchau â llaw.
pack-no = Rhif
pack-paper = Papur
pack-what-for = At beth
pack-who-signs = Pwy sy’n llofnodi
pack-how-far = Pa mor bell
pack-pages = Tudalennau
pack-private = preifat
pack-nobody = Neb
pack-draft = Drafft
# needs a translator
pack-blanks = { $count ->
    [one] 1 bwlch
    [two] 2 fwlch
   *[other] { $count } bwlch
}
pack-ready = Yn barod
pack-who-signs-what = Pwy sy’n llofnodi beth
pack-do-not-sign = { $count } lle i lofnodi. Peidiwch â llofnodi eto: mae rhywbeth yn dal i atal y pecyn terfynol.
pack-signed = { $back } o { $all } wedi’u llofnodi ac yn ôl
pack-cover-sheet = Mae’r <a>ddalen glawr</a> yn dweud ym mha drefn. Ticiwch le pan fydd y ddalen wedi’i llofnodi yn ôl gyda chi. Mae ticiau yn aros ar y cyfrifiadur hwn: nid ydynt mewn unrhyw ffeil a drosglwyddwch.
pack-place = { $signer }, tudalen { $page }
pack-signed-and-back = : wedi’i llofnodi ac yn ôl
pack-the-paper-changed = Newidiodd y papur ers ei lofnodi. Trefnwch iddo gael ei lofnodi eto.
pack-other-editions-of = Argraffiadau eraill o’r rheolau
pack-the-same-rules = Yr un rheolau ar gyfer darllenwyr eraill. Mae’r un a lofnodir yn y pecyn.
pack-while-something-stops = Tra bo rhywbeth yn atal y pecyn terfynol, mae pob un yn dweud DRAFT.
pack-calendar = Dyddiadau i’ch calendr
pack-calendar-lead = Unwaith y bydd y fenter yn bod, gallwch gadw’r hyn sy’n ddyledus yn ei thair blynedd gyntaf. Mae rhaglenni calendr yn agor y ffeil. Mae larwm bythefnos cyn pob dyddiad.
pack-calendar-when = Pryd dechreuodd y fenter?
pack-calendar-hint = Y diwrnod ar y prawf cofrestru, er enghraifft 1 12 2026. Os nad oes neb yn ei chofrestru, diwrnod y cyfarfod sefydlu.
pack-calendar-save = Cadw’r dyddiadau
pack-make-the-pack = Gwneud y pecyn
pack-the-papers-of = Papurau’r pecyn
edition-title = Argraffiad o’r rheolau
edition-see-pages = Gweld ei dudalennau
edition-explained = Gydag esboniad
edition-explained-means = Pob rheol wrth ymyl ei hystyr a’r hyn a ddewiswyd gennych. I’w ddarllen cyn y cyfarfod sefydlu.
edition-save-pdf = Cadw fel PDF
edition-summary = Crynodeb
edition-summary-means = Dwy dudalen mewn geiriau plaen, i bobl sy’n ymuno’n ddiweddarach.
edition-large-print = Print bras
edition-large-print-means = Llythrennau 18 pwynt, i bobl sy’n gweld yn llai da.
# needs a translator
edition-marked = Wedi’i farcio
edition-marked-means = Yr hyn sy’n wahanol i atebion arferol y model, gyda thabl o’r newidiadau. I gynghorydd neu’r cofrestrydd.
edition-marked-model-means = Yr hyn sy’n wahanol i eiriau’r model ei hun gyda’r un atebion, gyda thabl o’r newidiadau.
edition-marked-moment-means = Yr hyn a newidiodd yn y rheolau ers { $when }, gyda thabl o’r newidiadau.
edition-tracked = Yn y ffeil Word mae’r newidiadau wedi’u tracio, i’w derbyn neu eu gwrthod.
edition-shared-means = I unrhyw un ei ddarllen: y rheolau, pwy sy’n sefydlu’r fenter, a’r hyn a benderfynwyd gennych. Gadewir yr hyn sy’n breifat am bobl yn wag.
edition-word = Word
edition-word-means = Y testun i’w olygu ac i roi sylwadau arno mewn prosesydd geiriau.
edition-save-word = Cadw fel ffeil Word
edition-word-marked = Word, wedi’i farcio
edition-word-marked-means = Yr un gwahaniaethau fel newidiadau wedi’u tracio, i’w derbyn neu eu gwrthod.
edition-web-page = Tudalen we
edition-web-page-means = I wefan, ac i ddarllenwyr sgrin y mae’n well ganddynt hi na PDF.
edition-save-web-page = Cadw fel tudalen we
edition-text = Testun
edition-text-means = Y geiriau yn unig, i e-bost neu unrhyw raglen arall.
edition-save-text = Cadw fel ffeil destun
pack-say-saved = Mae’r ffeil wedi’i chadw.
pack-say-made = Mae’r pecyn wedi’i wneud.
pack-say-no-file = Ni ddewiswyd ffeil. Ni chadwyd dim.
pack-say-no-folder = Ni ddewiswyd ffolder. Ni wnaed dim.
pack-say-signed = { $back } o { $all } wedi’u llofnodi ac yn ôl.
