# Whose data is where, and erasing it.

privacy-still-named = Their name still stands in these places. Nothing in them was changed; read them and decide. You can change what a text says now. The history keeps what it said before, and who made each change. Only erasing the whole co-op takes its texts out of the history:
privacy-lead = What Toad Lane knows about each of you, in which papers it stands, and what anybody can read afterwards.
# $form is the legal form: cs and cbs are societies.
privacy-register = { $form ->
    [cs] What is marked <span class="public">public</span> can be read by anybody, for ever, in the Mutuals Public Register of the FCA.
    [cbs] What is marked <span class="public">public</span> can be read by anybody, for ever, in the Mutuals Public Register of the FCA.
   *[other] What is marked <span class="public">public</span> can be read by anybody, for ever, in the register of Companies House.
}
privacy-no-register = An unincorporated association is on no public register.
privacy-comments = Comments on rules and the history carry the name of whoever wrote them, as it is in the settings. They go along in a full file that you hand on, and stand in no paper.
privacy-of = { $name }: where their data is
privacy-held = Held
privacy-who-reads = Who can read it
privacy-stands-in = Stands in
privacy-public = public
privacy-no-paper = No paper
privacy-private-sheet = (private sheet)
privacy-erase-ask = Erase everything about { $name }?
privacy-erase-means = What was entered about them goes from the list, the history and every backup on this computer. This cannot be undone. Texts that name them stay, and so does their name on changes that they made: you get a list. It stays in packs and files that you made, in copies that you handed on, and in what a registrar has already published.
privacy-erase-yes = Erase for good
privacy-save-all = Save everything held about them
privacy-erase = Erase
privacy-organisations = Organisations
privacy-organisations-means = { $names }. Their names, numbers and offices stand in public registers, so they are no person’s data. Who acts for them is above.
privacy-shareable = A copy to share
privacy-shareable-means = This saves one PDF for anybody to read: the rules, who founds the co-op, and what you decided. What is private about people is left blank, as the tables above show it. It is struck out too where somebody typed it into an answer or a rule.
privacy-share = Save a copy to share
privacy-text-alone = Other groups can go on from your text in Toad Lane. Then hand on the text alone. It has the answers and the rules that follow from them. It has no people, founding organisations, reasons, notes or history. What you typed into an answer stays as you typed it, so read it first.
privacy-say-shared = The copy to share is saved as { $file }.
privacy-must-tell = Somebody may ask what you hold about them, and you must tell them. The file says it in words they can read.
privacy-say-erased = Everything that was entered about them is erased.
privacy-say-made = Everything held about them is in { $file }.
