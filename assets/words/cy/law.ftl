# Ffigurau mwy diweddar y gyfraith: ffioedd, terfynau a dyddiadau y mae rhywun yn eu cymryd i mewn o’r ddisg.
# A draft: no translator has read it yet.

law-heading = Ffigurau mwy diweddar y gyfraith
law-lead = Daeth Toad Lane gyda ffioedd, terfynau a dyddiadau’r gyfraith, pob un gyda’r diwrnod y cafodd ei wirio. Efallai fod gan rywun rydych yn ymddiried ynddo rai mwy diweddar, mewn ffolder neu ffeil. Fe welwch beth fyddai’n newid cyn cadw dim.
law-looked = Beth fyddai’n newid
law-cannot = Ni ellir ei gymryd i mewn:
law-nothing = Nid oes dim ynddo sy’n fwy diweddar na’r hyn sydd yma.
law-was = Roedd
law-is = Mae
law-new = Newydd
law-gone = Nid yw yno mwyach
law-held-back = Ni chymerir y rhain i mewn, oherwydd gwiriwyd rhai Toad Lane ei hun yn ddiweddarach:
law-take = Cymryd y ffigurau hyn i mewn
law-used = Beth a ddefnyddir nawr
law-used-own = Y ffigurau y daeth Toad Lane gyda nhw.
law-used-newer = Ffigurau mwy diweddar a gymerwyd i mewn. Maent yn wahanol i rai Toad Lane ei hun yn hyn:
law-own = Mynd yn ôl at ffigurau Toad Lane ei hun
law-choose-folder = Dewis ffolder…
law-choose-file = Dewis ffeil…
law-to-settings = Gosodiadau
law-say-taken = Defnyddir y ffigurau mwy diweddar o hyn ymlaen.
law-say-own = Defnyddir ffigurau Toad Lane ei hun o hyn ymlaen.
law-say-none = Ni ddewiswyd dim.
