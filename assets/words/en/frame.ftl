# What stands around every screen: the head, the way through a co-op, the palette, the list of keys.

## The window

frame-skip = Skip to the page
frame-lost = Toad Lane did not answer. What you typed is still on this page, and what was saved before is safe. Try again; if it stays like this, close the window and start again.
frame-working = Working …
# On the button that stops what is being done. Nothing is left half done.
frame-stop = Stop
# The name of the list of screens, for who hears the page.
frame-tasks = Tasks
# $title is the title of a page on which something went wrong.
frame-title-error = Error: { $title }

## The head

frame-nameless = A co-op without a name yet
frame-undo = Undo
frame-undo-nothing = Nothing to undo
frame-redo = Redo
frame-redo-nothing = Nothing to redo
frame-not-saved = The last change is not saved yet
# $time is a time of day: 14:02.
frame-saved-at = All changes saved, { $time }
frame-saved = All changes are saved
# $amount is "£100", $date a day.
frame-fee = Fee { $amount }, checked { $date }
# $count is how many things stop the final pack.
frame-stops = { $count ->
    [0] Nothing stops the pack
    [one] 1 thing stops the pack
   *[other] { $count } things stop the pack
}
frame-all-tasks = All tasks
frame-places = Your co-ops and other places
# A day. $month is a number from 1 to 12.
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

## Places that belong to no co-op

place-desk = Co-ops
place-backups = Backups
place-bin = Bin
place-settings = Settings
place-about = About

## The way through a co-op

nav-decide = Decide together
nav-then = Then
nav-keep = Keep
nav-agreed = agreed
# "7/9" to the eye, "7 of 9" to the ear. Keep the signs between < and > as they are.
nav-agreed-of = <span aria-hidden="true">{ $agreed }/{ $asked }</span><span class="unseen">{ $agreed } of { $asked }</span>
nav-to-mend = { $count } to mend
nav-to-look-at = { $count } to look at
nav-clear = clear
screen-tasks = Task list
screen-answers = All answers
screen-people = People
screen-rules = Read the rules
screen-checks = Checks
screen-pack = The pack
screen-history = History
screen-hand-on = Hand it on
screen-privacy = Privacy
screen-notes = Adviser’s notes

## The palette

palette-name = Go to
palette-label = Go to a screen, a question, a rule or a person
palette-found = Found
palette-desk = Your co-ops
palette-start = Begin a co-op
palette-take-in = Take in a file
palette-bin = The bin
palette-passphrase = Lock with a passphrase
palette-about = About Toad Lane
palette-kind-screen = Screen
palette-kind-question = Question
palette-kind-person = Person
palette-kind-organisation = Organisation
palette-kind-rule = Rule
palette-kind-co-op = Co-op
# $count is how many were found, $most how many are listed of more.
palette-say = { $count ->
    [0] Nothing found.
   *[other] { $count } found.
}
palette-say-more = { $count } found. The first { $most } are listed.

## The list of keys

keys-heading = Keys
keys-palette = Go to any screen, question, rule or person
keys-undo = Undo, when you are not typing
keys-redo = Do it again
keys-saved = Hear that everything is saved: there is nothing else to do
keys-size = Larger, smaller, usual size
keys-pages = The page before and the next page of a paper
keys-screens = The screen before, and the one after
keys-list-keys = <kbd>F1</kbd> or <kbd>Ctrl</kbd> <kbd>/</kbd>
keys-list = This list
keys-next = The next thing you can use
keys-close = Close what is open on top
keys-shut = Close

## What went wrong, and what was done

trouble-heading = There is a problem
trouble-typed = What you typed is still on the page.
trouble-not-saved = Not saved:
say-saved = Saved.
# $size is a percentage.
say-size = { $size } percent.
# $what says what was undone.
say-undone = Undone: { $what }
say-redone = Done again: { $what }
say-nothing-to-undo = There is nothing to undo or do again.

## How a question stands

standing-open = Open
standing-usual = Usual answer
standing-proposed = Proposed
standing-agreed = Agreed
standing-parked = Parked
screen-registrar = Registrar’s questions
