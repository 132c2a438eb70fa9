# Y rhestr o dasgau, a pha mor bell yw pob un.
# A draft: no translator has read it yet.

tasks-next = Y cam nesaf
tasks-all = Popeth sydd i’w wneud
tasks-order = Mewn unrhyw drefn. Gallwch ddod yn ôl at bob un mor aml ag y mynnwch.
tasks-rules = Darllen y rheolau gyda’n gilydd
tasks-pack = Gwneud y pecyn
tasks-part-detail = Cytunwyd ar { $agreed } o { $asked }
# needs a translator
tasks-people-detail = { $count ->
    [0] Neb wedi’i gofnodi eto
    [one] 1 person
    [two] 2 berson
   *[other] { $count } o bobl
}
tasks-checks-warnings = { $count } i’w cywiro neu i’w derbyn
tasks-rules-detail = { $count } o eiriau
tasks-pack-ready = Yn barod i’w wneud
tasks-pack-draft = Gellir gwneud drafft ar unrhyw adeg
tasks-to-do = I’w wneud
tasks-begun = Wedi dechrau
tasks-done = Wedi’i wneud
tasks-stopped = Angen ei gywiro
# needs a translator: the forms after numbers.
tasks-usual = { $count ->
    [one] Mae gan 1 cwestiwn yr ateb arferol, nad oes neb wedi cytuno iddo. Ewch drwyddynt, neu <a>cytunwch i bob un ohonynt dan Gwiriadau</a>.
    [two] Mae gan 2 gwestiwn yr ateb arferol, nad oes neb wedi cytuno iddo. Ewch drwyddynt, neu <a>cytunwch i bob un ohonynt dan Gwiriadau</a>.
   *[other] Mae gan { $count } cwestiwn yr ateb arferol, nad oes neb wedi cytuno iddo. Ewch drwyddynt, neu <a>cytunwch i bob un ohonynt dan Gwiriadau</a>.
}
tasks-answers = Gweld pob ateb
tasks-also = Hefyd yma:
tasks-also-hand-on = ei drosglwyddo
tasks-also-privacy = preifatrwydd
tasks-also-notes = nodiadau’r cynghorydd
desk-next = Nesaf:
