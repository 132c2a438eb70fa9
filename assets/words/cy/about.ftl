# Ynghylch yr ap.
# A draft: no translator has read it yet.

about-about-toad-lane = Ynghylch Toad Lane
about-toad-lane-helps = Mae Toad Lane yn helpu grŵp i sefydlu menter gydweithredol. Chi sy’n gwneud y penderfyniadau. Mae’n ysgrifennu eich rheolau, yn eu gwirio, ac yn gwneud y papurau i gofrestru.
about-what-it-does = Yr hyn nad yw’n ei wneud
about-it-never-talks = Nid yw byth yn siarad â rhwydwaith. Nid oes dim a deipiwch yn gadael y cyfrifiadur hwn oni bai eich bod chi’n ei gludo allan.
about-it-does-not = Nid yw’n rhoi cyngor cyfreithiol, ac ni all addo y bydd cofrestrydd yn cytuno. Dangosir ffioedd a therfynau’r gyfraith gyda’r diwrnod y gwiriwyd nhw ddiwethaf.
about-it-does-not-send = Nid yw’n anfon eich papurau. Chi sy’n eu darllen, yn eu llofnodi ac yn eu hanfon.
about-how-your-work = Sut y cedwir eich gwaith
about-there-is-no = Nid oes botwm Cadw. Mae pob ateb ar y ddisg cyn gynted ag y mae’r dudalen yn dweud hynny, a chedwir atebion hŷn yn ei hanes.
about-the-name = Yr enw
about-the-rochdale-pioneers = Agorodd Arloeswyr Rochdale eu siop gyntaf yn 31 Toad Lane ym 1844.
about-version-and-licences = Fersiwn a thrwyddedau
about-version = Fersiwn { $version }.
about-licences = Mae’r rhaglen dan drwydded MIT neu Apache 2.0, fel y mynnwch. Mae testunau’r rheolau yn eiddo i bawb (CC0): caiff unrhyw grŵp eu defnyddio. Mae’r wynebau teip Atkinson Hyperlegible Next a Noto Serif dan y SIL Open Font Licence.
about-others-work = Eraill a ysgrifennodd lawer ohoni.
about-notices = Darllenwch waith pwy ydyw, a phob trwydded yn llawn

## The licences

notices-heading = Trwyddedau
notices-lead = Mae Toad Lane wedi’i adeiladu o waith llawer o bobl. Agorwch linell i ddarllen gwaith pwy ydyw, ac ar ba delerau y’i rhoddwyd.
notices-more = a { $count } arall
notices-to-about = Mynd yn ôl i’r dudalen ynghylch Toad Lane
