# One rule, written by hand; and the constitution with its changes marked.
# $word is what a rule is called: rule, article or clause.

## Writing

# The number and the heading of a rule follow.
rule-after = After
rule-new = A new { $word }
rule-write = Write { $word } { $number } yourselves
rule-prescribed = <strong>Leave these words:</strong> the law says word for word what stands here. Say what you want to add in another { $word }, which you add.
rule-model-words = These are the model’s words, with your answers in them.
rule-question-decides = Where a question decides it, change the answer instead. Then all the rest follows.
rule-by-hand = Your answers no longer change what you write here by hand.
rule-own-words = These are your own words. Your answers no longer change them.
# What was not ticked follows.
rule-unticked = Your words are saved. You have not ticked:
rule-unticked-means = Tick below what your words still provide for. What they no longer do must stand in another { $word }; the checks remind you.
rule-leave-unticked = Leave it unticked and go on
rule-heading = Heading
rule-text = What it says
rule-text-hint = A line that begins with 1. or (a) or (i) is numbered, and one with - is a bullet. An empty line begins a paragraph. **Two stars** make words heavier. [](#quorum) becomes the number of that { $word }.
rule-refer = How to refer to the other { $word }s
rule-provides-for = This { $word } provides for:
rule-once-changed = Once you change the words, tick what they still provide for.
rule-still-provides = What your words still provide for
rule-provides = What your words provide for
rule-read-again = Read your words again, then tick.
rule-why = Why you want other words
rule-why-new = Why you want this rule
rule-why-note = (stands in the table of changes; may stay empty)
rule-cost = What it costs.
rule-add = Add the { $word }
rule-add-none = Do not add it
rule-title = Write a rule
rule-title-new = A new rule
rule-comes-after = It comes after this
rule-reads = How it reads
rule-against-model = Against the model’s words
rule-lines = A line under words: new. A line through words: gone.
rule-say-saved-as-you-go = The rule is in, and saved as you go.
rule-say-in = The rule is in. Every number after it follows.

## What changed

marked-title = What changed
marked-against = Marked against
marked-model = The model’s own words, with your answers
marked-usual = The model with every usual answer
marked-show = Show
marked-count = { $count ->
    [0] Nothing differs
    [one] 1 change
   *[other] { $count } changes
}
marked-same = Every word is the same. Choose something else above to compare with.
marked-table = Table of changes
marked-where = Where
marked-why = Why
marked-whole = The whole, marked
marked-see-pages = See its pages, to print or save
marked-lines = A line under words says that they are new. A line through words says that they are gone.
marked-say = { $count ->
    [0] Nothing differs.
    [one] 1 change.
   *[other] { $count } changes.
}
