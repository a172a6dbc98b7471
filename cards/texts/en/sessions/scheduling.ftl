### Why the sessions are when they are. $at and $to are moments (day and time) in the reader's zone,
### $start and $end times on the organizer's clock; $who is you, other or both.
### What is in somebody else's calendar appears in no sentence.

scheduling-index = { $index ->
    [first] first
    [second] second
    [third] third
    [fourth] fourth
   *[last] last
}
scheduling-weekday = { $weekday ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
}
scheduling-place = { $zones ->
    [same] {""}
   *[different] {" "}({ $zone } time)
}

scheduling-series-monthly = You meet on the { scheduling-index } { scheduling-weekday } of the month, { $start }–{ $end }{ scheduling-place }.
scheduling-series-weeks = You meet every { $weeks } weeks on { scheduling-weekday }, { $start }–{ $end }{ scheduling-place }.
scheduling-series-once = Your next session: { $at }. At its end you agree on the one after.

scheduling-moved-not-free = The session of { $at } has moved to { $to }, because { $who ->
    [you] you would not be free
    [other] your tandem partner would not be free
   *[both] neither of you would be free
 }.
scheduling-moved-holiday = The session of { $at } has moved to { $to }, because it is a public holiday { $who ->
    [you] where you are
    [other] where your tandem partner is
   *[both] for both of you
 }.
scheduling-moved-closing-day = The session of { $at } has moved to { $to }, because the company is closed on that day.
scheduling-moved-given-up = The session of { $at } has moved to { $to }, because the earlier time did not suit.
scheduling-moved-clock-change = The session of { $at } has moved to { $to }, because after the clock change the time no longer suits { $who ->
    [you] you
    [other] your tandem partner
   *[both] either of you
 }.

scheduling-cancelled-holiday = There is no session on { $at }: it is a public holiday { $who ->
    [you] where you are
    [other] where your tandem partner is
   *[both] for both of you
 }, and no time around it is free for you both.
scheduling-cancelled-closing-day = There is no session on { $at }: the company is closed, and no time around it is free for you both.

scheduling-open = For the session around { $at } there is no time yet that is free for you both. It is not booked.
scheduling-offer = The nearest thing would be { $to }. It is booked only if you both agree.
scheduling-offer-away = { $at }: you are away then, or have finished work by then.
scheduling-offer-taken = { $at }: there is something in your calendar.
scheduling-offer-outside-hours = { $at }: that is outside your working hours or the times the programme allows.

scheduling-tentative = { $at }: there is something tentative in your calendar.
scheduling-wishes-missed = { $of ->
    [one] The session is
   *[other] { $sessions ->
        [one] One of { $of } sessions is
       *[other] { $sessions } of { $of } sessions are
     }
 } not on the days and times of day you asked for; there was no better way.

scheduling-calendar-unreadable = I cannot read { $who ->
    [you] your calendar
   *[other] your tandem partner’s calendar
 }. Please choose together from the proposals; nothing is booked before.
scheduling-state-unknown = I do not know the regional holidays { $who ->
    [you] where you are
   *[other] where your tandem partner is
 }. Please look through the dates with that in mind.
scheduling-hours-unknown = Outlook does not tell me when you work. I assume Monday to Friday, 8 to 17.
scheduling-zone-unknown = Outlook does not tell me by which clock you live. I reckon with { $zone } time.
scheduling-holidays-unknown = I do not know the public holidays { $who ->
    [you] where you are
   *[other] where your tandem partner is
 }. Please look through the dates with that in mind.
scheduling-series-monthly-for = { $name } and their partner meet on the { scheduling-index } { scheduling-weekday } of the month, { $start }–{ $end }{ scheduling-place }.
scheduling-series-weeks-for = { $name } and their partner meet every { $weeks } weeks on { scheduling-weekday }, { $start }–{ $end }{ scheduling-place }.
scheduling-series-once-for = The next session: { $at }. At its end the one after is agreed on.
scheduling-offer-away-for = { $at }: { $name } is away then, or has finished work by then.
scheduling-offer-taken-for = { $at }: there is something in the calendar of { $name }.
scheduling-offer-outside-hours-for = { $at }: that is outside the working hours of { $name } or the times the programme allows.
