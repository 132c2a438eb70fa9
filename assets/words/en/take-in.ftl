# Taking in a file, and how two states differ.

take-in-take-in-a = Take in a file
take-in-a-co-op = A co-op that somebody handed on to you. If you have it already, the two copies are joined; otherwise it comes as it is. You see what changes before it does.
take-in-the-file-is = The file is <strong>{ $file }</strong>.
take-in-the-five-words = The five words that open it
take-in-whoever-made-the = Whoever made the file has them. With spaces between, capitals or not.
take-in-open-it = Open it
take-in-you-do-not = You do not have this co-op yet. It comes as one of its own.
take-in-you-have-everything = You have everything that is in this file. Taking it in changes nothing.
take-in-what-comes = What comes
take-in-take-it-in = Take it in
take-in-leave-it = Leave it
take-in-choose-another-file = Choose another file
take-in-choose-the-file = Choose the file
differences-what = What
differences-was = Was
differences-is = Is
differences-was-not-there = (was not there)
differences-is-gone = (is gone)
differences-what-differs = What differs
take-in-changes = { $count ->
    [one] You have this co-op. 1 change is new to you. Nothing of yours is overwritten.
   *[other] You have this co-op. { $count } changes are new to you. Nothing of yours is overwritten.
}
take-in-conflicts = { $count ->
    [one] On 1 thing the two copies disagree. Both are kept. You choose after taking it in.
   *[other] On { $count } things the two copies disagree. Both are kept. You choose after taking it in.
}
take-in-here-now = Here now
take-in-shown-after = Shown after
differences-rules = { $count ->
    [one] 1 rule reads differently
   *[other] { $count } rules read differently
}
take-in-say-nothing = No file chosen.
take-in-say-conflicts = Taken in. Some things are to be settled.
take-in-say-done = Taken in.
