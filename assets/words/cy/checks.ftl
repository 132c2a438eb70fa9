# Yr hyn a ganfu’r gwiriadau, a’r hyn a wna’r grŵp amdano.
# A draft: no translator has read it yet.

finding-blocker = I’w gywiro:
finding-warning = I edrych arno:
finding-advice = Da gwybod:
finding-law = Y gyfraith:
finding-accepted = Derbyniwyd gan { $by }:
# needs a translator: the forms after numbers.
checks-clear = Cafodd { $run } o wiriadau eu gwneud. Does dim byd yn atal y pecyn.
checks-warnings = { $count ->
    [one] Cafodd { $run } o wiriadau eu gwneud. Does dim byd yn atal y pecyn, ond mae 1 peth yn werth edrych arno.
    [two] Cafodd { $run } o wiriadau eu gwneud. Does dim byd yn atal y pecyn, ond mae 2 beth yn werth edrych arnynt.
   *[other] Cafodd { $run } o wiriadau eu gwneud. Does dim byd yn atal y pecyn, ond mae { $count } o bethau yn werth edrych arnynt.
}
checks-blockers = { $count ->
    [one] Cafodd { $run } o wiriadau eu gwneud. Mae 1 peth yn atal y pecyn.
    [two] Cafodd { $run } o wiriadau eu gwneud. Mae 2 beth yn atal y pecyn.
   *[other] Cafodd { $run } o wiriadau eu gwneud. Mae { $count } o bethau yn atal y pecyn.
}
checks-hint = Mae’r gwiriadau yn gwybod y gyfraith a’r hyn y mae cofrestryddion yn ei ofyn fel arfer. Nid cyngor cyfreithiol ydynt, a gall cofrestrydd weld pethau’n wahanol o hyd.
checks-usual = { $count ->
    [one] 1 ateb arferol na chytunodd neb iddo eto
   *[other] { $count } o atebion arferol na chytunodd neb iddynt eto
}
checks-usual-means = Lle na ddewisoch ddim, yr ateb arferol sy’n sefyll. Mae’n eich rhwymo fel unrhyw un arall unwaith y byddwch yn cofrestru. <a>Darllenwch nhw i gyd</a>, yna cytunwch iddynt gyda’i gilydd.
checks-usual-agree = Rydym yn cytuno i bob ateb arferol
checks-blocker = I’w gywiro
checks-blocker-means = Mae’r rhain yn atal y pecyn terfynol. Byddai cofrestrydd yn ei anfon yn ôl, neu nid yw’r gyfraith yn ei ganiatáu.
checks-warning = I edrych arno
checks-warning-means = Cywirwch bob un o’r rhain, neu ei dderbyn: dywedwch pwy sy’n ei dderbyn a pham. Mae’r pecyn yn cadw cofnod o hynny.
checks-advice = Da gwybod
checks-advice-means = Does dim byd yma yn eich atal.
checks-accepted = Wedi’u derbyn
checks-accepted-means = Rydych wedi edrych ar y rhain ac yn cadw pethau fel y maent.
checks-accept = Derbyn hyn yn lle hynny
checks-by = Pwy sy’n ei dderbyn
checks-reason = Pam
checks-accept-yes = Derbyn
checks-say-usual = Cofnodwyd: mae’r grŵp yn cytuno i bob ateb arferol.
checks-say-accepted = Derbyniwyd. Mae yng nghofnod y pecyn.
