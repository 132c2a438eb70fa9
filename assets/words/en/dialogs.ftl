# The titles of the desktop’s own dialogs for folders and files.

choose-place-for-file = Where should the file go?
choose-place-for-draft = Where should the draft go?
choose-place-for-pack = Where should the pack go?
choose-place-for-text = Where should the text go?
choose-place-for-backup = Where should the backup go?
choose-place-for-person = Where should the file about them go?
choose-backup = Which backup should be put back?
choose-co-op-file = Which file came to you?
choose-model = Which folder holds the model?
choose-model-file = Which file holds the model?
choose-law-folder = Which folder holds the newer figures?
choose-law-file = Which file holds the newer figures?
