# All answers on one page.

answers-lead = Every question with its answer, on one page. Choose one to change it.
answers-none = No answer yet
answers-which = Which answers are listed
# $count is how many there are.
answers-all = All ({ $count })
answers-open = Open, proposed or parked ({ $count })
answers-none-open = Nothing is open. Where nobody chose, the usual answer stands.
# A question stands behind it.
answers-next-open = Next to settle:
