# How Babel writes days and times (unicode.org, date field symbols), in a line and on a button.
date-short = d MMMM
date-moment = d MMMM, HH:mm
date-session = EEE d MMM y, HH:mm
date-slot = EEE d MMM, HH:mm

# What people write in commands, all of it understood in every language.
typed-until = until, till
typed-seats = seat, seats, place, places, people
typed-oclock = o'clock
typed-group = group
typed-as = as
typed-mentee = mentee, mentees
typed-mentor = mentor, mentors

# A command as somebody might write it.
example-pause = pause until 2027-02-15
example-launch = launch 2027-01-11
example-enrolment = enrolment until 2026-12-20
example-handover = handover 7
