# Desg na ellir ei hagor, a phob ffordd i’w chywiro; a beth arall na ellir ei ddangos.
# A draft: no translator has read it yet.

recovery-title = Ni ellir agor eich mentrau
recovery-heading = Ni ellir agor eich mentrau, ond gellir achub llawer
recovery-lead = Isod mae’r hyn y gellir ei wneud, y gorau yn gyntaf. Mae pob ffordd yn cadw’r ffeil a ddifrodwyd dan enw arall, felly ni wneir dim yn waeth drwy roi cynnig arni.
recovery-looking = Mae’r copïau wrth gefn yn dal i gael eu gwirio, ac mae’r hyn y gellir ei ddarllen yn cael ei gyfrif. Daw’r hyn a geir i’r dudalen hon. Nid oes angen aros am y cyfan.
recovery-backup = Mynd yn ôl at y copi wrth gefn diwethaf, ac ychwanegu’r hyn a ddaeth wedyn
recovery-backup-of = Mae’r copi wrth gefn o { $when } ac fe’i gwiriwyd.
# needs a translator: the forms after numbers.
recovery-since = { $count ->
    [0] Ni ellir darllen dim a ddaeth ar ei ôl.
    [one] Gellir darllen o hyd 1 newid a ddaeth ar ei ôl, ac fe’i hychwanegir.
   *[other] Gellir darllen o hyd { $count } newid a ddaeth ar ei ôl, ac fe’u hychwanegir.
}
recovery-lost = { $count ->
    [one] Ni ellir darllen 1 newid.
   *[other] Ni ellir darllen { $count } newid.
}
recovery-do = Gwneud hyn
recovery-keep = Cadw’r hyn y gellir ei ddarllen o’r ffeil a ddifrodwyd
recovery-readable = { $count ->
    [one] Gellir darllen 1 newid o hyd.
   *[other] Gellir darllen { $count } newid o hyd.
}
recovery-no-backup-used = Ni ddefnyddir copi wrth gefn.
recovery-empty = Dechrau gyda rhestr wag
recovery-empty-means = Ni ellir darllen dim o’r ffeil a ddifrodwyd, ac nid oes copi wrth gefn ar y cyfrifiadur hwn. Os oes gennych un ar ffon, rhowch hwnnw yn ôl yn lle hynny.
recovery-empty-later = Ni ellir darllen dim o’r ffeil. Mae’r copïau wrth gefn yn aros lle maent, felly gallwch fynd yn ôl at un yn ddiweddarach o hyd.
recovery-only = Mynd yn ôl at y copi wrth gefn o { $when }, ac at ddim arall
recovery-copy-means = Os cadwoch gopi yn rhywle arall unwaith, dewiswch ef yma.
recovery-copy = Dewis y copi
recovery-text = Cadw’r hyn y gellir ei ddarllen fel testun
recovery-text-means = I’w ddarllen, i’w argraffu ac i gopïo ohono. Mae’n cynnwys data preifat pawb.
recovery-text-save = Cadw’r testun
recovery-again = Rhoi cynnig ar ei agor unwaith eto
recovery-say-open = { $count ->
    [0] Mae eich mentrau ar agor eto.
    [one] Mae eich mentrau ar agor eto, gydag 1 newid a ddarllenwyd o’r ffeil a ddifrodwyd.
   *[other] Mae eich mentrau ar agor eto, gyda { $count } newid a ddarllenwyd o’r ffeil a ddifrodwyd.
}
recovery-say-aside = Cedwir y ffeil a ddifrodwyd fel { $file }.
recovery-say-text = { $count ->
    [one] Ysgrifennwyd 1 newid fel testun, yn { $file }.
   *[other] Ysgrifennwyd { $count } newid fel testun, yn { $file }.
}

## What cannot be shown

unknown-title = Heb ddod o hyd i’r dudalen
unknown-heading = Nid yw’r dudalen honno yma
unknown-sentence = Efallai fod y ddolen yn hen, neu fod y fenter wedi’i thynnu oddi ar y cyfrifiadur hwn.
unknown-what-to-do = Ni chollir dim drwy hyn. Ewch yn ôl at eich mentrau a dewiswch oddi yno.
failed-title = Ni ellir ei ddangos
failed-heading = Ni ellir dangos hyn
start-failed-title = Ni ellir dechrau
start-failed-heading = Ni all Toad Lane agor eich mentrau
