poll-title-rescue = A new time for your session with { $partner }
poll-title-all-lost = New times for your sessions with { $partner }
poll-title-session = A time for your session with { $partner }
poll-title-series = Your sessions with { $partner }: please choose
poll-whose = For { $name }
poll-why-asked = Another time is wanted for the session with { $partner } on { $time }. Until you both agree, it stays where it is.
poll-why-proposed = { $partner } suggests another time for the session on { $time }.
poll-why-proposed-mine = The time you suggested instead of { $time } is with { $partner }.
poll-why-declined = The session with { $partner } on { $time } does not work out. { $choices ->
    [1] This time is
   *[other] These times are
 } free for you both:
poll-why-cancelled = The session with { $partner } on { $time } is no longer in the calendar. { $choices ->
    [1] This time is
   *[other] These times are
 } free for you both:
poll-why-missed = A new time is wanted for the session with { $partner } on { $time }. { $choices ->
    [1] This time is
   *[other] These times are
 } free for you both:
poll-why-all-lost = Your coming sessions are no longer in the calendar. This is how it could go on:
poll-why-no-slot = Around { $time } there is no time that is quite free for you both. The nearest thing would be:
poll-why-unreadable = I cannot read one of the two calendars. So please choose together; nothing is booked before.
poll-why-next = When will you meet next? { $choices ->
    [1] This time is
   *[other] These times are
 } free for you both:
poll-why-away = The session with { $partner } on { $time } gets a later time. { $choices ->
    [1] This is
   *[other] These are
 } free for you both:
poll-why-back = The session with { $partner } on { $time } was to be skipped and can take place after all. { $choices ->
    [1] This time is
   *[other] These times are
 } free for you both:
poll-why-change = From now on your sessions are to be at other times. Until you both agree, everything stays as it is.
poll-taken = Something has just come in between. Here { $choices ->
    [1] is a new time
   *[other] are new times
 }.
poll-unsure = I do not know what is in a calendar that I cannot read. Please look yourself.
poll-only-so-so = For your tandem partner this would take some effort.
poll-suits-you = suits you
poll-suits-other = suits { $partner }
poll-how = { $choices ->
    [1] One click is enough: as soon as it suits you both, it is booked.
   *[other] One click is enough. The first time that suits you both is booked; you may choose several.
 }
poll-waiting = { $choices ->
    [0] Thank you! As soon as { $partner } agrees, too, it is booked.
   *[other] Thank you! As soon as { $partner } chooses the same time, it is booked. Would another one suit you, too?
 }
poll-other-times = Find other times
poll-shorter = Rather { $minutes } minutes only
poll-option = Suggestion { $number }
poll-take-option = Suggestion { $number } suits me
poll-more-dates = and { $dates ->
    [one] one more session
   *[other] { $dates } more sessions
 }
