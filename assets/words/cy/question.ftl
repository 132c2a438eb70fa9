# Tudalen cwestiwn, a’r blychau lle rhoddir yr ateb.
# A draft: no translator has read it yet.

## The page

question-place = cwestiwn { $index } o { $count }
question-title = { $part }, cwestiwn { $index } o { $count }
question-why = Pam mae’n bwysig.
question-usual = Yr hyn y mae’r rhan fwyaf yn ei ddewis.
question-example = Er enghraifft:
question-quorum = Gyda’r ateb hwn
question-quorum-have = Os oes gennych
question-quorum-members = { $count } o aelodau
question-quorum-come = rhaid i gynifer â hyn ddod
question-how-far = Pa mor bell yw’r grŵp gyda hyn?
question-means-open = Nid oes neb wedi’i setlo
question-means-proposed = Mae rhywun yn ei gynnig
question-means-agreed = Mae’r grŵp yn cytuno
question-means-parked = Wedi’i adael tan rywdro eto
question-is-usual = Yr ateb arferol sydd yma. Nid oes neb wedi cytuno iddo eto.
question-usual-agreed = Hwn yw’r ateb arferol. Cytunwyd gennych i bob un o’r rheini gyda’i gilydd.
question-copies-disagree = Mae dau gopi yn anghytuno ar hyn. <a>Setlwch ef dan Trosglwyddo</a>. Mae cadw yma yn ei setlo hefyd.
question-changed = Wedi newid eich meddwl?
question-take-back = Tynnu ein hateb yn ôl
question-reason = Pam y dewisoch hyn
question-reason-note = (ar gyfer eich cofnod eich hun; gall aros yn wag)
question-agree-on = Cytuno a mynd ymlaen
question-agree = Cytuno
question-agree-back = Cytuno a mynd yn ôl
question-from-list = Agorwyd hwn o’r rhestr o bob ateb. Mae cytuno yn arwain yn ôl iddi.
question-to-list = Ei adael a mynd yn ôl
question-say-back = Cytunwyd. Yn ôl yn y rhestr o bob ateb.
question-next = Cwestiwn nesaf
question-leave = Ei adael am y tro
question-back = Yn ôl
question-siblings = Pob cwestiwn ar hyn:
question-writes = Yr hyn y mae hyn yn ei ysgrifennu
question-also = Mae hefyd yn ymddangos yn
question-marks = Wedi’i farcio: yr hyn y mae eich ateb yn ei newid o’i gymharu â’r un arferol.
question-adds = Mae eich ateb yn ychwanegu’r rheol hon.
question-removes = Mae eich ateb yn gadael y rheol hon allan.
question-heading-was = Gyda’r ateb arferol ei phennawd yw: { $heading }
question-added = ychwanegwyd
question-removed = gadawyd allan
question-reworded = newidiwyd
question-say-usual = Yn ôl i’r ateb arferol.
question-say-next = Cytunwyd. Cwestiwn nesaf.
question-say-last = Cytunwyd. Dyna’r cwestiwn olaf.
remarks-no-part = Nid yw’n rhan o’r rheol
remarks-plain = Mewn geiriau plaen:
remarks-note = Nodyn:

## The controls

field-choose-one = Dewiswch un
field-choose-many = Dewiswch gynifer ag y mynnwch
field-usual = arferol
field-move-up = Symud i fyny
field-own = Ein hateb ein hunain
field-yes = Ie
field-no = Na
field-answer = Eich ateb
field-email = Cyfeiriad e-bost
field-codes = Codau, un ar bob llinell
field-lines = Eich ateb, un ar bob llinell
field-pounds = Swm mewn punnoedd
field-percent = Canran
field-how-many = { $units ->
    [persons] Faint o bobl
    [members] Faint o aelodau
    [months] Faint o fisoedd
    [weeks] Faint o wythnosau
    [days] Faint o ddiwrnodau
    [years] Faint o flynyddoedd
    [hours] Faint o oriau
    [times] Faint o weithiau
    [meetings] Faint o gyfarfodydd
    [gatherings] Faint o gynulliadau
   *[other] Faint
}
field-units = { $units ->
    [persons] o bobl
    [members] o aelodau
    [months] o fisoedd
    [weeks] o wythnosau
    [days] o ddiwrnodau
    [years] o flynyddoedd
    [hours] o oriau
    [times] o weithiau
    [meetings] o gyfarfodydd
    [gatherings] o gynulliadau
   *[other] { $units }
}
field-members = o aelodau
field-quorum-share = Cyfran o’r aelodau
field-quorum-least = A byth llai na
field-quorum-most = Ond mae cynifer â hyn bob amser yn ddigon
field-quorum-hint = Gadewch flwch yn wag lle nad oes ei angen arnoch.
field-majority-share = Faint sy’n gorfod cytuno
field-majority-own = Cyfran arall
field-majority-percent = Os cyfran arall: o leiaf
# needs a translator: how a majority is counted, before "of the votes cast".
field-majority-of = Yn cyfrif
share-more-than-half = Mwy na hanner
share-two-thirds = Dwy ran o dair neu fwy
share-three-quarters = Tri chwarter (75%) neu fwy
share-four-fifths = Pedair rhan o bump (80%) neu fwy
share-nine-tenths = Naw rhan o ddeg (90%) neu fwy
share-all-but-one = Pawb ond un
share-all = Pawb
base-votes-cast = o’r pleidleisiau a fwriwyd
base-members-present = o’r aelodau sy’n cymryd rhan
base-all-members = o’r holl aelodau
base-all-other-members = o’r holl aelodau ac eithrio’r un dan sylw
field-at-least = O leiaf
field-at-most = Ar y mwyaf (gwag am ddim terfyn)
field-address = Cyfeiriad
address-lines = Tŷ a stryd, llinell i bob un
address-town = Tref
address-postcode = Cod post
address-country = Gwlad
# needs a translator: the registrars take the country in English.
address-hint = O fewn y Deyrnas Unedig y wlad yw England, Wales, Scotland neu Northern Ireland.
field-day = Diwrnod
field-month = Mis
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr
field-tests-hint = Rhaid i berson fodloni pob prawf. Peidiwch â dewis dim yn yr un olaf pan fydd gennych ddigon.
field-test = Prawf { $number }
field-test-measure = Beth sy’n cyfrif
field-test-none = Dim prawf pellach
field-test-away = Tynnu’r prawf hwn
field-test-amount = Faint
field-test-per = Ym mhob
field-test-over = Dros faint o fisoedd
field-test-of = O beth, yn eich geiriau chi
field-test-checker = Pwy sy’n ei wirio
measure-hours = Oriau o waith â thâl
measure-unpaid-hours = Oriau o waith di-dâl
measure-spend = Punnoedd a wariwyd gyda ni
measure-uses = Sawl gwaith y defnyddiant yr hyn a gynigiwn
measure-registration = Bod ar gofrestr
measure-need = Bod ag angen yr hyn a gynigiwn
measure-training = Hyfforddiant a gwblhawyd
measure-affiliation = Perthyn i gorff
measure-policy = Llofnodi polisi
measure-other = Rhywbeth arall
time-none = (dim amser)
time-week = wythnos
time-month = mis
time-year = blwyddyn
checker-none = (heb ei ddweud)
checker-board = Y bwrdd
checker-members = Yr aelodau
checker-secretary = Yr ysgrifennydd
field-seats-hint = Enwch bob grŵp a faint o seddi a gedwir iddo. Gadewch y llinell olaf yn wag pan fydd gennych ddigon.
field-group = Grŵp { $number }
field-seats = Seddi ar gyfer grŵp { $number }
field-classes-hint = Llenwch ddau ddosbarth neu fwy. Gadewir allan res heb enw a phrawf. Rhowch gyfran o’r bleidlais i bob dosbarth, a rhaid i’r cyfrannau ddod i 100%. Neu peidiwch â rhoi un i’r un ohonynt: yna mae gan bob aelod un bleidlais, gyda’i gilydd.
field-class = Dosbarth { $number }
field-class-name = Yr enw ar ei aelodau
field-class-test = Pwy sy’n perthyn: rhywun sy’n …
field-class-tie = Yr hyn a wnânt gyda’r fenter
field-class-uses = Gweithio, prynu, gwerthu neu ddefnyddio
field-class-invests = Rhoi arian i mewn yn unig
field-class-holding = Cyfranddaliadau i bob aelod
field-class-one = Un
field-class-several = Un neu fwy
field-class-least = Seddi ar y bwrdd, o leiaf
field-class-most = Seddi ar y bwrdd, ar y mwyaf
field-class-votes = Cyfran o’r bleidlais
field-class-over-half = Caiff fod â mwy na hanner y bleidlais: dyna’n bwriad
field-class-founders = Sylfaenwyr sy’n dechrau yn nosbarth { $number }
field-class-of = dosbarth { $number }
field-classes-later = Unwaith y bydd y sylfaenwyr wedi’u cofnodi dan Pobl, gallwch ddweud yma ym mha ddosbarth y mae pob un yn dechrau.
field-class-another = Cadw ac ychwanegu dosbarth arall
