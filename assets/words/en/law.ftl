# Newer figures of the law: fees, limits and dates that somebody takes in from disk.

law-heading = Newer figures of the law
law-lead = Toad Lane came with fees, limits and dates of the law, each with the day it was checked. Somebody you trust may have newer ones, as a folder or a file. You see what would change before anything is kept.
law-looked = What would change
law-cannot = It cannot be taken in:
law-nothing = Nothing in it is newer than what is here.
# Before what a figure was, and what it is then.
law-was = Was
law-is = Is
law-new = New
law-gone = No longer there
law-held-back = These are not taken in, because Toad Lane’s own were checked later:
law-take = Take these figures in
law-used = What is used now
law-used-own = The figures that Toad Lane came with.
law-used-newer = Newer figures that were taken in. They differ from Toad Lane’s own in this:
law-own = Go back to Toad Lane’s own figures
law-choose-folder = Choose a folder…
law-choose-file = Choose a file…
law-to-settings = Settings
law-say-taken = The newer figures are used from now on.
law-say-own = Toad Lane’s own figures are used from now on.
law-say-none = Nothing was chosen.
