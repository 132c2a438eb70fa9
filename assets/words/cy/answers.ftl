# Pob ateb ar un dudalen.
# A draft: no translator has read it yet.

answers-lead = Pob cwestiwn gyda’i ateb, ar un dudalen. Dewiswch un i’w newid.
answers-none = Dim ateb eto
answers-which = Pa atebion a restrir
answers-all = Pob un ({ $count })
answers-open = Agored, cynigiwyd neu wedi’i ohirio ({ $count })
answers-none-open = Nid oes dim yn agored. Lle na ddewisodd neb, yr ateb arferol sy’n sefyll.
answers-next-open = Y nesaf i’w setlo:
