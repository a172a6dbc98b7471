# How Babel writes days and times (unicode.org, date field symbols), in a line and on a button.
date-short = d. MMMM
date-moment = d. MMMM, HH:mm
date-session = EEE, d. MMM y, HH:mm
date-slot = EEE, d. MMM, HH:mm

# What people write in commands, all of it understood in every language.
typed-until = bis
typed-seats = platz, plätze, plätzen, personen
typed-oclock = uhr
typed-group = gruppe
typed-as = als
typed-mentee = mentee, mentees
typed-mentor = mentor, mentors, mentoren, mentor:in, mentor:innen, mentorin, mentorinnen

# A command as somebody might write it.
example-pause = pause bis 15.02.2027
example-launch = start 11.01.2027
example-enrolment = anmeldung bis 20.12.2026
example-handover = übergabe 7
