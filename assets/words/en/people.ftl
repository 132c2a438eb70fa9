# The people who found the co-op: the list, and one of them.

people-lead = Everyone who founds the co-op with you: enter each person once, and every paper has them. You need at least { $count } founder members.
people-take-off-ask = Take { $name } off the list?
people-say-removed = Removed.
people-nobody-is-entered = Nobody is entered yet.
people-no-role-yet = No role yet
people-to-mend = To mend:
people-every-paper-then = Every paper then does without them.
people-take-them-off = Take them off
people-keep-them = Keep them
people-take-off-the = Take off the list
people-enter-a-person = Enter a person
people-home-addresses-and = Home addresses and full dates of birth are private. The pack has them on separate sheets that say so.
person-fill-in-what = Fill in what you know. It is saved as you go, and the checks say what is still needed.
person-name = Name
person-as-on-a = As on a passport, with every accent.
person-first-name = First name
person-last-name = Last name
person-middle-names = Middle names
person-if-any = (if any)
person-title = Title
person-if-wanted = (if wanted)
person-former-names = Former names
person-used-in-business = (used in business in the last 20 years)
person-what-do-they = What do they do?
person-date-of-birth = Date of birth
person-for-example-12 = For example 12 4 1990.
person-day = Day
person-month = Month
person-year = Year
person-nationality = Nationality
person-several-with-commas = (several with commas)
person-occupation = Occupation
person-home-address = Home address
person-address-for-letters = Address for letters
person-how-to-reach = How to reach them
person-e-mail-address = E-mail address
person-telephone = Telephone
person-done = Done
person-back-to-people = Back to people
person-day-private = <span class="private">The day is private</span>: the public register shows month and year only.
person-home-private = <span class="private">Private</span>: the registrar keeps it off the public register. The pack has it on a separate sheet.
person-service-public = <span class="public">Public</span>: anybody can read it in the register. Leave it empty to use the registered office, which keeps the home address out of sight.
person-new = Somebody new
person-nameless = Somebody without a name yet
