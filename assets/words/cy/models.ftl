# Rheolau cyrff noddi, a symud menter i argraffiad arall ohonynt.
# A draft: no translator has read it yet.

models-lead = Gall fod gan ffederasiwn neu gorff arall reolau enghreifftiol ei hun. Mae’n eu rhoi i chi fel ffolder o ffeiliau testun. Fe welwch beth sydd ynddi cyn cadw dim.
models-in-folder = Yn y ffolder “{ $folder }”
models-cannot = Ni ellir ei ychwanegu:
# needs a translator: the forms after numbers.
models-faults = { $count ->
    [one] Mae 1 peth o’i le arno. Gall pwy bynnag a’i hysgrifennodd gywiro’r hyn a restrir yma.
    [two] Mae 2 beth o’i le arno. Gall pwy bynnag a’i hysgrifennodd gywiro’r hyn a restrir yma.
   *[other] Mae { $count } o bethau o’i le arno. Gall pwy bynnag a’i hysgrifennodd gywiro’r hyn a restrir yma.
}
models-line = llinell { $line }
models-more-faults = A { $count } arall.
models-edition = { $title }, argraffiad { $edition }
models-from = Oddi wrth
models-licence = Trwydded ei destunau
models-made-for = Gwnaed ar gyfer
models-rules = Rheolau
# needs a translator
models-rules-of = { $own ->
    [one] { $count }, rhai ohonynt ar gyfer rhai atebion yn unig. Ei destun ei hun yw 1; rhai Toad Lane yw’r lleill.
   *[other] { $count }, rhai ohonynt ar gyfer rhai atebion yn unig. Ei destunau ei hun yw { $own }; rhai Toad Lane yw’r lleill.
}
models-questions = Cwestiynau y mae’n eu hychwanegu
models-none = Dim.
models-samples = Ei atebion enghreifftiol, wedi’u profi
models-sample-sound = maent yn gwneud cyfansoddiad cadarn o { $count } o reolau.
models-sound = Nid oes dim o’i le arno y gall Toad Lane ei weld. Nid yw Toad Lane yn barnu a yw’r rheolau yn gweddu i chi.
models-add-yes = Ychwanegu’r model hwn
models-unsound = nid yw ei atebion enghreifftiol yn gwneud cyfansoddiad cadarn.
models-shelf = Modelau ar y cyfrifiadur hwn
models-shelf-empty = Dim eto. Mae pob menter yma yn dilyn rheolau Toad Lane ei hun.
models-from-under = Oddi wrth { $sponsor }. Trwydded: { $licence }.
models-unreadable = Ni all y fersiwn hwn o Toad Lane ei ddarllen, felly ni all menter ddechrau ag ef. Gofynnwch i’r corff noddi am argraffiad mwy newydd.
models-followers = Mae’r rhain yn dilyn argraffiad arall ohono. Maent yn aros gyda’u hun nhw nes i chi eu symud:
models-follows = yn dilyn { $model }
models-follows-none = heb destunau ei model
models-see-move = Gweld beth fyddai ei symud i’r argraffiad hwn yn ei newid
models-remove-ask = Tynnu’r model hwn?
models-remove-means = Mae mentrau sy’n ei ddilyn yn cadw ei destunau. I ddechrau menter arall ag ef, bydd arnoch angen ei ffolder eto.
models-remove-yes = Ei dynnu
models-remove = Tynnu’r model hwn
models-choose-another = Dewis ffolder arall
models-add = Ychwanegu model…
models-add-file = Ychwanegu un o ffeil…
models-say-removed = Mae’r model wedi’i dynnu.
models-say-none = Ni ddewiswyd ffolder.
models-say-added = Wedi’i ychwanegu. Gall mentrau ddechrau ag ef.

## Moving

moving-heading = Symud i argraffiad arall
moving-lead = Mae <strong>{ $name }</strong> yn dilyn { $from }. Dyma’r hyn y byddai dilyn { $to } yn ei newid. Nid oes dim wedi newid eto.
moving-unreadable = Ni ellir darllen y testunau y mae’n eu dilyn nawr, felly nid oes dim i gymharu ag ef. Mae ei hatebion yn aros fel y maent.
moving-nothing = Nid oes gair o’i rheolau yn newid.
moving-now = Nawr
moving-there = Yn yr argraffiad hwnnw
moving-questions = Cwestiynau sy’n dod
moving-not-asked = Atebion nad ydynt yn cyfrif mwyach
moving-not-asked-means = Ni ofynnir y cwestiynau hyn yn yr argraffiad hwnnw. Mae’r hyn a atebwyd gennych yn aros yn yr hanes.
moving-move = Symud i’r argraffiad hwn
moving-stay = Aros gyda’r argraffiad sydd ganddi
moving-say-moved = Wedi’i symud. Rheolau’r argraffiad arall yw’r rheolau; mae Dadwneud yn tynnu hyn yn ôl.

## Whose rules a new co-op follows

whose-heading = Rheolau pwy?
whose-own = Rheolau Toad Lane ei hun
whose-usual = y dewis arferol
whose-own-means = Ar gyfer pob math uchod y mae gan Toad Lane reolau ar ei gyfer. Nid oes corff noddi y tu ôl iddynt.
whose-made-for = Gwnaed ar gyfer:
