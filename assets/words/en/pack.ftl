# The pack: its papers, who signs them, and other editions of the rules.

pack-the-draft-is = The draft is made
pack-the-pack-is = The pack is made
pack-read-everything-once = Read everything once more, print what must be signed, and send what is for the registrar.
pack-the-file-is = The file is saved
pack-the-pack = The pack
pack-see-the-checks = See the checks
pack-make-the-final = Make the final pack
pack-make-a-draft = Make a draft
pack-a-draft-can = A draft can be made at any time. Every page of it says DRAFT.
pack-what-is-in = What is in it
pack-open-a-paper = Open a paper to see each page as it will be printed. Blanks are filled in by hand.
pack-no = No.
pack-paper = Paper
pack-what-for = What for
pack-who-signs = Who signs
pack-how-far = How far
pack-pages = Pages
pack-private = private
pack-nobody = Nobody
pack-draft = Draft
pack-ready = Ready
pack-who-signs-what = Who signs what
pack-signed-and-back = : signed and back
pack-the-paper-changed = The paper changed since it was signed. Have it signed again.
pack-other-editions-of = Other editions of the rules
pack-the-same-rules = The same rules for other readers. The one that is signed is in the pack.
pack-while-something-stops = While something stops the final pack, each says DRAFT.
pack-calendar = Dates for your calendar
pack-calendar-lead = Once the co-op is there, you can save what falls due in its first three years. Calendar programs open the file. Each date has an alarm two weeks before.
pack-calendar-when = When did the co-op begin?
pack-calendar-hint = The day on the proof of registration, for example 1 12 2026. If nobody registers it, the day of the founding meeting.
pack-calendar-save = Save the dates
pack-make-the-pack = Make the pack
pack-the-papers-of = The papers of the pack
pack-papers-are-in = { $count } papers are in the folder <strong>{ $folder }</strong>, in { $within }.
pack-seal = Seal <span class="seal">{ $seal }</span>: it is kept in manifest.json, beside the papers. If one letter of a paper is changed afterwards, it no longer fits.
pack-file-is-called = It is called <strong>{ $file }</strong>, in { $within }.
pack-lead = { $papers } papers, { $pages } pages: all that is needed to register, to sign and to keep.
pack-warnings = { $count ->
    [one] 1 warning is neither mended nor accepted.
   *[other] { $count } warnings are neither mended nor accepted.
}
pack-nothing-stops = Nothing stops the final pack. You choose where the folder “{ $folder }” goes.
pack-stopped = { $count ->
    [one] 1 thing stops the final pack
   *[other] { $count } things stop the final pack
}
pack-blanks = { $count ->
    [one] 1 blank
   *[other] { $count } blanks
}
pack-do-not-sign = { $count } places to sign. Do not sign yet: something still stops the final pack.
pack-signed = { $back } of { $all } signed and back
pack-cover-sheet = The <a>cover sheet</a> says in which order. Tick a place when the signed sheet is back with you. Ticks stay on this computer: they are in no file that you hand on.
pack-place = { $signer }, page { $page }
edition-title = An edition of the rules
edition-see-pages = See its pages
edition-explained = Explained
edition-explained-means = Each rule beside what it means and what you chose. To read before the founding meeting.
edition-save-pdf = Save as PDF
edition-summary = Summary
edition-summary-means = Two pages in plain words, for people who join later.
edition-large-print = Large print
edition-large-print-means = Letters of 18 point, for people who see less well.
edition-marked = Marked
edition-marked-means = What differs from the usual answers of the model, with a table of the changes. For an adviser or the registrar.
edition-marked-model-means = What differs from the model’s own words with the same answers, with a table of the changes.
# $when is a day and a time.
edition-marked-moment-means = What changed in the rules since { $when }, with a table of the changes.
edition-tracked = In the Word file the changes are tracked, to accept or reject.
edition-shared-means = For anybody to read: the rules, who founds the co-op, and what you decided. What is private about people is left blank.
edition-word = Word
edition-word-means = The text to edit and comment on in a word processor.
edition-save-word = Save as Word file
edition-word-marked = Word, marked
edition-word-marked-means = The same differences as tracked changes, to accept or reject.
edition-web-page = Web page
edition-web-page-means = For a website, and for screen readers that like it better than a PDF.
edition-save-web-page = Save as web page
edition-text = Text
edition-text-means = The words alone, for an e-mail or any other program.
edition-save-text = Save as text file
pack-say-saved = The file is saved.
pack-say-made = The pack is made.
pack-say-no-file = No file chosen. Nothing was saved.
pack-say-no-folder = No folder chosen. Nothing was made.
pack-say-signed = { $back } of { $all } signed and back.
