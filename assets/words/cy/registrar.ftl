# Cwestiynau’r cofrestrydd a atebir mewn geiriau.
# A draft: no translator has read it yet.

registrar-heading = Cwestiynau’r cofrestrydd
registrar-nobody-asks = Nid oes neb yn cofrestru cymdeithas anghorfforedig, felly nid oes neb yn gofyn. Mae’r hyn y mae’r banc am ei wybod yn y pecyn.
registrar-to-pack = Gweld y pecyn
registrar-lead = Yr hyn y mae’r ffurflen neu’r porth yn ei ofyn. Rydym yn ateb o’ch penderfyniadau, fel bod yr atebion a’r rheolau yn dweud yr un peth. Darllenwch bob un yn uchel, a newidiwch yr hyn nad yw’n wir amdanoch.
registrar-hint = Mae popeth yn y pecyn yn nhrefn y ffurflen, i’w gopïo. Ni ellir anfon dalen yn lle’r ffurflen. Gall yr hyn a ysgrifennwch ar y ffurflen fynd ar ffeil y gall unrhyw un ei darllen.
registrar-lead-facts = Mae’r ffurflen yn gofyn am ffeithiau yn unig: enwau, dyddiadau, cyfeiriadau. Dônt o’ch atebion ac o’r bobl a gofnodwyd gennych, felly nid oes dim i’w ysgrifennu yma.
registrar-see-sheet = Gweld y ddalen hon fel y caiff ei hargraffu
registrar-facts-alone = Ffeithiau yn unig y mae’r ddalen hon yn gofyn amdanynt: enwau, dyddiadau, cyfeiriadau. Dônt o’ch atebion ac o’r bobl a gofnodwyd gennych.
registrar-own = <strong>Yn eich geiriau eich hunain.</strong> Nid yw penderfyniadau yn ei newid mwyach.
registrar-drafted = Wedi’i ddrafftio o’ch penderfyniadau.
registrar-words = { $count ->
    [one] 1 gair.
    [two] 2 air.
   *[other] { $count } o eiriau.
}
registrar-go-on = Parhau i ysgrifennu
registrar-answer-own = Ei ateb yn eich geiriau eich hunain
registrar-answer-title = Ateb y cofrestrydd
registrar-is-own = Mae hwn yn eich geiriau eich hunain. Nid yw penderfyniadau yn ei newid mwyach.
registrar-is-drafted = Mae hwn wedi’i ddrafftio o’ch penderfyniadau. Unwaith y newidiwch ef, nid yw penderfyniadau yn ei newid mwyach.
registrar-why = Mae’r cofrestrydd yn cymharu’r atebion â’r rheolau. Lle maent yn wahanol, mae’n ysgrifennu’n ôl, ac mae hynny’n cymryd wythnosau.
registrar-text-hint = Mae tua 100 gair yn ddigon. Mae llinell sy’n dechrau â - yn fwled; mae llinell wag yn dechrau paragraff.
registrar-take-draft = Mynd yn ôl at ein hateb ni
registrar-today = Yr hyn y byddem yn ei ateb heddiw
registrar-say-draft = Mae ein hateb ni yn ôl. Mae’n dilyn eich penderfyniadau eto.
