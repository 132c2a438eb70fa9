# Un rheol, wedi’i hysgrifennu â llaw; a’r cyfansoddiad gyda’i newidiadau wedi’u marcio.
# A draft: no translator has read it yet.
# $word is what a rule is called in English: rule, article or clause.

## Writing

rule-after = Ar ôl
rule-new = { $word ->
    [article] Erthygl newydd
    [clause] Cymal newydd
   *[other] Rheol newydd
}
rule-write = { $word ->
    [article] Ysgrifennwch erthygl { $number } eich hunain
    [clause] Ysgrifennwch gymal { $number } eich hunain
   *[other] Ysgrifennwch reol { $number } eich hunain
}
rule-prescribed = { $word ->
    [article] <strong>Gadewch y geiriau hyn:</strong> mae’r gyfraith yn dweud air am air beth sydd yma. Dywedwch yr hyn yr hoffech ei ychwanegu mewn erthygl arall, a ychwanegwch chi.
    [clause] <strong>Gadewch y geiriau hyn:</strong> mae’r gyfraith yn dweud air am air beth sydd yma. Dywedwch yr hyn yr hoffech ei ychwanegu mewn cymal arall, a ychwanegwch chi.
   *[other] <strong>Gadewch y geiriau hyn:</strong> mae’r gyfraith yn dweud air am air beth sydd yma. Dywedwch yr hyn yr hoffech ei ychwanegu mewn rheol arall, a ychwanegwch chi.
}
rule-model-words = Geiriau’r model yw’r rhain, gyda’ch atebion chi ynddynt.
rule-question-decides = Lle mae cwestiwn yn ei benderfynu, newidiwch yr ateb yn lle hynny: yna mae popeth arall yn dilyn.
rule-by-hand = Nid yw eich atebion yn newid mwyach yr hyn a ysgrifennwch yma â llaw.
rule-own-words = Eich geiriau eich hunain yw’r rhain. Nid yw eich atebion yn eu newid mwyach.
rule-unticked = Mae eich geiriau wedi’u cadw. Nid ydych wedi ticio:
# needs a translator
rule-unticked-means = { $word ->
    [article] Ticiwch isod yr hyn y mae eich geiriau yn dal i’w ddarparu. Rhaid i’r hyn nad ydynt yn ei ddarparu mwyach fod mewn erthygl arall; mae’r gwiriadau yn eich atgoffa.
    [clause] Ticiwch isod yr hyn y mae eich geiriau yn dal i’w ddarparu. Rhaid i’r hyn nad ydynt yn ei ddarparu mwyach fod mewn cymal arall; mae’r gwiriadau yn eich atgoffa.
   *[other] Ticiwch isod yr hyn y mae eich geiriau yn dal i’w ddarparu. Rhaid i’r hyn nad ydynt yn ei ddarparu mwyach fod mewn rheol arall; mae’r gwiriadau yn eich atgoffa.
}
rule-leave-unticked = Ei adael heb ei dicio a mynd ymlaen
rule-heading = Pennawd
rule-text = Yr hyn y mae’n ei ddweud
# needs a translator
rule-text-hint = { $word ->
    [article] Mae llinell sy’n dechrau gydag 1. neu (a) neu (i) wedi’i rhifo, ac un â - yn fwled. Mae llinell wag yn dechrau paragraff. Mae **dwy seren** yn gwneud geiriau yn drymach. Daw [](#quorum) yn rhif yr erthygl honno.
    [clause] Mae llinell sy’n dechrau gydag 1. neu (a) neu (i) wedi’i rhifo, ac un â - yn fwled. Mae llinell wag yn dechrau paragraff. Mae **dwy seren** yn gwneud geiriau yn drymach. Daw [](#quorum) yn rhif y cymal hwnnw.
   *[other] Mae llinell sy’n dechrau gydag 1. neu (a) neu (i) wedi’i rhifo, ac un â - yn fwled. Mae llinell wag yn dechrau paragraff. Mae **dwy seren** yn gwneud geiriau yn drymach. Daw [](#quorum) yn rhif y rheol honno.
}
rule-refer = { $word ->
    [article] Sut i gyfeirio at yr erthyglau eraill
    [clause] Sut i gyfeirio at y cymalau eraill
   *[other] Sut i gyfeirio at y rheolau eraill
}
rule-provides-for = { $word ->
    [article] Mae’r erthygl hon yn darparu ar gyfer:
    [clause] Mae’r cymal hwn yn darparu ar gyfer:
   *[other] Mae’r rheol hon yn darparu ar gyfer:
}
rule-once-changed = Unwaith y newidiwch y geiriau, ticiwch yr hyn y maent yn dal i’w ddarparu.
rule-still-provides = Yr hyn y mae eich geiriau yn dal i’w ddarparu
rule-provides = Yr hyn y mae eich geiriau yn ei ddarparu
rule-read-again = Darllenwch eich geiriau eto, yna ticiwch.
rule-why = Pam yr hoffech eiriau eraill
rule-why-new = Pam yr hoffech y rheol hon
rule-why-note = (bydd yn y tabl o newidiadau; gall aros yn wag)
rule-cost = Beth mae’n ei gostio.
rule-add = { $word ->
    [article] Ychwanegu’r erthygl
    [clause] Ychwanegu’r cymal
   *[other] Ychwanegu’r rheol
}
rule-add-none = Peidio â’i hychwanegu
rule-title = Ysgrifennu rheol
rule-title-new = Rheol newydd
rule-comes-after = Daw ar ôl hyn
rule-reads = Sut mae’n darllen
rule-against-model = Yn erbyn geiriau’r model
rule-lines = Llinell dan eiriau: newydd. Llinell drwy eiriau: wedi mynd.
rule-say-saved-as-you-go = Mae’r rheol i mewn, ac fe’i cedwir wrth i chi fynd.
rule-say-in = Mae’r rheol i mewn. Mae pob rhif ar ei hôl yn dilyn.

## What changed

marked-title = Beth a newidiwyd
# needs a translator
marked-against = Wedi’i farcio yn erbyn
marked-model = Geiriau’r model ei hun, gyda’ch atebion chi
marked-usual = Y model gyda phob ateb arferol
marked-show = Dangos
marked-count = { $count ->
    [0] Nid oes dim yn wahanol
    [one] 1 newid
    [two] 2 newid
   *[other] { $count } o newidiadau
}
marked-same = Mae pob gair yr un fath. Dewiswch rywbeth arall uchod i gymharu ag ef.
marked-table = Tabl o newidiadau
marked-where = Ble
marked-why = Pam
marked-whole = Y cyfan, wedi’i farcio
marked-see-pages = Gweld ei dudalennau, i’w hargraffu neu eu cadw
marked-lines = Mae llinell dan eiriau yn dweud eu bod yn newydd. Mae llinell drwy eiriau yn dweud eu bod wedi mynd.
marked-say = { $count ->
    [0] Nid oes dim yn wahanol.
    [one] 1 newid.
    [two] 2 newid.
   *[other] { $count } o newidiadau.
}
