# Handing a co-op on as a file, and what copies disagree on.

hand-on-made = The file is made
hand-on-file = It is { $file }.
hand-on-words = <strong>These five words open it.</strong> Write them down now: they are kept nowhere. They stand here until Toad Lane closes. Tell them by voice, never in the same message as the file.
hand-on-no-words = It needs no words. It holds the answers alone.
hand-on-lead = Carry this co-op to another computer on a stick or in a message. Two people can work on it apart, and join their copies afterwards. Neither overwrites the other.
hand-on-conflicts = { $count ->
    [one] Copies disagree on 1 thing
   *[other] Copies disagree on { $count } things
}
# What stands between <a> and </a> leads to the page where they are settled.
hand-on-settle-first = { $count ->
    [one] Copies disagree on 1 thing. <a>Choose what stands</a> before the final pack.
   *[other] Copies disagree on { $count } things. <a>Choose what stands</a> before the final pack.
}
hand-on-conflicts-mean = Two of you changed the same thing apart from each other. Both versions are kept until you choose one.
hand-on-shown = shown for now
hand-on-keep = Keep this
hand-on-full = To work on it together
hand-on-full-means = Everything: answers, people, rules and the whole history. It is locked with five words that you tell them by voice. Your own notes are not in it.
hand-on-nameless = The history says “this computer” where your name could stand. <a>Say who you are</a> first, so that they know who wrote what.
hand-on-full-make = Make the full file
hand-on-text = To show how you decided
hand-on-text-means = The answers alone: no people, no reasons, no notes, no history. Anybody can open it. Read your answers first: what you typed into them stays.
hand-on-text-make = Make the text file
hand-on-in = Somebody sent you one
hand-on-in-means = You see what would change before anything does.
hand-on-say-settled = { $count ->
    [0] Settled. The copies agree on everything now.
   *[other] Settled. { $count } more to go.
}
hand-on-say-made = The file is made.
