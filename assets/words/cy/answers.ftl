# Pob ateb ar un dudalen.
# A draft: no translator has read it yet.

answers-lead = Popeth a benderfynwyd gennych, ar un dudalen. Dewiswch gwestiwn i newid ei ateb.
answers-none = Dim ateb eto
answers-which = Pa atebion a restrir
answers-all = Pob un ({ $count })
answers-open = Heb eu setlo ({ $count })
answers-none-open = Mae pob cwestiwn wedi’i setlo: cytunwyd iddo, neu gadawyd yr ateb arferol.
answers-next-open = Y nesaf i’w setlo:
