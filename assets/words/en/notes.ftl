# The notes of whoever supports the group.

notes-advisers-notes = Adviser’s notes
notes-for-whoever-supports = For whoever supports this group. None of it prints, and it is in no file that you hand on. It stays on this computer and in its backups.
notes-where-it-stands = Where it stands
notes-notes = Notes
notes-a-new-note = A new note
notes-add-the-note = Add the note
notes-no-note-yet = No note yet.
notes-take-it-away = Take it away
notes-of = the note of { $when }
notes-programme-hint = For example: Spring intake 2027
notes-stage = Stage
notes-stage-hint = For example: drafting, with the registrar
notes-next-step-hint = For example: ring Asha about the lease
notes-say-noted = Noted.
notes-say-gone = The note is gone. Undo brings it back.
