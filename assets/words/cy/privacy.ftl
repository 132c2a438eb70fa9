# Data pwy sydd ymhle, a’i ddileu.
# A draft: no translator has read it yet.

privacy-still-named = Mae eu henw yn dal yn y lleoedd hyn. Ni newidiwyd dim ynddynt; darllenwch nhw a phenderfynwch. Gallwch newid yr hyn y mae testun yn ei ddweud nawr. Mae’r hanes yn cadw’r hyn a ddywedodd cynt, a phwy a wnaeth bob newid. Dim ond dileu’r cwmni cydweithredol cyfan sy’n tynnu ei destunau o’r hanes:
privacy-lead = Yr hyn y mae Toad Lane yn ei wybod am bob un ohonoch, ym mha bapurau y mae, a’r hyn y gall unrhyw un ei ddarllen wedyn.
# needs a translator: the names of the registers.
privacy-register = { $form ->
    [cs] Gall unrhyw un ddarllen yr hyn a farciwyd <span class="public">cyhoeddus</span>, am byth, yng Nghofrestr Gyhoeddus Cydfuddiannol yr FCA.
    [cbs] Gall unrhyw un ddarllen yr hyn a farciwyd <span class="public">cyhoeddus</span>, am byth, yng Nghofrestr Gyhoeddus Cydfuddiannol yr FCA.
   *[other] Gall unrhyw un ddarllen yr hyn a farciwyd <span class="public">cyhoeddus</span>, am byth, yng nghofrestr Tŷ’r Cwmnïau.
}
privacy-no-register = Nid yw cymdeithas anghorfforedig ar unrhyw gofrestr gyhoeddus.
privacy-comments = Mae sylwadau ar reolau a’r hanes yn cario enw pwy bynnag a’u hysgrifennodd, fel y mae yn y gosodiadau. Maent yn mynd mewn ffeil lawn a drosglwyddwch, ac nid ydynt mewn unrhyw bapur.
privacy-of = { $name }: ble mae eu data
privacy-held = Yn cael ei gadw
privacy-who-reads = Pwy all ei ddarllen
privacy-stands-in = Mae yn
privacy-public = cyhoeddus
privacy-no-paper = Dim papur
privacy-private-sheet = (dalen breifat)
privacy-erase-ask = Dileu popeth am { $name }?
privacy-erase-means = Mae’r hyn a gofnodwyd amdanynt yn mynd oddi ar y rhestr, o’r hanes ac o bob copi wrth gefn ar y cyfrifiadur hwn. Ni ellir dadwneud hyn. Mae testunau sy’n eu henwi yn aros, a’u henw ar newidiadau a wnaethant hefyd: cewch restr. Mae’n aros mewn pecynnau a ffeiliau a wnaethoch, mewn copïau a drosglwyddwyd gennych, ac yn yr hyn a gyhoeddodd cofrestrydd eisoes.
privacy-erase-yes = Dileu am byth
privacy-save-all = Cadw popeth a ddelir amdanynt
privacy-erase = Dileu
privacy-organisations = Sefydliadau
# needs a translator
privacy-organisations-means = { $names }. Mae eu henwau, eu rhifau a’u swyddfeydd ar gofrestrau cyhoeddus, felly nid data neb ydynt. Uchod y mae pwy sy’n gweithredu drostynt.
privacy-shareable = Copi i’w rannu
privacy-shareable-means = Mae hyn yn cadw un PDF i unrhyw un ei ddarllen: y rheolau, pwy sy’n sefydlu’r fenter, a’r hyn a benderfynwyd gennych. Gadewir yr hyn sy’n breifat am bobl yn wag, fel y mae’r tablau uchod yn ei ddangos. Fe’i dilëir hefyd lle teipiodd rhywun ef mewn ateb neu reol.
privacy-share = Cadw copi i’w rannu
privacy-text-alone = Gall grwpiau eraill fynd ymlaen o’ch testun yn Toad Lane. I hynny, trosglwyddwch y testun yn unig: yr atebion a’r rheolau sy’n dilyn ohonynt, heb bobl, sefydliadau sy’n sefydlu, rhesymau, nodiadau na hanes. Mae’r hyn a deipiwyd gennych mewn ateb yn aros fel y’i teipiwyd, felly darllenwch ef yn gyntaf.
privacy-say-shared = Mae’r copi i’w rannu wedi’i gadw fel { $file }.
privacy-must-tell = Gall rhywun ofyn beth yr ydych yn ei ddal amdanynt, a rhaid i chi ddweud wrthynt. Mae’r ffeil yn ei ddweud mewn geiriau y gallant eu darllen.
privacy-say-erased = Mae popeth a gofnodwyd amdanynt wedi’i ddileu.
privacy-say-made = Mae popeth a ddelir amdanynt yn { $file }.
