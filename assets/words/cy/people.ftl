# Y bobl: y rhestr.
# A draft: no translator has read it yet.

people-lead = Pawb sy’n sefydlu’r fenter gyda chi: cofnodwch bob person unwaith, a bydd ym mhob papur. Mae arnoch angen o leiaf { $count } aelod sylfaenol.
people-nobody-is-entered = Nid oes neb wedi’i gofnodi eto.
people-no-role-yet = Dim rôl eto
people-to-mend = I’w gywiro:
people-every-paper-then = Bydd pob papur wedyn hebddo.
people-take-them-off = Ei dynnu
people-keep-them = Ei gadw
people-take-off-the = Tynnu oddi ar y rhestr
people-enter-a-person = Cofnodi person
people-home-addresses-and = Mae cyfeiriadau cartref a dyddiadau geni llawn yn breifat. Mae’r pecyn yn eu rhoi ar ddalennau ar wahân sy’n dweud hynny.
people-take-off-ask = Tynnu { $name } oddi ar y rhestr?
people-say-removed = Wedi’i dynnu.
person-new = Rhywun newydd
person-nameless = Rhywun heb enw eto
person-fill-in-what = Llenwch yr hyn a wyddoch. Fe’i cedwir wrth i chi fynd, ac mae’r gwiriadau yn dweud beth sydd ei angen o hyd.
person-name = Enw
person-as-on-a = Fel ar basbort, gyda phob acen.
person-first-name = Enw cyntaf
person-last-name = Cyfenw
person-middle-names = Enwau canol
person-if-any = (os oes rhai)
person-title = Teitl
person-if-wanted = (os dymunir)
person-former-names = Enwau blaenorol
person-used-in-business = (a ddefnyddiwyd mewn busnes yn yr 20 mlynedd diwethaf)
person-what-do-they = Beth maen nhw’n ei wneud?
person-date-of-birth = Dyddiad geni
person-for-example-12 = Er enghraifft 12 4 1990.
person-day-private = <span class="private">Mae’r diwrnod yn breifat</span>: dim ond y mis a’r flwyddyn y mae’r gofrestr gyhoeddus yn eu dangos.
person-day = Diwrnod
person-month = Mis
person-year = Blwyddyn
person-nationality = Cenedligrwydd
person-several-with-commas = (sawl un gyda chomas)
person-occupation = Galwedigaeth
person-home-address = Cyfeiriad cartref
person-home-private = <span class="private">Preifat</span>: mae’r cofrestrydd yn ei gadw oddi ar y gofrestr gyhoeddus. Mae’r pecyn yn ei roi ar ddalen ar wahân.
person-address-for-letters = Cyfeiriad ar gyfer llythyrau
person-service-public = <span class="public">Cyhoeddus</span>: gall unrhyw un ei ddarllen yn y gofrestr. Gadewch ef yn wag i ddefnyddio’r swyddfa gofrestredig, sy’n cadw’r cyfeiriad cartref o’r golwg.
person-how-to-reach = Sut i gysylltu â nhw
person-e-mail-address = Cyfeiriad e-bost
person-telephone = Ffôn
person-done = Wedi gorffen
person-back-to-people = Yn ôl at y bobl
