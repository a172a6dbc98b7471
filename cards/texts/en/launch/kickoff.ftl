kickoff-title = Kick-off
kickoff-subject = Kick-off: { $programme }
kickoff-body = Welcome! What it is about, how a tandem works, and time for questions.
kickoff-preview = As soon as you confirm, the dates are in your calendar, and { $people ->
    [one] one person is
   *[other] { $people } people are
 } asked which one suits them; whoever has had something else from me today, on their next working day.
kickoff-open = { $people ->
    [one] One person has
   *[other] { $people } people have
 } been asked. Whoever accepts gets the invitation from Outlook.
kickoff-trouble = The dates could not be entered in your calendar. Please ask IT whether the app may write into your calendar, then try again.
kickoff-over = The kick-off is over. Whoever could not be there has received the five-minute version.
kickoff-clock = { $place ->
    [UTC] All times on this card: UTC
   *[other] All times on this card: local time in { $place }
}
kickoff-short = There are not enough seats for everybody.
kickoff-ask = { $people ->
    [one] Ask one person
   *[other] Ask { $people } people
 }
kickoff-seats = { $seats ->
    [one] { $taken } of one seat taken
   *[other] { $taken } of { $seats } seats taken
 }
kickoff-at = { $site } and online
kickoff-online = online
kickoff-invite = Let us get to know each other, { $name }!
kickoff-what = At the kick-off of “{ $programme }” we spend an hour on how a tandem works. Which date suits you?
kickoff-question = One click is enough; the invitation comes from Outlook. You may change it at any time.
kickoff-coming = How nice that you are coming! The invitation comes from Outlook. You may change it at any time.
kickoff-none = No problem. Afterwards you will get the five-minute version.
kickoff-yours = your date
kickoff-full = full
kickoff-no = None of these
kickoff-was = The kick-off is over.
kickoff-missed = The kick-off in five minutes, { $name }
kickoff-part-why = What it is about
kickoff-part-why-text = Juniors pass their knowledge on to leaders. Both learn, and nobody is tested.
kickoff-part-roles = Who does what
kickoff-part-roles-text = The mentor prepares the session. The mentee brings questions and time.
kickoff-part-space = The protected space
kickoff-part-space-text = What is said stays between the two of you. No reports for others, no judgement.
kickoff-part-first = The first session
kickoff-part-first-text = Get to know each other, choose a topic, try something together.
kickoff-part-dates = The dates
kickoff-part-dates-text = They are in your calendar already. If something comes up, you find a new time here with one click.
kickoff-cancelled = The kick-off is called off. Outlook has told everybody with a seat. “kickoff” proposes new dates.
kickoff-cancelled-for-you = The kick-off is called off, sorry. If there is a new date, we ask again.
kickoff-ended = The kick-off has ended with its cycle. What was still to come, Outlook has cancelled.
kickoff-ended-for-you = The cycle has come to its end, so the kick-off does not take place any more.
kickoff-change = Change { $day }
kickoff-change-day = Day
kickoff-change-time = { $place ->
    [UTC] Time (UTC)
   *[other] Time (local time in { $place })
}
kickoff-change-site = Site (empty: online only)
kickoff-change-seats = Seats
kickoff-change-needed = Please fill this in.
kickoff-change-told = { $taken ->
    [0] Nobody has a seat here yet; the cards of everybody who was asked show the new date.
    [one] One person has a seat here and keeps it; they hear of the change from Outlook. The cards of everybody who was asked show it.
   *[other] { $taken } people have a seat here and keep it; they hear of the change from Outlook. The cards of everybody who was asked show it.
 }
kickoff-change-do = Change it
kickoff-cancel = Cancel the kick-off
kickoff-cancel-sure = { $taken ->
    [0] Nobody has a seat.
    [one] One person has a seat and gets a cancellation from Outlook.
   *[other] { $taken } people have a seat and get a cancellation from Outlook.
 } The cards of all who were asked ({ $people }) then say that it is called off. “kickoff” proposes new dates afterwards. Really call it off?
kickoff-cancel-yes = Yes, call it off
