# Yr hyn a wnaed, a’r fenter fel yr oedd.
# A draft: no translator has read it yet.

history-different = Beth a ddaeth yn wahanol
history-from = O { $when }
history-to = hyd at { $when }
history-none-differs = Nid oes dim yn wahanol rhwng y ddwy adeg hyn.
history-lead = Popeth a wnaed i’r fenter hon. Ni throsysgrifir dim byth, felly gallwch edrych yn ôl, cymharu, a mynd yn ôl.
# needs a translator: the forms after numbers.
history-conflicts = { $count ->
    [one] Mae copïau yn anghytuno ar 1 peth.
    [two] Mae copïau yn anghytuno ar 2 beth.
   *[other] Mae copïau yn anghytuno ar { $count } o bethau.
}
history-settle = Eu setlo
history-as-it-was = Ei weld fel yr oedd
history-compare = Cymharu dwy adeg
history-compare-button = Cymharu
history-earlier = Adeg gynharach
history-later = Adeg ddiweddarach
history-removed = Tynnwyd allan, a gellir dod yn ôl
history-bring-back = Dod yn ôl
history-done = Yr hyn a wnaed
history-agreed = cytunwyd ar { $count }
history-reverted = tynnwyd yn ôl, neu gwnaed eto
history-came-in = daeth i mewn gyda chopi arall
history-and-more = { $what } a { $count } arall
history-moment = { $when }: { $what }
history-moment-more = { $when }: { $what } a { $count } arall
history-older = Dangos { $count } hŷn
history-began = Dyma lle y dechreuodd.
life-slide = Llithro i adeg
life-days = Y diwrnodau y gwnaed rhywbeth arnynt
life-day-agreed = { $count ->
    [one] { $day }: cytunwyd ar 1 ateb
    [two] { $day }: cytunwyd ar 2 ateb
   *[other] { $day }: cytunwyd ar { $count } o atebion
}
moment-title = Fel yr oedd
moment-heading = Fel yr oedd ar { $when }
moment-marked = Gweld y rheolau wedi’u marcio yn erbyn hyn
moment-is-now = Ni ddaeth dim yn wahanol ers hynny. Fel hyn y mae heddiw.
moment-ask = Rhoi’r fenter yn ôl fel yr oedd ar { $when }?
moment-ask-means = Bydd yr hyn a restrir isod yn mynd yn ôl i’r hyn ydoedd. Ni chollir dim: mae’r hyn a ddaeth wedyn yn aros yn yr hanes, ac mae Dadwneud yn tynnu hyn yn ôl.
moment-put-back = Ei rhoi yn ôl fel yr oedd bryd hynny
moment-since = Beth a ddaeth yn wahanol ers hynny
moment-nobody = Nid oedd neb wedi’i gofnodi eto.
history-say-person = Maent ar y rhestr o bobl eto.
history-say-rule = Mae’r rheol i mewn eto.
# needs a translator
history-say-restored = { $count ->
    [0] Nid oedd dim yn wahanol, felly ni newidiodd dim.
    [one] Rhoddwyd yn ôl fel yr oedd: newidiodd 1 peth. Mae Dadwneud yn ei dynnu’n ôl.
    [two] Rhoddwyd yn ôl fel yr oedd: newidiodd 2 beth. Mae Dadwneud yn eu tynnu’n ôl.
   *[other] Rhoddwyd yn ôl fel yr oedd: newidiodd { $count } o bethau. Mae Dadwneud yn eu tynnu’n ôl.
}
