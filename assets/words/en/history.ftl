# What was done, and the co-op as it was. $when is a day and a time, and may have more words behind it.

history-different = What became different
history-from = From { $when }
history-to = to { $when }
history-none-differs = Nothing differs between these two moments.
history-lead = Everything that was done to this co-op. Nothing is ever overwritten, so you can look back, compare, and go back.
history-conflicts = { $count ->
    [one] Copies disagree on 1 thing.
   *[other] Copies disagree on { $count } things.
}
history-settle = Settle them
history-as-it-was = See it as it was
history-compare = Compare two moments
history-compare-button = Compare
history-earlier = Earlier moment
history-later = Later moment
history-removed = Taken out, and can be brought back
history-bring-back = Bring back
history-done = What was done
history-agreed = { $count } agreed
history-reverted = took back, or did again
history-came-in = came in with another copy
# $what is what was changed first.
history-and-more = { $what } and { $count } more
history-moment = { $when }: { $what }
history-moment-more = { $when }: { $what } and { $count } more
history-older = Show { $count } older
history-began = This is where it began.
life-slide = Slide to a moment
life-days = The days on which something was done
life-day-agreed = { $count ->
    [one] { $day }: 1 answer agreed
   *[other] { $day }: { $count } answers agreed
}
moment-title = As it was
moment-heading = As it was on { $when }
moment-marked = See the rules marked against this
moment-is-now = Nothing became different since. This is how it stands today.
moment-ask = Put the co-op back as it was on { $when }?
moment-ask-means = What is listed below goes back to what it was. Nothing is lost: what came after stays in the history, and Undo takes this back.
moment-put-back = Put it back as it was then
moment-since = What became different since
moment-nobody = Nobody was entered yet.
history-say-person = They are on the list of people again.
history-say-rule = The rule is in again.
history-say-restored = { $count ->
    [0] Nothing was different, so nothing changed.
    [one] Put back as it was: 1 thing changed. Undo takes it back.
   *[other] Put back as it was: { $count } things changed. Undo takes them back.
}
