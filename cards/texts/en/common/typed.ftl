# How Babel writes days and times (unicode.org, date field symbols), in a line and on a button.
date-short = d MMMM
date-moment = d MMMM, HH:mm
date-typed = y-MM-dd
date-elsewhere = { $time } in { $place }
date-session = EEE d MMM y, HH:mm
date-slot = EEE d MMM, HH:mm

# What people write in commands, all of it understood in every language.
typed-until = until, till
typed-seats = seat, seats, place, places, people
typed-oclock = o'clock
typed-afternoon = pm, p.m.
typed-forenoon = am, a.m.
typed-group = group
typed-groups = groups
typed-as = as
typed-mentee = mentee, mentees
typed-mentor = mentor, mentors

# What people say around a command: before it, after it, and instead of a name.
typed-polite = please, pls, kindly, can you, could you, would you, will you, can we, could we, you, i would like to, i'd like to, i want to, we would like to, we'd like to, we want to, i need, we need, i'd like, i would like, there, everybody, everyone, folks, let's, let us, hello, hi, hey, good morning, good afternoon, good evening, dear, tandem, bot, thanks, thank you, ok, okay
typed-thanks = please, pls, kindly, thanks, thank you, many thanks, thanks a lot, thank you very much, cheers
typed-light = the, all, my, a, an, everybody, everyone, proposals, proposal, tandems, invited, for, me
typed-negation = not, no, don't, dont, never, without, cannot, can't, won't
typed-on = on, at, the, from, of
typed-next = next, this, coming

# A command as somebody might write it.
example-pause = pause until next Monday
example-launch = launch next Monday
example-enrolment = enrolment until next Friday
example-handover = handover 7
example-show-tandem = show tandem 7
example-role = other role Jan Kurz
example-remove = remove Jan Kurz
example-enter-for = enter for Jan Kurz
example-end-tandem = end tandem 7
example-extend = extend 7 by 3
example-replace = replace Jan Kurz with Tom Frei
example-replace-in = replace Jan Kurz in tandem 7 with Tom Frei
typed-in-tandem = in tandem, of tandem, from tandem, tandem, number
typed-in-place-of = with, by, for
typed-by = by
typed-at-time = at, from, @
typed-in-place = in
typed-tandem-of = the tandem of, tandem of, the tandem with, tandem with, tandem
typed-no-person = owner, owners, topic, topics, figure, figures, group, groups, channel, question, text, texts
typed-of = of, with, between
typed-filler = please, also, just
call-says-mentor = Take part as mentor: { $programme }
call-says-mentee = Take part as mentee: { $programme }