poll-searching = I am looking for times that are free for you both. One moment.
poll-booking-session = This suits you both: { $time }. I am booking it.
poll-booked-session = Booked: { $time } with { $partner }. It is in both calendars.
poll-booking-series = This suits you both. I am booking your sessions.
poll-booked-series = Booked with { $partner }. { $time } Everything is in both calendars.
poll-leave = Leave it as it is
poll-left-session = It stays as it is: { $time } with { $partner }. On your tandem’s card you can look for new times whenever you like.
poll-left-series = Your sessions stay where they are. On your tandem’s card you can look for new times whenever you like.
poll-closed = There is nothing left to do here. On your tandem’s card you can look for new times whenever you like.
poll-not-booked = What suits you both could not be booked, sorry. What counts is what stands in your calendars. On your tandem’s card you can look for new times whenever you like.
poll-move = Move a session
poll-which = Which session?
poll-find = Find new times
poll-change = Change from now on
poll-length = How long?
poll-rhythm = How often?
poll-minutes = { $minutes } minutes
poll-rhythm-monthly = Once a month
poll-rhythm-two-weeks = Every two weeks
poll-rhythm-six-weeks = Every six weeks
poll-rhythm-tandem = From session to session
poll-nothing-yet = Nothing changes before you both agree.
poll-without-time = Session { $number }, without a date yet
poll-nothing-found = There was no time that is free for { $partner } and you. It is best to talk briefly; I will take over what you arrange in Outlook.
poll-ended = Your tandem has come to its end; there is nothing left to do here.
poll-ended-for = The tandem of { $name } and { $partner } has come to its end; there is nothing left to do here.
poll-undone = The start was taken back; there is nothing to do here just now. When it starts anew, there will be new dates.
poll-undone-for = The start of the tandem of { $name } and { $partner } was taken back; there is nothing to do here just now. When it starts anew, there will be new dates.
poll-title-rescue-for = A new time for { $name } and { $partner }
poll-title-all-lost-for = New times for { $name } and { $partner }
poll-title-session-for = A time for { $name } and { $partner }
poll-title-series-for = The sessions of { $name } and { $partner }
poll-why-asked-for = Another time is wanted for the session with { $partner } on { $time }. Until both sides agree, it stays where it is.
poll-why-proposed-mine-for = The time suggested instead of { $time } is with { $partner }.
poll-why-declined-for = The session with { $partner } on { $time } does not work out. { $choices ->
    [1] This time is
   *[other] These times are
 } free for both:
poll-why-cancelled-for = The session with { $partner } on { $time } is no longer in the calendar. { $choices ->
    [1] This time is
   *[other] These times are
 } free for both:
poll-why-missed-for = A new time is wanted for the session with { $partner } on { $time }. { $choices ->
    [1] This time is
   *[other] These times are
 } free for both:
poll-why-all-lost-for = The coming sessions are no longer in the calendar. This is how it could go on:
poll-why-no-slot-for = Around { $time } there is no time that is quite free for both. The nearest thing would be:
poll-why-unreadable-for = I cannot read one of the two calendars. Nothing is booked before both sides have agreed.
poll-why-next-for = When will { $name } and { $partner } meet next? { $choices ->
    [1] This time is
   *[other] These times are
 } free for both:
poll-why-away-for = The session with { $partner } on { $time } gets a later time. { $choices ->
    [1] This is
   *[other] These are
 } free for both:
poll-why-back-for = The session with { $partner } on { $time } was to be skipped and can take place after all. { $choices ->
    [1] This time is
   *[other] These times are
 } free for both:
poll-why-change-for = From now on the sessions with { $partner } are to be at other times. Until both sides agree, everything stays as it is.
poll-only-so-so-for = For { $partner } this would take some effort.
poll-suits-you-for = suits { $name }
poll-how-for = { $choices ->
    [1] One click is enough: as soon as it suits both, it is booked.
   *[other] One click is enough. The first time that suits both is booked; several are possible.
 }
poll-waiting-for = { $choices ->
    [0] Thank you! As soon as { $partner } agrees, too, it is booked.
   *[other] Thank you! As soon as { $partner } chooses the same time, it is booked. Would another one suit { $name }, too?
 }
poll-searching-for = I am looking for times that are free for both. One moment.
poll-booking-session-for = This suits both: { $time }. I am booking it.
poll-booking-series-for = This suits both. I am booking the sessions.
poll-left-session-for = It stays as it is: { $time } with { $partner }.
poll-left-series-for = The sessions stay where they are.
poll-closed-for = There is nothing left to do here.
poll-not-booked-for = What suits both could not be booked, sorry. What counts is what stands in the calendars.
poll-nothing-found-for = There was no time that is free for both { $name } and { $partner }. I will take over what is arranged in Outlook.
poll-nothing-yet-for = Nothing changes before both sides agree.
poll-why-extend = Times for further sessions, which would follow those you have. Nothing is booked until you both agree.
poll-why-extend-for = Times for further sessions of { $name } and { $partner }, which would follow those they have. Nothing is booked until both sides agree.
