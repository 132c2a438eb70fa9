# Yr hyn sydd o gwmpas pob sgrin: y pen, y ffordd drwy gwmni cydweithredol, y blwch mynd, y rhestr o fysellau.
# A draft: no translator has read it yet.

## The window

frame-skip = Neidio i’r dudalen
frame-lost = Ni atebodd Toad Lane. Mae’r hyn a deipiwyd gennych yn dal ar y dudalen hon, ac mae’r hyn a gadwyd o’r blaen yn ddiogel. Rhowch gynnig arall arni; os yw’n aros fel hyn, caewch y ffenestr a dechreuwch eto.
frame-working = Yn gweithio …
frame-stop = Stopio
frame-tasks = Tasgau
frame-title-error = Gwall: { $title }

## The head

frame-nameless = Menter gydweithredol heb enw eto
frame-undo = Dadwneud
frame-undo-nothing = Dim byd i’w ddadwneud
frame-redo = Ail-wneud
frame-redo-nothing = Dim byd i’w ail-wneud
frame-not-saved = Nid yw’r newid diwethaf wedi’i gadw eto
frame-saved-at = Pob newid wedi’i gadw, { $time }
frame-saved = Mae pob newid wedi’i gadw
frame-fee = Ffi { $amount }, gwiriwyd { $date }
# needs a translator: the forms after 2, 3 and 6.
frame-stops = { $count ->
    [0] Does dim byd yn atal y pecyn
    [one] Mae 1 peth yn atal y pecyn
    [two] Mae 2 beth yn atal y pecyn
   *[other] Mae { $count } o bethau yn atal y pecyn
}
frame-all-tasks = Pob tasg
frame-places = Eich mentrau a lleoedd eraill
date = { $day } { $month ->
    [1] Ionawr
    [2] Chwefror
    [3] Mawrth
    [4] Ebrill
    [5] Mai
    [6] Mehefin
    [7] Gorffennaf
    [8] Awst
    [9] Medi
    [10] Hydref
    [11] Tachwedd
   *[12] Rhagfyr
} { $year }

## Places that belong to no co-op

# needs a translator: a short word for a co-op of any legal form.
place-desk = Mentrau
place-backups = Copïau wrth gefn
place-bin = Bin
place-settings = Gosodiadau
place-about = Ynghylch

## The way through a co-op

nav-decide = Penderfynu gyda’n gilydd
nav-then = Wedyn
nav-keep = Cadw
nav-agreed = cytunwyd
nav-agreed-of = <span aria-hidden="true">{ $agreed }/{ $asked }</span><span class="unseen">{ $agreed } o { $asked }</span>
nav-to-mend = { $count } i’w gywiro
nav-to-look-at = { $count } i edrych arno
nav-clear = clir
screen-tasks = Rhestr o dasgau
screen-answers = Pob ateb
screen-people = Pobl
screen-rules = Darllen y rheolau
screen-checks = Gwiriadau
screen-pack = Y pecyn
screen-history = Hanes
# needs a translator
screen-hand-on = Ei drosglwyddo
screen-privacy = Preifatrwydd
screen-notes = Nodiadau’r cynghorydd

## The palette

palette-name = Mynd i
palette-label = Mynd i sgrin, cwestiwn, rheol neu berson
palette-found = Canfuwyd
palette-desk = Eich mentrau cydweithredol
palette-start = Dechrau menter gydweithredol
palette-take-in = Derbyn ffeil
palette-bin = Y bin
# needs a translator
palette-passphrase = Cloi â chyfrinymadrodd
palette-about = Ynghylch Toad Lane
palette-kind-screen = Sgrin
palette-kind-question = Cwestiwn
palette-kind-person = Person
palette-kind-organisation = Sefydliad
palette-kind-rule = Rheol
palette-kind-co-op = Menter gydweithredol
palette-say = { $count ->
    [0] Heb ganfod dim.
   *[other] Canfuwyd { $count }.
}
palette-say-more = Canfuwyd { $count }. Rhestrir y { $most } cyntaf.

## The list of keys

keys-heading = Bysellau
keys-palette = Mynd i unrhyw sgrin, cwestiwn, rheol neu berson
keys-undo = Dadwneud, pan nad ydych yn teipio
keys-redo = Ei wneud eto
keys-saved = Clywed bod popeth wedi’i gadw: does dim byd arall i’w wneud
keys-size = Mwy, llai, maint arferol
keys-pages = Tudalen flaenorol a thudalen nesaf papur
keys-screens = Y sgrin flaenorol, a’r un nesaf
keys-list-keys = <kbd>F1</kbd> neu <kbd>Ctrl</kbd> <kbd>/</kbd>
keys-list = Y rhestr hon
keys-next = Y peth nesaf y gallwch ei ddefnyddio
keys-close = Cau’r hyn sydd ar agor ar y top
keys-shut = Cau

## What went wrong, and what was done

trouble-heading = Mae problem
trouble-typed = Mae’r hyn a deipiwyd gennych yn dal ar y dudalen.
trouble-not-saved = Heb ei gadw:
say-saved = Wedi’i gadw.
say-size = { $size } y cant.
say-undone = Wedi’i ddadwneud: { $what }
say-redone = Wedi’i wneud eto: { $what }
say-nothing-to-undo = Does dim byd i’w ddadwneud na’i ail-wneud.

## How a question stands

standing-open = Agored
standing-usual = Ateb arferol
standing-proposed = Cynigiwyd
standing-agreed = Cytunwyd
# needs a translator
standing-parked = Wedi’i ohirio
screen-registrar = Cwestiynau’r cofrestrydd
