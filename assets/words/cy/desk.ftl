# Y ddesg: pob menter ar y cyfrifiadur hwn, a chwilio ynddynt.
# A draft: no translator has read it yet.

desk-it-is-in = Mae yn y bin nawr. Am 30 diwrnod gellir ei dwyn yn ôl oddi yno.
desk-bring-it-back = Dod â hi’n ôl
desk-nothing-here-yet = Does dim byd yma eto. Dechreuwch eich menter gydweithredol, neu edrychwch ar enghraifft orffenedig yn gyntaf.
desk-being-checked = Mae’r hyn a gadwoch yn cael ei wirio rhag difrod. Gallwch weithio yn y cyfamser.
desk-everything-on-this = Popeth ar y cyfrifiadur hwn, y diweddaraf yn gyntaf.
desk-search-in-names = Chwilio mewn enwau, pobl, atebion, nodiadau a rheolau
desk-search = Chwilio
desk-try-fewer-letters = Rhowch gynnig ar lai o lythrennau, neu air arall.
desk-there-is-more = Mae mwy. Ychwanegwch air i weld llai.
desk-put-this-away = Cadw hyn o’r neilltu
desk-show-only-names = Dangos dim ond enwau gyda
desk-programme = Rhaglen
desk-all-programmes = Pob rhaglen
desk-all-its-answers = Bydd ei holl atebion a’i phobl yn mynd gyda hi. Bydd yn aros yn y bin am 30 diwrnod. Mae pecynnau a wnaethoch yn aros lle y rhoesoch nhw.
desk-remove-it = Ei thynnu
desk-keep-it = Ei chadw
desk-notes = Nodiadau
desk-begin-one-like = Dechrau un debyg iddi
desk-remove = Tynnu
desk-later-changed = Newidiwyd yn ddiweddarach
desk-earlier-changed = Newidiwyd yn gynharach
desk-begin-a-co = Dechrau menter gydweithredol
desk-take-in-a = Derbyn ffeil
desk-look-at-an = Edrych ar enghraifft
desk-a-made-up = Grŵp dychmygol a wnaeth bob penderfyniad. Newidiwch yr hyn a fynnwch, a’i dynnu pan fyddwch wedi gorffen.
desk-put-it-on = Ei hychwanegu at eich mentrau
desk-co-ops = Mentrau cydweithredol
desk-type-what = Teipiwch beth i chwilio amdano
desk-stands-nowhere = Nid yw “{ $words }” yn unman
desk-where-it-stands = Ble mae “{ $words }”
desk-rules-searched = Chwiliwyd y rheolau yn y { $count } menter a newidiwyd gennych ddiwethaf.
desk-show-all = Dangos pob un o’r { $count }
desk-none-fits = Nid oes yr un o’ch { $count } menter yn cyfateb. Dangoswch bob un, neu newidiwch y geiriau.
# needs a translator
desk-page = Tudalen { $page } o { $pages }, { $count } menter
desk-next-step = Cam nesaf y cynghorydd: { $step }
desk-remove-ask = Symud { $name } i’r bin?
desk-changed = Newidiwyd { $when }
desk-kind-answer = Ateb
desk-kind-note = Nodyn
desk-say-removed = Symudwyd i’r bin. Gellir ei dwyn yn ôl.
desk-say-back = Mae yn eich rhestr eto.
desk-say-copied = Mae copi yn eich rhestr: yr atebion fel cynigion, heb enw, pobl na rhesymau.
desk-say-example = Mae’r enghraifft yn eich rhestr.
desk-say-filtered = Mae’r rhestr wedi’i hidlo.
desk-say-found = { $count ->
    [0] Heb ganfod dim.
    [one] Canfuwyd mewn 1 lle.
    [two] Canfuwyd mewn 2 le.
   *[other] Canfuwyd mewn { $count } o leoedd.
}
# needs a translator
desk-disk-advice = Cedwir enwau a chyfeiriadau ar y cyfrifiadur hwn: holwch a yw ei ddisg wedi’i hamgryptio. Neu defnyddiwch hyn:
desk-advice-read = Peidio â dweud hyn eto
desk-say-advice-read = Wedi’i roi o’r neilltu.
