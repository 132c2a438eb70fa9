# Y cyfrinymadrodd sy’n cloi popeth, a thudalen desg sydd dan glo.
# A draft: no translator has read it yet.

# needs a translator: a word for passphrase, here and below.
passphrase-title-set = Cloi â chyfrinymadrodd
passphrase-title-on = Eich cyfrinymadrodd
passphrase-title-change = Gosod cyfrinymadrodd arall
# needs a translator: a word for recovery code, here and below.
passphrase-title-code = Gwneud cod adfer newydd
passphrase-title-off = Tynnu’r cyfrinymadrodd
passphrase-files-left = Gadawyd y ffeiliau hyn fel y maent. Dilëwch nhw â llaw pan nad oes eu hangen arnoch mwyach:
passphrase-lead = Mae cyfrinymadrodd yn cadw eich mentrau a’u copïau wrth gefn yn annarllenadwy i bwy bynnag sy’n dod o hyd i’r cyfrifiadur hwn neu’n ei gymryd.
passphrase-ask-first = Gofynnwch yn gyntaf a yw’r ddisg gyfan wedi’i hamgryptio: BitLocker neu “device encryption” ar Windows, FileVault ar Mac, LUKS ar Linux. Os felly, mae hynny’n diogelu mwy nag y gall Toad Lane, ac efallai na fydd angen hyn arnoch.
passphrase-know-first = <strong>Gwybod hyn yn gyntaf:</strong> pan gollir y cyfrinymadrodd a’r cod adfer, ni all neb agor eich mentrau eto. Ni allwn ninnau chwaith.
passphrase-write-down = 1. Ysgrifennwch y cod adfer
passphrase-write-down-means = Mae’n agor popeth pan anghofir y cyfrinymadrodd. Ysgrifennwch ef ar bapur, a chadwch y papur i ffwrdd o’r cyfrifiadur hwn.
passphrase-choose = 2. Dewiswch gyfrinymadrodd
passphrase-choose-means = Mae arno angen deg nod neu fwy. Mae geiriau nad ydynt yn perthyn i’w gilydd yn hawdd eu cofio ac yn anodd eu dyfalu, fel y rhain, a wnaed nawr:
passphrase-encrypt = Cloi fy mentrau ag ef
passphrase-on-lead = Mae cyfrinymadrodd yn cloi eich mentrau. Hebddo, neu heb y cod adfer, ni all neb eu darllen na’u copïau wrth gefn.
passphrase-lock-now = Cloi nawr
passphrase-by-itself = Cloi ar ei ben ei hun
passphrase-rest = Cloi pan nad oes neb wedi cyffwrdd â Toad Lane am
# needs a translator: the forms after numbers.
passphrase-minutes = { $count } o funudau
passphrase-never = am ba hyd bynnag: byth
passphrase-save-rest = Cadw hyn
passphrase-change-something = Newid rhywbeth
passphrase-to-settings = Mynd i’r gosodiadau
passphrase-change-lead = Mae copi wrth gefn a gludwyd ymaith o’r blaen yn cadw’r cyfrinymadrodd oedd ganddo.
passphrase-set-new = Gosod y cyfrinymadrodd newydd
passphrase-code-lead = Unwaith yr ewch ymlaen, nid yw’r hen god yn agor dim yma mwyach. Ysgrifennwch hwn ar bapur, a thaflwch yr hen bapur.
passphrase-use-code = Defnyddio’r cod newydd
passphrase-keep-code = Cadw’r hen un
passphrase-off-lead = Gall pwy bynnag sy’n gallu defnyddio’r cyfrifiadur hwn wedyn ddarllen eich mentrau a data preifat pawb.
passphrase-say-locked = Mae eich mentrau a’u copïau wrth gefn wedi’u cloi â’r cyfrinymadrodd o hyn ymlaen.
passphrase-say-changed = Mae’r cyfrinymadrodd newydd wedi’i osod.
passphrase-say-code = Y cod adfer newydd yw’r un sy’n cyfrif.
passphrase-say-off = Mae’r cyfrinymadrodd wedi’i dynnu. Mae eich mentrau yn agor hebddo.
secret-passphrase = Cyfrinymadrodd
secret-again = Yr un peth eto
secret-now = Y cyfrinymadrodd a ddefnyddiwch nawr
secret-new = Cyfrinymadrodd newydd
secret-new-again = Yr un newydd eto
secret-written = Rwyf wedi ysgrifennu’r wyth gair ar bapur
secret-code = Neu’r cod adfer, os collwyd y cyfrinymadrodd
secret-code-help = Yr wyth gair a ysgrifennwyd pan osodwyd y cyfrinymadrodd.
trouble-not-done = Heb ei wneud:
locked-title = Dan glo
locked-heading = Mae eich mentrau dan glo
locked-lead = Gosododd rhywun gyfrinymadrodd. Hebddo ni all neb eu darllen, na’r ap chwaith.
locked-open = Agor
