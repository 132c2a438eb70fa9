# About the app.

about-about-toad-lane = About Toad Lane
about-toad-lane-helps = Toad Lane helps a group found a co-operative. You take the decisions. It writes your rules, checks them, and makes the papers to register.
about-what-it-does = What it does not do
about-it-never-talks = It never talks to a network. Nothing you type leaves this computer unless you carry it out.
about-it-does-not = It does not give legal advice, and it cannot promise that a registrar says yes. Fees and limits of the law are shown with the day they were last checked.
about-it-does-not-send = It does not send your papers. You read them, sign them and send them yourselves.
about-how-your-work = How your work is kept
about-there-is-no = There is no Save button. Every answer is on the disk as soon as the page says so, and older answers are kept in its history.
about-the-name = The name
about-the-rochdale-pioneers = The Rochdale Pioneers opened their first shop at 31 Toad Lane in 1844.
about-version-and-licences = Version and licences
about-version = Version { $version }.
about-licences = The program is under the MIT or Apache 2.0 licence, as you prefer. The texts of the rules are in the public domain (CC0): any group may use them. The typefaces Atkinson Hyperlegible Next and Noto Serif are under the SIL Open Font Licence.
about-others-work = Much of it was written by others.
about-notices = Read whose work it is, and every licence in full

## The licences

notices-heading = Licences
notices-lead = Toad Lane is built from the work of many people. Open a line to read whose work it is, and on which terms they gave it.
# The name of a program stands before it.
notices-more = and { $count } more
notices-to-about = Go back to the page about Toad Lane
