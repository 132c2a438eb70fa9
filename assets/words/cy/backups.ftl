# Copïau wrth gefn.
# A draft: no translator has read it yet.

backups-copies-of-everything = Copïau o bopeth yn Toad Lane ar y cyfrifiadur hwn. Mae Toad Lane yn gwneud un bob dydd, a chyn unrhyw beth na ellir ei ddadwneud. Mae’n cadw’r deg olaf, am 30 diwrnod ar y mwyaf.
backups-make-one-now = Gwneud un nawr
backups-a-copy-on = Mae copi ar ffon USB yn ddiogel pan fydd y cyfrifiadur hwn yn torri neu’n mynd ar goll. Mae’n cynnwys data preifat pawb, felly cadwch ef fel allwedd.
backups-save-a-copy = Cadw copi ar ffon neu mewn ffolder
backups-back-up-on = Gwneud copi ar y cyfrifiadur hwn
backups-go-back-to = Mynd yn ôl at un
backups-there-is-no = Nid oes copi wrth gefn eto.
backups-it-holds-the = Mae’n cynnwys yr un peth â’r hyn sydd gennych nawr. Ni fyddai dim yn newid.
backups-these-would-no = Byddai’r rhain wedi mynd:
backups-these-would-be = Byddai’r rhain yno eto:
backups-what-is-on = Cedwir yr hyn sydd gennych nawr wrth ei ymyl fel ffeil ar wahân.
backups-go-back-to-it = Mynd yn ôl ato
backups-leave-it-as = Ei adael fel y mae
backups-this-backup-cannot = Ni ellir darllen y copi wrth gefn hwn.
backups-go-back-to-this = Mynd yn ôl at yr un hwn
backups-put-back-a = Rhoi copi o ffon neu ffolder yn ôl
backups-putting-a-copy = Mae rhoi copi yn ôl yn cadw’r hyn sydd gennych nawr fel ffeil ar wahân, fel y gallwch newid eich meddwl.
backups-changes = { $count } newid.
backups-ask = Mynd yn ôl at { $when }?
# needs a translator
backups-line = { $count ->
    [one] 1 newid
    [two] 2 newid
   *[other] { $count } newid
}
backups-say-nothing = Ni ddewiswyd dim. Ni wnaed dim.
backups-say-made = Gwnaed copi wrth gefn a’i wirio.
backups-say-copied = Mae copi wedi’i wirio o bopeth yn { $file }.
backups-say-back = Mae’r copi wrth gefn wedi’i roi yn ôl.
backups-say-aside = Mae’r hyn oedd yma o’r blaen yn { $file }.
