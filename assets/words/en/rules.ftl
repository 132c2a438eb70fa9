# The constitution: reading it, moving, taking out and talking about its rules.
# $word is what one of its rules is called: rule, article or clause.

## The page

# The title of the window.
rules-title = { $word ->
    [article] Articles of association
    [clause] Members’ agreement
   *[other] Rules
}
rules-length = { $minutes ->
    [one] { $words } words, about 1 minute to read aloud
   *[other] { $words } words, about { $minutes } minutes to read aloud
}
rules-seek = Find words in the { $word }s
rules-seek-button = Find
rules-changed = { $count ->
    [0] No words changed by hand
    [one] 1 { $word } with words of your own
   *[other] { $count } { $word }s with words of your own
}
rules-taken-out = { $count } taken out
rules-open-comments = { $count ->
    [one] 1 open comment
   *[other] { $count } open comments
}
rules-see-changes = See what changed
rules-follows = These { $word }s follow a model:
rules-other-editions = Other editions
rules-sought-none = “{ $words }” does not stand in the { $word }s
rules-sought = “{ $words }” stands in { $count }
rules-try = Try one word of it, or another spelling.
rules-contents = Contents
rules-contents-of = Contents of the rules
rules-mark-reworded = reworded
rules-mark-own = your own
rules-mark-moved = moved
rules-mark-comments = { $count ->
    [one] 1 comment
   *[other] { $count } comments
}
rules-out = Not in any more
rules-put-back = Put it back
rules-waits = It waits: with your answers this { $word } is not in.
rules-take-back = Take this change back
rules-stray = Comments on what is not in any more
rules-decided-by = Decided by:

## What was done by hand. $who is a name, $when a day and a time.

hand-out = taken out.
hand-out-by = taken out by { $who }, { $when }.
hand-changed = changed by hand.
hand-changed-by = changed by hand by { $who }, { $when }.
hand-own = <strong>Your own words.</strong>
hand-own-by = <strong>Your own words</strong>, written by { $who }, { $when }.
hand-added = <strong>Of your own making.</strong>
hand-added-by = <strong>Of your own making</strong>, written by { $who }, { $when }.
hand-moved = <strong>Moved.</strong>
hand-moved-by = <strong>Moved</strong> by { $who }, { $when }.
hand-why = Why: { $why }
hand-put-back = Put the model’s words back
hand-see-both = See both
hand-move-back = Put it back where it was

## What can be done to a rule

acts-summary = Change or comment
acts-edit = Edit the words
acts-move-down = Move down
acts-take-out = Take out
acts-add = Add another { $word } after this
acts-comment = Comment
acts-take-out-ask = Take out “{ $heading }”?
acts-alone-for-nothing = This app knows of nothing that the law asks for and only this { $word } provides.
# What the law asks for follows.
acts-alone-for = No other { $word } provides for:
acts-put-elsewhere = Put that into another { $word } before you register.
acts-take-out-yes = Take it out
acts-leave-in = Leave it in

## Comments

comment-of-rule = Comments on { $heading }
comment-no-part = Comments. They never print.
comment-is-settled = settled
comment-open-again = Open it again
comment-settle = It is settled
comment-by = the comment by { $who }
comment-yours = Your comment on “{ $heading }”
comment-nameless = Nobody’s name stands with it until you <a>say who you are</a>.
comment-named = It stands there as { $name }’s.
comment-goes-along = It goes along when you hand the co-op on, and never prints.
comment-leave = Leave the comment
comment-leave-none = Leave none

## What registering costs under a sponsoring body’s model

meter-fee = { $count ->
    [0] The fee: { $fee }, for the model unchanged
    [one] The fee: { $fee }, with 1 { $word } that counts as changed
   *[other] The fee: { $fee }, with { $count } { $word }s that count as changed
}
meter-saves = If 1 of these had the model’s words again, the fee would be { $saved } less.
meter-counts = Many changes to one numbered { $word } count as 1. Your answers, { $word }s that you take out, and new numbers count as none.
meter-holds-if = This fee needs two things. The Financial Conduct Authority has this edition on its list of model rules, and { $sponsor } signs your form. Ask them. If not, the fee is { $fee }.
meter-checked = Checked on { $date }. Confirm it on { $where }.

## What is said when something is done

rules-say-found = { $count ->
    [0] Not found in the rules.
    [one] Found in 1 rule.
   *[other] Found in { $count } rules.
}
rules-say-moved = Moved. It is number { $number } now.
rules-say-no-further = It cannot go further.
rules-say-out = The rule is out. Undo brings it back.
rules-say-back = The model’s words are back.
rules-say-home = It stands where the model has it.
comment-say-there = The comment is there.
comment-say-none = No comment was left.
comment-say-settled = Settled.
comment-say-open = Open again.
comment-say-gone = The comment is gone. Undo brings it back.
