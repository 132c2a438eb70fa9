# What somebody sets for themselves.

settings-language = In which language does the app speak?
settings-language-rules = Your rules and the papers for the registrar stay in English, whatever you choose here.
settings-language-draft = The words of this language are a draft. No translator has read them yet. What has no words in it yet is shown in English.
settings-language-save = Use this language
settings-who = Who works here?
settings-name = Your name
settings-name-hint = It stands in the history beside what you do from now on. When two copies of a co-op come together, it says who wrote what. It is in every full file that you hand on.
settings-name-save = Save my name
settings-size = How large is everything?
# $size is a percentage.
settings-size-now = Now { $size }%. You can also press Ctrl with + or −, and Ctrl with 0 for the usual size.
settings-larger = Larger
settings-smaller = Smaller
settings-usual-size = Usual size
settings-passphrase = A passphrase
settings-passphrase-means = With a passphrase, nobody who finds this computer can read your co-ops.
settings-passphrase-change = Change or take off the passphrase, or lock now
settings-colours = Colours
settings-colours-means = Toad Lane follows your computer: light or dark, more contrast, or colours of your own.
go-to-desk = Go to your co-ops
settings-models = Rules of a sponsoring body
settings-models-means = A co-op need not follow Toad Lane’s own rules. It can follow the model of a federation or another body.
settings-to-models = Add a model, or see which are here
settings-law = Figures of the law
settings-law-means = Fees, limits and dates of the law change. Newer ones can be taken in from a file.
settings-to-law = Take in newer figures, or see which are used
