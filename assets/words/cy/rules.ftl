# Y cyfansoddiad: ei ddarllen, a symud, tynnu allan a thrafod ei reolau.
# A draft: no translator has read it yet.
# $word is what one of its rules is called in English: rule, article or clause.

## The page

# needs a translator: what each form calls its constitution.
rules-title = { $word ->
    [article] Erthyglau cymdeithasu
    [clause] Cytundeb yr aelodau
   *[other] Rheolau
}
# needs a translator: the forms after numbers.
rules-length = { $minutes ->
    [one] { $words } o eiriau, tuag 1 funud i’w darllen yn uchel
   *[other] { $words } o eiriau, tua { $minutes } o funudau i’w darllen yn uchel
}
rules-seek = { $word ->
    [article] Dod o hyd i eiriau yn yr erthyglau
    [clause] Dod o hyd i eiriau yn y cymalau
   *[other] Dod o hyd i eiriau yn y rheolau
}
rules-seek-button = Dod o hyd
# needs a translator: the forms after numbers.
rules-changed = { $count ->
    [0] Ni newidiwyd geiriau â llaw
    [one] { $word ->
        [article] 1 erthygl â’ch geiriau eich hunain
        [clause] 1 cymal â’ch geiriau eich hunain
       *[other] 1 rheol â’ch geiriau eich hunain
    }
   *[other] { $word ->
        [article] { $count } o erthyglau â’ch geiriau eich hunain
        [clause] { $count } o gymalau â’ch geiriau eich hunain
       *[other] { $count } o reolau â’ch geiriau eich hunain
    }
}
rules-taken-out = Tynnwyd { $count } allan
rules-open-comments = { $count ->
    [one] 1 sylw agored
    [two] 2 sylw agored
   *[other] { $count } o sylwadau agored
}
rules-see-changes = Gweld beth a newidiwyd
rules-follows = { $word ->
    [article] Mae’r erthyglau hyn yn dilyn model:
    [clause] Mae’r cymalau hyn yn dilyn model:
   *[other] Mae’r rheolau hyn yn dilyn model:
}
rules-other-editions = Argraffiadau eraill
rules-sought-none = { $word ->
    [article] Nid yw “{ $words }” yn yr erthyglau
    [clause] Nid yw “{ $words }” yn y cymalau
   *[other] Nid yw “{ $words }” yn y rheolau
}
rules-sought = Mae “{ $words }” mewn { $count }
rules-try = Rhowch gynnig ar un gair ohono, neu sillafiad arall.
rules-contents = Cynnwys
rules-contents-of = Cynnwys y rheolau
rules-mark-reworded = wedi’i haileirio
rules-mark-own = eich un chi
rules-mark-moved = wedi’i symud
rules-mark-comments = { $count ->
    [one] 1 sylw
    [two] 2 sylw
   *[other] { $count } o sylwadau
}
rules-out = Ddim i mewn mwyach
rules-put-back = Ei rhoi yn ôl
rules-waits = { $word ->
    [article] Mae’n aros: gyda’ch atebion chi nid yw’r erthygl hon i mewn.
    [clause] Mae’n aros: gyda’ch atebion chi nid yw’r cymal hwn i mewn.
   *[other] Mae’n aros: gyda’ch atebion chi nid yw’r rheol hon i mewn.
}
rules-take-back = Tynnu’r newid hwn yn ôl
rules-stray = Sylwadau ar yr hyn nad yw i mewn mwyach
rules-decided-by = Penderfynir gan:

## What was done by hand. $who is a name, $when a day and a time.

hand-out = tynnwyd allan.
hand-out-by = tynnwyd allan gan { $who }, { $when }.
hand-changed = newidiwyd â llaw.
hand-changed-by = newidiwyd â llaw gan { $who }, { $when }.
hand-own = <strong>Eich geiriau eich hunain.</strong>
hand-own-by = <strong>Eich geiriau eich hunain</strong>, ysgrifennwyd gan { $who }, { $when }.
hand-added = <strong>O’ch gwaith eich hunain.</strong>
hand-added-by = <strong>O’ch gwaith eich hunain</strong>, ysgrifennwyd gan { $who }, { $when }.
hand-moved = <strong>Wedi’i symud.</strong>
hand-moved-by = <strong>Wedi’i symud</strong> gan { $who }, { $when }.
hand-why = Pam: { $why }
hand-put-back = Rhoi geiriau’r model yn ôl
hand-see-both = Gweld y ddau
hand-move-back = Ei rhoi yn ôl lle’r oedd

## What can be done to a rule

acts-summary = Newid neu roi sylw
acts-edit = Golygu’r geiriau
acts-move-down = Symud i lawr
acts-take-out = Tynnu allan
acts-add = { $word ->
    [article] Ychwanegu erthygl arall ar ôl hon
    [clause] Ychwanegu cymal arall ar ôl hwn
   *[other] Ychwanegu rheol arall ar ôl hon
}
acts-comment = Rhoi sylw
acts-take-out-ask = Tynnu “{ $heading }” allan?
# needs a translator
acts-alone-for-nothing = { $word ->
    [article] Ni ŵyr yr ap am ddim y mae’r gyfraith yn gofyn amdano ac y mae’r erthygl hon yn unig yn ei ddarparu.
    [clause] Ni ŵyr yr ap am ddim y mae’r gyfraith yn gofyn amdano ac y mae’r cymal hwn yn unig yn ei ddarparu.
   *[other] Ni ŵyr yr ap am ddim y mae’r gyfraith yn gofyn amdano ac y mae’r rheol hon yn unig yn ei ddarparu.
}
acts-alone-for = { $word ->
    [article] Nid oes erthygl arall yn darparu ar gyfer:
    [clause] Nid oes cymal arall yn darparu ar gyfer:
   *[other] Nid oes rheol arall yn darparu ar gyfer:
}
acts-put-elsewhere = { $word ->
    [article] Rhowch hynny mewn erthygl arall cyn cofrestru.
    [clause] Rhowch hynny mewn cymal arall cyn cofrestru.
   *[other] Rhowch hynny mewn rheol arall cyn cofrestru.
}
acts-take-out-yes = Ei thynnu allan
acts-leave-in = Ei gadael i mewn

## Comments

comment-of-rule = Sylwadau ar { $heading }
comment-no-part = Sylwadau. Nid ydynt byth yn argraffu.
comment-is-settled = wedi’i setlo
comment-open-again = Ei agor eto
comment-settle = Mae wedi’i setlo
comment-by = y sylw gan { $who }
comment-yours = Eich sylw ar “{ $heading }”
comment-nameless = Ni fydd enw neb wrtho nes i chi <a>ddweud pwy ydych chi</a>.
comment-named = Bydd yno dan enw { $name }.
comment-goes-along = Mae’n mynd gyda’r fenter pan drosglwyddwch hi, ac nid yw byth yn argraffu.
comment-leave = Gadael y sylw
comment-leave-none = Peidio â gadael un

## What registering costs under a sponsoring body’s model

# needs a translator: the forms after numbers.
meter-fee = { $count ->
    [0] Y ffi: { $fee }, am y model heb ei newid
    [one] { $word ->
        [article] Y ffi: { $fee }, gydag 1 erthygl sy’n cyfrif fel un a newidiwyd
        [clause] Y ffi: { $fee }, gydag 1 cymal sy’n cyfrif fel un a newidiwyd
       *[other] Y ffi: { $fee }, gydag 1 rheol sy’n cyfrif fel un a newidiwyd
    }
   *[other] { $word ->
        [article] Y ffi: { $fee }, gyda { $count } o erthyglau sy’n cyfrif fel rhai a newidiwyd
        [clause] Y ffi: { $fee }, gyda { $count } o gymalau sy’n cyfrif fel rhai a newidiwyd
       *[other] Y ffi: { $fee }, gyda { $count } o reolau sy’n cyfrif fel rhai a newidiwyd
    }
}
meter-saves = Pe bai geiriau’r model yn ôl yn 1 o’r rhain, byddai’r ffi { $saved } yn llai.
# needs a translator
meter-counts = { $word ->
    [article] Mae llawer o newidiadau i un erthygl â rhif yn cyfrif fel 1. Nid yw eich atebion, erthyglau a dynnwch allan, na rhifau newydd yn cyfrif.
    [clause] Mae llawer o newidiadau i un cymal â rhif yn cyfrif fel 1. Nid yw eich atebion, cymalau a dynnwch allan, na rhifau newydd yn cyfrif.
   *[other] Mae llawer o newidiadau i un rheol â rhif yn cyfrif fel 1. Nid yw eich atebion, rheolau a dynnwch allan, na rhifau newydd yn cyfrif.
}
# needs a translator
meter-holds-if = Mae ar y ffi hon angen dau beth. Mae’r argraffiad hwn ar restr yr Awdurdod Ymddygiad Ariannol o reolau enghreifftiol, ac mae { $sponsor } yn llofnodi eich ffurflen. Gofynnwch iddynt. Os nad yw, { $fee } yw’r ffi.
meter-checked = Gwiriwyd ar { $date }. Cadarnhewch hi ar { $where }.

## What is said when something is done

rules-say-found = { $count ->
    [0] Heb ei ganfod yn y rheolau.
    [one] Canfuwyd mewn 1 rheol.
    [two] Canfuwyd mewn 2 reol.
   *[other] Canfuwyd mewn { $count } o reolau.
}
rules-say-moved = Wedi’i symud. Rhif { $number } ydyw nawr.
rules-say-no-further = Ni all fynd ymhellach.
rules-say-out = Mae’r rheol allan. Mae Dadwneud yn dod â hi’n ôl.
rules-say-back = Mae geiriau’r model yn ôl.
rules-say-home = Mae lle mae’r model yn ei gosod.
comment-say-there = Mae’r sylw yno.
comment-say-none = Ni adawyd sylw.
comment-say-settled = Wedi’i setlo.
comment-say-open = Yn agored eto.
comment-say-gone = Mae’r sylw wedi mynd. Mae Dadwneud yn dod ag ef yn ôl.
