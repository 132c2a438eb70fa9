# All answers on one page.

answers-lead = Everything you decided, on one page. Choose a question to change its answer.
answers-none = No answer yet
answers-which = Which answers are listed
# $count is how many there are.
answers-all = All ({ $count })
answers-open = Still to settle ({ $count })
answers-none-open = Every question is settled: you agreed to it, or left the usual answer.
# A question stands behind it.
answers-next-open = Next to settle:
