# Pob ateb ar un dudalen.
# A draft: no translator has read it yet.

answers-lead = Popeth a benderfynwyd gennych, ar un dudalen. Dewiswch gwestiwn i newid ei ateb.
answers-none = Dim ateb eto
