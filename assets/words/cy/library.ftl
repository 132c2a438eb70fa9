# Enwau’r llyfrgell: mathau, ffurfiau cyfreithiol, cenhedloedd, a rhannau’r cwestiynau. The English of these is in
# assets/library and in the program; each id ends with the slug there.
# A draft: no translator has read it yet.

## Types of co-op

# needs a translator
type-worker = Menter gydweithredol gweithwyr
    .whom = I bobl sy’n gweithio ynddi gyda’i gilydd ac yn ei rhedeg gyda’i gilydd.
type-consumer = Menter gydweithredol defnyddwyr
    .whom = I bobl sy’n prynu neu’n defnyddio’r hyn y mae’n ei gynnig, fel siop fwyd.
type-producer = Menter gydweithredol cynhyrchwyr
    .whom = I dyfwyr, gwneuthurwyr a gweithwyr llawrydd sy’n gwerthu neu’n prynu gyda’i gilydd.
# needs a translator
type-multi-stakeholder = Menter gydweithredol aml-randdeiliaid
    .whom = I sawl math o bobl y mae angen llais ar bob un ohonynt.
# needs a translator
type-platform = Menter gydweithredol platfform
    .whom = I bobl sy’n gweithio neu’n masnachu drwy wasanaeth ar-lein.
type-housing = Menter gydweithredol tai
    .whom = I denantiaid sydd gyda’i gilydd yn berchen ar y cartrefi y maent yn byw ynddynt ac yn eu rhedeg.
type-community-benefit = Busnes cymunedol
    .whom = Er lles cymuned, ac nid er budd ei aelodau eu hunain.
# needs a translator
type-secondary = Menter gydweithredol eilaidd
    .whom = I fentrau cydweithredol a chyrff eraill sydd am wneud rhywbeth gyda’i gilydd.

## Legal forms. `within` is how a form stands after a comma, in the middle of a line.

form-cs = Cymdeithas gydweithredol
    .within = cymdeithas gydweithredol
form-cbs = Cymdeithas budd cymunedol
    .within = cymdeithas budd cymunedol
form-clg = Cwmni cyfyngedig trwy warant
    .within = cwmni cyfyngedig trwy warant
form-cls = Cwmni cyfyngedig trwy gyfranddaliadau
    .within = cwmni cyfyngedig trwy gyfranddaliadau
form-cic = Cwmni buddiannau cymunedol
    .within = cwmni buddiannau cymunedol
form-llp = Partneriaeth atebolrwydd cyfyngedig
    .within = partneriaeth atebolrwydd cyfyngedig
form-ua = Cymdeithas anghorfforedig
    .within = cymdeithas anghorfforedig

## Nations

nation-england = Lloegr
    .means = Gall y swyddfa gofrestredig symud yn ddiweddarach i unrhyw le yn Lloegr neu Gymru.
nation-wales = Cymru
    .means = Mae’r swyddfa gofrestredig yn aros yng Nghymru. Gall yr enw orffen yn Gymraeg: “Cyfyngedig” neu “Cyf”.
nation-scotland = Yr Alban
    .means = Mae’r swyddfa gofrestredig yn aros yn yr Alban, a chyfraith yr Alban sy’n darllen y rheolau.

## Parts of the questions

part-first = Y pethau cyntaf yn gyntaf
part-community-interest = Budd y gymuned
part-the-community = Y gymuned
part-who-we-are = Pwy ydym ni
part-classes = Dosbarthiadau o aelodau
part-homes = Cartrefi
part-producers = Cynhyrchwyr a’u cwsmeriaid
part-member-organisations = Sefydliadau sy’n aelodau
part-members-who-trade = Aelodau sy’n masnachu â’r fenter
part-members = Aelodau
part-platform = Y platfform
part-partnership-money = Arian yr aelodau
part-shares-or-guarantee = Cyfranddaliadau neu warant
part-without-a-legal-person = Heb berson cyfreithiol
part-members-meetings = Cyfarfodydd yr aelodau
part-running-it = Rhedeg y fenter
part-money = Arian
part-falling-out = Anghytuno
part-changing-and-ending = Newid a dirwyn i ben
part-housekeeping = Cadw trefn

## What people do

role-member = Aelod
role-director = Cyfarwyddwr
role-secretary = Ysgrifennydd
role-treasurer = Trysorydd
# needs a translator
role-signatory = Yn llofnodi’r cais
role-contact = Cyswllt i’r cofrestrydd
capacity-secretary = Ei ysgrifennydd
capacity-director = Un o’i gyfarwyddwyr neu ei bwyllgor
capacity-authorised = Rhywun a awdurdodwyd ganddo
body-society = Cymdeithas gofrestredig
body-company = Cwmni
body-llp = Partneriaeth atebolrwydd cyfyngedig
body-cio = Sefydliad corfforedig elusennol
