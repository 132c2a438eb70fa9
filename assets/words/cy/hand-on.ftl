# Trosglwyddo menter fel ffeil, a’r hyn y mae copïau yn anghytuno arno.
# A draft: no translator has read it yet.

hand-on-made = Mae’r ffeil wedi’i gwneud
hand-on-file = Dyma hi: { $file }.
hand-on-words = <strong>Mae’r pum gair hyn yn ei hagor.</strong> Ysgrifennwch nhw nawr: ni chedwir nhw yn unman. Byddant yma nes i Toad Lane gau. Dywedwch nhw ar lafar, byth yn yr un neges â’r ffeil.
hand-on-no-words = Nid oes arni angen geiriau. Mae’n cynnwys yr atebion yn unig.
hand-on-lead = Cariwch y fenter hon i gyfrifiadur arall ar ffon neu mewn neges. Gall dau berson weithio arni ar wahân, ac uno eu copïau wedyn. Nid yw’r naill yn trosysgrifo’r llall.
# needs a translator: the forms after numbers.
hand-on-conflicts = { $count ->
    [one] Mae copïau yn anghytuno ar 1 peth
    [two] Mae copïau yn anghytuno ar 2 beth
   *[other] Mae copïau yn anghytuno ar { $count } o bethau
}
hand-on-settle-first = { $count ->
    [one] Mae copïau yn anghytuno ar 1 peth. <a>Dewiswch beth sy’n sefyll</a> cyn y pecyn terfynol.
    [two] Mae copïau yn anghytuno ar 2 beth. <a>Dewiswch beth sy’n sefyll</a> cyn y pecyn terfynol.
   *[other] Mae copïau yn anghytuno ar { $count } o bethau. <a>Dewiswch beth sy’n sefyll</a> cyn y pecyn terfynol.
}
hand-on-conflicts-mean = Newidiodd dau ohonoch yr un peth ar wahân. Cedwir y ddau fersiwn nes i chi ddewis un.
hand-on-shown = dangosir am y tro
hand-on-keep = Cadw hwn
hand-on-full = I weithio arni gyda’ch gilydd
hand-on-full-means = Popeth: atebion, pobl, rheolau a’r hanes cyfan. Mae wedi’i chloi â phum gair a ddywedwch wrthynt ar lafar. Nid yw eich nodiadau eich hun ynddi.
hand-on-nameless = Mae’r hanes yn dweud “this computer” lle gallai eich enw fod. <a>Dywedwch pwy ydych chi</a> yn gyntaf, fel y gwyddant pwy ysgrifennodd beth.
hand-on-full-make = Gwneud y ffeil lawn
hand-on-text = I ddangos sut y penderfynoch
hand-on-text-means = Yr atebion yn unig: dim pobl, dim rhesymau, dim nodiadau, dim hanes. Gall unrhyw un ei hagor. Darllenwch eich atebion yn gyntaf: mae’r hyn a deipiwyd gennych ynddynt yn aros.
hand-on-text-make = Gwneud y ffeil destun
hand-on-in = Anfonodd rhywun un atoch
hand-on-in-means = Fe welwch beth fyddai’n newid cyn i ddim newid.
hand-on-say-settled = { $count ->
    [0] Wedi’i setlo. Mae’r copïau yn cytuno ar bopeth nawr.
   *[other] Wedi’i setlo. { $count } arall i fynd.
}
hand-on-say-made = Mae’r ffeil wedi’i gwneud.
