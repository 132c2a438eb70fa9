# The desk: every co-op on this computer, and a search through them.

desk-it-is-in = It is in the bin now. For 30 days it can be brought back from there.
desk-bring-it-back = Bring it back
desk-nothing-here-yet = Nothing here yet. Begin your co-op, or look at a finished example first.
desk-being-checked = What you saved is being checked for damage. You can work meanwhile.
desk-everything-on-this = Everything on this computer, latest first.
desk-search-in-names = Search in names, people, answers, notes and rules
desk-search = Search
desk-try-fewer-letters = Try fewer letters, or another word.
desk-there-is-more = There is more. Add a word to see less.
desk-put-this-away = Put this away
desk-show-only-names = Show only names with
desk-programme = Programme
desk-all-programmes = All programmes
desk-all-its-answers = All its answers and people go with it. It stays in the bin for 30 days. Packs that you made stay where you put them.
desk-remove-it = Remove it
desk-keep-it = Keep it
desk-notes = Notes
desk-begin-one-like = Begin one like it
desk-remove = Remove
desk-later-changed = Later changed
desk-earlier-changed = Earlier changed
desk-begin-a-co = Begin a co-op
desk-take-in-a = Take in a file
desk-look-at-an = Look at an example
desk-a-made-up = A made-up group that took every decision. Change what you like, and remove it when you are done.
desk-put-it-on = Add it to your co-ops
desk-co-ops = Co-ops
desk-type-what = Type what to look for
desk-stands-nowhere = “{ $words }” stands nowhere
desk-where-it-stands = Where “{ $words }” stands
desk-rules-searched = The rules were searched in the { $count } co-ops that you changed last.
desk-show-all = Show all { $count }
desk-none-fits = None of your { $count } co-ops fits. Show all, or change the words.
desk-page = Page { $page } of { $pages }, { $count } co-ops
desk-next-step = Adviser’s next step: { $step }
desk-remove-ask = Move { $name } to the bin?
desk-changed = Changed { $when }
desk-kind-answer = Answer
desk-kind-note = Note
desk-say-removed = Moved to the bin. It can be brought back.
desk-say-back = It is in your list again.
desk-say-copied = A copy is in your list: the answers as proposals, without name, people and reasons.
desk-say-example = The example is in your list.
desk-say-filtered = The list is filtered.
desk-say-found = { $count ->
    [0] Nothing found.
    [one] Found in 1 place.
   *[other] Found in { $count } places.
}
desk-disk-advice = Names and addresses will be kept on this computer: find out whether its disk is encrypted. Or use this:
desk-advice-read = Do not say this again
desk-say-advice-read = Put away.
