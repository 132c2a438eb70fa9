# Backups: copies of everything, made and gone back to.

backups-copies-of-everything = Copies of everything in Toad Lane on this computer. Toad Lane makes one each day, and before anything that cannot be undone. It keeps the last ten, for 30 days at most.
backups-make-one-now = Make one now
backups-a-copy-on = A copy on a USB stick is safe when this computer breaks or is lost. It holds everyone’s private data, so keep it like a key.
backups-save-a-copy = Save a copy to a stick or folder
backups-back-up-on = Back up on this computer
backups-go-back-to = Go back to one
backups-there-is-no = There is no backup yet.
backups-it-holds-the = It holds the same as what you have now. Nothing would change.
backups-these-would-no = These would be gone:
backups-these-would-be = These would be there again:
backups-what-is-on = What you have now is kept beside it as a file of its own.
backups-go-back-to-it = Go back to it
backups-leave-it-as = Leave it as it is
backups-this-backup-cannot = This backup cannot be read.
backups-go-back-to-this = Go back to this one
backups-put-back-a = Put back a copy from a stick or folder
backups-putting-a-copy = Putting a copy back keeps what you have now as a file of its own, so that you can change your mind.
backups-changes = { $count } changes.
backups-ask = Go back to { $when }?
backups-line = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
backups-say-nothing = Nothing chosen. Nothing was done.
backups-say-made = A backup was made and checked.
backups-say-copied = A checked copy of everything is in { $file }.
backups-say-back = The backup is put back.
backups-say-aside = What was here before is in { $file }.
