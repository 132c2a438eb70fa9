# A desk that cannot be opened, and every way to put it right; and what else cannot be shown.

recovery-title = Your co-ops cannot be opened
recovery-heading = Your co-ops cannot be opened, but much can be saved
recovery-lead = Below is what can be done, best first. Each way keeps the damaged file under another name, so nothing is made worse by trying.
recovery-looking = The backups are still being checked, and what can be read is being counted. What is found comes onto this page. You need not wait for all of it.
recovery-backup = Go back to the last backup, and add what came after
recovery-backup-of = The backup is from { $when } and was checked.
recovery-since = { $count ->
    [0] Nothing that came after it can be read.
    [one] 1 change that came after it can still be read, and is added.
   *[other] { $count } changes that came after it can still be read, and are added.
}
recovery-lost = { $count ->
    [one] 1 change cannot be read.
   *[other] { $count } changes cannot be read.
}
recovery-do = Do this
recovery-keep = Keep what can be read of the damaged file
recovery-readable = { $count ->
    [one] 1 change can still be read.
   *[other] { $count } changes can still be read.
}
recovery-no-backup-used = No backup is used.
recovery-empty = Begin with an empty list
recovery-empty-means = Nothing can be read of the damaged file, and there is no backup on this computer. If you have one on a stick, put that back instead.
recovery-empty-later = Nothing can be read of the file. The backups stay where they are, so you can still go back to one later.
recovery-only = Go back to the backup of { $when }, and to nothing else
recovery-copy-means = If you once saved a copy somewhere else, choose it here.
recovery-copy = Choose the copy
recovery-text = Save what can be read as a text
recovery-text-means = To read, to print and to copy from. It holds everyone’s private data.
recovery-text-save = Save the text
recovery-again = Try to open it once more
recovery-say-open = { $count ->
    [0] Your co-ops are open again.
    [one] Your co-ops are open again, with 1 change read out of the damaged file.
   *[other] Your co-ops are open again, with { $count } changes read out of the damaged file.
}
recovery-say-aside = The damaged file is kept as { $file }.
recovery-say-text = { $count ->
    [one] 1 change was written as a text, in { $file }.
   *[other] { $count } changes were written as a text, in { $file }.
}

## What cannot be shown

unknown-title = Page not found
unknown-heading = That page is not here
unknown-sentence = The link may be old, or the co-op was removed from this computer.
unknown-what-to-do = Nothing is lost by this. Go back to your co-ops and choose from there.
failed-title = Cannot be shown
failed-heading = This cannot be shown
start-failed-title = Cannot start
start-failed-heading = Toad Lane cannot open your co-ops
