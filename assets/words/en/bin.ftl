# The bin, and what could not be erased.

bin-co-ops-that = Co-ops that you removed. Each can be brought back for 30 days. Then it is erased for good, here and in the backups.
bin-the-bin-is = The bin is empty.
bin-its-answers-people = Its answers, people and history go from this computer and from every backup on it. This cannot be undone. Packs and files that you made before stay where you put them.
bin-erase-it-for = Erase it for good
bin-keep-it-in = Keep it in the bin
bin-bring-it-back = Bring it back
bin-erase-now = Erase now
bin-taken-out = Taken out of a co-op
bin-taken-out-means = People, organisations and rules of your own that were taken out. Each can be brought back for 30 days, here or in the co-op’s History. Of your co-ops, this list looks at the 50 that were changed last.
bin-taken-out-none = Nothing was taken out.
taken-out-person = A person
taken-out-organisation = An organisation
taken-out-rule = A rule of your own
left-some-files-could = Some files could not be cleaned
left-they-are-damaged = They are damaged or were set aside, and may still hold what was erased. Look at them, and delete them yourself if they should go:
bin-removed = Removed { $when }.
bin-days-left = { $count ->
    [0] It may go the next time Toad Lane opens.
    [one] It can be brought back for 1 more day.
   *[other] It can be brought back for { $count } more days.
}
bin-erase-ask = Erase { $name } for good?
bin-say-erased = Erased for good.
