# The task list, and how far each task is.

tasks-next = Next step
tasks-all = Everything there is to do
tasks-order = In any order you like. You can come back to each as often as you need.
tasks-rules = Read the rules together
tasks-pack = Make the pack
# $agreed and $asked are numbers of questions.
tasks-part-detail = { $agreed } of { $asked } agreed
# $count is a number of people.
tasks-people-detail = { $count ->
    [0] Nobody entered yet
    [one] 1 person
   *[other] { $count } people
}
# $count is a number of things that the checks found.
tasks-checks-warnings = { $count } to mend or accept
# $count is a number of words.
tasks-rules-detail = { $count } words
tasks-pack-ready = Ready to make
tasks-pack-draft = A draft can be made at any time
tasks-to-do = To do
tasks-begun = Begun
tasks-done = Done
tasks-stopped = Needs mending
# $count is a number of questions. What stands between <a> and </a> leads to the checks.
tasks-usual = { $count ->
    [one] 1 question has the usual answer, which nobody has taken up. Go through them, or <a>agree to all of them under Checks</a>.
   *[other] { $count } questions have the usual answer, which nobody has taken up. Go through them, or <a>agree to all of them under Checks</a>.
}
tasks-answers = See all answers
tasks-also = Also here:
tasks-also-hand-on = hand it on
tasks-also-privacy = privacy
tasks-also-notes = adviser’s notes
desk-next = Next:
