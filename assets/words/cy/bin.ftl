# Y bin.
# A draft: no translator has read it yet.

bin-co-ops-that = Mentrau a dynnwyd gennych. Gellir dod â phob un yn ôl am 30 diwrnod. Yna fe’i dilëir am byth, yma ac yn y copïau wrth gefn.
bin-the-bin-is = Mae’r bin yn wag.
bin-its-answers-people = Bydd ei hatebion, ei phobl a’i hanes yn mynd o’r cyfrifiadur hwn ac o bob copi wrth gefn arno. Ni ellir dadwneud hyn. Mae pecynnau a ffeiliau a wnaethoch o’r blaen yn aros lle y rhoesoch nhw.
bin-erase-it-for = Ei dileu am byth
bin-keep-it-in = Ei chadw yn y bin
bin-bring-it-back = Dod â hi’n ôl
bin-erase-now = Dileu nawr
bin-taken-out = A dynnwyd o fenter
bin-taken-out-means = Pobl, sefydliadau a’ch rheolau eich hun a dynnwyd allan. Gellir dod â phob un yn ôl am 30 diwrnod, yma neu yn Hanes y fenter. O’ch mentrau, mae’r rhestr hon yn edrych ar y 50 a newidiwyd ddiwethaf.
bin-taken-out-none = Ni thynnwyd dim allan.
taken-out-person = Person
taken-out-organisation = Sefydliad
taken-out-rule = Eich rheol eich hun
bin-removed = Tynnwyd { $when }.
# needs a translator
bin-days-left = { $count ->
    [0] Gall fynd y tro nesaf y bydd Toad Lane yn agor.
    [one] Gellir dod â hi’n ôl am 1 diwrnod arall.
    [two] Gellir dod â hi’n ôl am 2 ddiwrnod arall.
   *[other] Gellir dod â hi’n ôl am { $count } diwrnod arall.
}
bin-erase-ask = Dileu { $name } am byth?
bin-say-erased = Wedi’i dileu am byth.
left-some-files-could = Ni ellid glanhau rhai ffeiliau
left-they-are-damaged = Maent wedi’u difrodi neu wedi’u rhoi o’r neilltu, ac efallai eu bod yn dal i gynnwys yr hyn a ddilëwyd. Edrychwch arnynt, a dilëwch nhw eich hun os dylent fynd:
