# Nodiadau’r cynghorydd.
# A draft: no translator has read it yet.

notes-advisers-notes = Nodiadau’r cynghorydd
notes-for-whoever-supports = I bwy bynnag sy’n cefnogi’r grŵp hwn. Nid yw dim ohono’n argraffu, ac nid yw mewn unrhyw ffeil a drosglwyddwch. Mae’n aros ar y cyfrifiadur hwn ac yn ei gopïau wrth gefn.
notes-where-it-stands = Ble mae pethau
notes-notes = Nodiadau
notes-a-new-note = Nodyn newydd
notes-add-the-note = Ychwanegu’r nodyn
notes-no-note-yet = Dim nodyn eto.
notes-take-it-away = Ei dynnu
notes-of = nodyn { $when }
notes-programme-hint = Er enghraifft: Derbyniad y gwanwyn 2027
notes-stage = Cam
notes-stage-hint = Er enghraifft: yn drafftio, gyda’r cofrestrydd
notes-next-step-hint = Er enghraifft: ffonio Asha am y les
notes-say-noted = Wedi’i nodi.
notes-say-gone = Mae’r nodyn wedi mynd. Mae Dadwneud yn dod ag ef yn ôl.
