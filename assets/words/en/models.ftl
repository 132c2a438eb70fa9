# Rules of sponsoring bodies, and moving a co-op to another edition of them.

models-lead = A federation or another body may have model rules of its own. It gives them to you as a folder of text files. You see what is in it before anything is kept.
models-in-folder = In the folder “{ $folder }”
models-cannot = It cannot be added:
models-faults = { $count ->
    [one] 1 thing is wrong with it. Whoever wrote it can mend what is listed here.
   *[other] { $count } things are wrong with it. Whoever wrote it can mend what is listed here.
}
# The name of a file stands before it, what is wrong behind it.
models-line = line { $line }
models-more-faults = And { $count } more.
models-edition = { $title }, edition { $edition }
models-from = From
models-licence = Licence of its texts
models-made-for = Made for
models-rules = Rules
models-rules-of = { $own ->
    [one] { $count }, some of them for some answers only. 1 is its own text; the others are Toad Lane’s.
   *[other] { $count }, some of them for some answers only. { $own } are its own texts; the others are Toad Lane’s.
}
models-questions = Questions it adds
models-none = None.
models-samples = Its sample answers, tried out
models-sample-sound = they make a sound constitution of { $count } rules.
models-sound = Nothing is wrong with it that Toad Lane can see. Toad Lane does not judge whether the rules suit you.
models-add-yes = Add this model
models-unsound = its sample answers do not make a sound constitution.
models-shelf = Models on this computer
models-shelf-empty = None yet. Every co-op here follows Toad Lane’s own rules.
models-from-under = From { $sponsor }. Licence: { $licence }.
models-unreadable = This version of Toad Lane cannot read it, so no co-op can begin with it. Ask the sponsoring body for a newer edition.
models-followers = These follow another edition of it. They stay with theirs until you move them:
models-follows = follows { $model }
models-follows-none = has no texts of its model
models-see-move = See what moving it to this edition would change
models-remove-ask = Remove this model?
models-remove-means = Co-ops that follow it keep its texts. To begin another co-op with it, you need its folder again.
models-remove-yes = Remove it
models-remove = Remove this model
models-choose-another = Choose another folder
models-add = Add a model…
models-add-file = Add one from a file…
models-say-removed = The model is removed.
models-say-none = No folder chosen.
models-say-added = Added. Co-ops can begin with it.

## Moving

moving-heading = Move to another edition
moving-lead = <strong>{ $name }</strong> follows { $from }. Here is what following { $to } would change. Nothing has changed yet.
moving-unreadable = The texts that it follows now cannot be read, so there is nothing to compare with. Its answers stay as they are.
moving-nothing = Not a word of its rules changes.
moving-now = Now
moving-there = In that edition
moving-questions = Questions that come
moving-not-asked = Answers that count no more
moving-not-asked-means = These questions are not asked in that edition. What you answered stays in the history.
moving-move = Move to this edition
moving-stay = Stay with the edition it has
moving-say-moved = Moved. The rules are those of the other edition; Undo takes it back.

## Whose rules a new co-op follows

whose-heading = Whose rules?
whose-own = Toad Lane’s own rules
whose-usual = the usual choice
whose-own-means = For every kind above that Toad Lane has rules for. No sponsoring body stands behind them.
whose-made-for = Made for:
