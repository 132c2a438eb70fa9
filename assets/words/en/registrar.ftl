# The registrar’s questions that are answered in words.

registrar-heading = The registrar’s questions
registrar-nobody-asks = Nobody registers an association, so nobody asks. What the bank wants to know stands in the pack.
registrar-to-pack = See the pack
registrar-lead = What the form or portal asks. We answer from your decisions, so that the answers and the rules say the same. Read each aloud, and change what is not true of you.
registrar-hint = Everything stands in the pack in the form’s order, for copying. A sheet cannot be sent in place of the form. What you write on the form may go on a file that anybody can read.
registrar-lead-facts = The form asks for facts alone: names, dates, addresses. They come from your answers and from the people you entered, so there is nothing to write here.
registrar-see-sheet = See this sheet as it will be printed
registrar-facts-alone = This sheet asks for facts alone: names, dates, addresses. They come from your answers and from the people you entered.
registrar-own = <strong>In your own words.</strong> Decisions no longer change it.
registrar-drafted = Drafted from your decisions.
registrar-words = { $count ->
    [one] 1 word.
   *[other] { $count } words.
}
registrar-go-on = Go on writing
registrar-answer-own = Answer it in your own words
registrar-answer-title = Answer the registrar
registrar-is-own = This is in your own words. Decisions no longer change it.
registrar-is-drafted = This is drafted from your decisions. Once you change it, decisions no longer change it.
registrar-why = The registrar compares the answers with the rules. Where they differ, it writes back, and that takes weeks.
registrar-text-hint = About 100 words are plenty. A line that begins with - is a bullet; an empty line begins a paragraph.
registrar-take-draft = Go back to our answer
registrar-today = What we would answer today
registrar-say-draft = Our answer is back. It follows your decisions again.
