# A paper of the pack, page by page.

paper-title = A paper of the pack
# "The pack" stands before it.
paper-number = paper { $number }
paper-draft = <strong>Draft:</strong> something still stops the final pack, so every page says DRAFT.
paper-before = Previous page
paper-next = Next page
paper-page = Page
paper-of = of { $pages }
paper-go = Go
paper-how-large = How large
paper-fit = Fit width
# $size is a percentage of the size on paper.
paper-size = { $size }%
paper-as-printed = The page as it will be printed
paper-as-text = Read page { $page } as text
paper-keys = This is what will be printed, letter by letter. <kbd>Ctrl</kbd> <kbd>Page Down</kbd> turns to the next page, and <kbd>Ctrl</kbd> <kbd>Page Up</kbd> to the page before.
paper-word-means = A Word file of this paper is for changing it, as for a letter. Sign and send the PDF from the pack.
paper-say-page = Page { $page } of { $pages }
