# What the checks found, and what the group does about it.

finding-blocker = To mend:
finding-warning = To look at:
finding-advice = Good to know:
finding-law = The law:
# $by is the name of who accepted it; the reason follows.
finding-accepted = Accepted by { $by }:
# $run is how many checks were run; $count is how many things are worth a look.
checks-clear = { $run } checks were run. Nothing stops the pack.
checks-warnings = { $count ->
    [one] { $run } checks were run. Nothing stops the pack, but 1 thing is worth a look.
   *[other] { $run } checks were run. Nothing stops the pack, but { $count } things are worth a look.
}
# $count is how many things stop the pack.
checks-blockers = { $count ->
    [one] { $run } checks were run. 1 thing stops the pack.
   *[other] { $run } checks were run. { $count } things stop the pack.
}
checks-hint = The checks know the law and what registrars usually ask. They are no legal advice, and a registrar may still see it another way.
# $count is a number of usual answers.
checks-usual = { $count ->
    [one] 1 usual answer that nobody agreed to yet
   *[other] { $count } usual answers that nobody agreed to yet
}
checks-usual-means = Where you chose nothing, the usual answer stands. It binds you like any other once you register. <a>Read them all</a>, then agree to them together.
checks-usual-agree = We agree to every usual answer
checks-blocker = To mend
checks-blocker-means = These stop the final pack. A registrar would send it back, or the law does not allow it.
checks-warning = To look at
checks-warning-means = Mend each of these, or accept it: say who accepts it and why. The pack keeps a record of that.
checks-advice = Good to know
checks-advice-means = Nothing here stops you.
checks-accepted = Accepted
checks-accepted-means = You looked at these and keep things as they are.
checks-accept = Accept this instead
checks-by = Who accepts it
checks-reason = Why
checks-accept-yes = Accept
checks-say-usual = Taken down: the group agrees to every usual answer.
checks-say-accepted = Accepted. It stands in the pack's record.
