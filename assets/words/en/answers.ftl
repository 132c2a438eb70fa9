# All answers on one page.

answers-lead = Everything you decided, on one page. Choose a question to change its answer.
answers-none = No answer yet
