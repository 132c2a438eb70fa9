# Derbyn ffeil, a’r gwahaniaeth rhwng dau gyflwr.
# A draft: no translator has read it yet.

take-in-take-in-a = Derbyn ffeil
take-in-a-co-op = Menter a drosglwyddodd rhywun i chi. Os yw gennych eisoes, unir y ddau gopi; fel arall daw fel y mae. Fe welwch beth sy’n newid cyn iddo newid.
take-in-the-file-is = Y ffeil yw <strong>{ $file }</strong>.
take-in-the-five-words = Y pum gair sy’n ei hagor
take-in-whoever-made-the = Mae’r geiriau gan bwy bynnag a wnaeth y ffeil. Gyda bylchau rhyngddynt, priflythrennau neu beidio.
take-in-open-it = Ei hagor
take-in-you-do-not = Nid yw’r fenter hon gennych eto. Daw fel un ar ei phen ei hun.
take-in-you-have-everything = Mae gennych bopeth sydd yn y ffeil hon. Nid yw ei derbyn yn newid dim.
take-in-what-comes = Beth sy’n dod
take-in-take-it-in = Ei derbyn
take-in-leave-it = Ei gadael
take-in-choose-another-file = Dewis ffeil arall
take-in-choose-the-file = Dewis y ffeil
take-in-changes = { $count ->
    [one] Mae’r fenter hon gennych. Mae 1 newid yn newydd i chi. Ni throsysgrifir dim o’ch eiddo chi.
   *[other] Mae’r fenter hon gennych. Mae { $count } newid yn newydd i chi. Ni throsysgrifir dim o’ch eiddo chi.
}
# needs a translator
take-in-conflicts = { $count ->
    [one] Mae’r ddau gopi yn anghytuno ar 1 peth. Cedwir y ddau. Cewch ddewis ar ôl ei derbyn.
    [two] Mae’r ddau gopi yn anghytuno ar 2 beth. Cedwir y ddau. Cewch ddewis ar ôl ei derbyn.
   *[other] Mae’r ddau gopi yn anghytuno ar { $count } peth. Cedwir y ddau. Cewch ddewis ar ôl ei derbyn.
}
take-in-here-now = Yma nawr
take-in-shown-after = I’w weld wedyn
take-in-say-nothing = Ni ddewiswyd ffeil.
take-in-say-conflicts = Derbyniwyd. Mae rhai pethau i’w setlo.
take-in-say-done = Derbyniwyd.
differences-what = Beth
# needs a translator
differences-was = Oedd
differences-is = Yw
differences-was-not-there = (nid oedd yno)
differences-is-gone = (wedi mynd)
differences-what-differs = Beth sy’n wahanol
differences-rules = { $count ->
    [one] Mae 1 rheol yn darllen yn wahanol
    [two] Mae 2 reol yn darllen yn wahanol
   *[other] Mae { $count } rheol yn darllen yn wahanol
}
