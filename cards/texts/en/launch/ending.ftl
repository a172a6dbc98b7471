# What both read when their tandem ends before its time: always the same words.
ended-title = Your tandem has ended
ended-text = { $name }, your tandem with { $partner } in the programme “{ $programme }” has ended. Sessions to come are cancelled, past ones stay in the calendar. Thank you for taking part!
ended-channel = Your channel is archived.
ended-why = We never give reasons, to anybody.
ended-question = Would you like another tandem? Then you come first in the next matching.
ended-say-yes = Yes, another tandem please
ended-say-no = No, thank you
ended-yes = Great! You come first in the next matching. I will write to you here.
ended-no = All right, you will not be matched again. If you change your mind, one click is enough.

# What programme owners learn of it.
free-place-title = A place has become free
free-place-text = Tandem { $number } has ended: { $mentor } and { $mentee }. Both have been asked whether they would like another tandem; whoever would comes first in the next matching.
free-place-why = Why a tandem ends, and who wanted it, the bot never shows.
planned-end-title = A tandem has ended
planned-end-text = Tandem { $number } has ended as planned: { $mentor } and { $mentee }. Both have been thanked.

# One tandem and what can be done to it.
one-tandem-title = Tandem { $number }
one-tandem-who = { $mentor } (mentor) and { $mentee } (mentee)
one-tandem-agreed = Both have said yes. It has not started yet.
one-tandem-runs = It is running.
one-tandem-ending = It ends within the next three working days; that has been decided.
one-tandem-over = It has ended.
one-tandem-undone = Its launch was undone. It became tandem { $now }.
one-tandem-extend = Extend
one-tandem-sessions = How many more sessions (1 to 12)?
one-tandem-replace = Replace somebody
one-tandem-leaving = Who leaves?
one-tandem-coming = Who comes?
one-tandem-nobody = Without a name the matching finds somebody. Everybody is asked before anything begins.
one-tandem-end = End
one-tandem-contact = Write to the two
one-tandem-hand-over = Hand over the sessions
one-tandem-show = Show a preview

# What owners do to a tandem: preview, progress, receipt.
intervention-end-title = End tandem { $number }
intervention-end-preview = The tandem of { $mentor } and { $mentee } ends some time within the next three working days: for both at the same moment and in the same words as every end. Until then nothing changes.
intervention-end-confirm = End the tandem
intervention-end-sure = Really end the tandem of { $mentor } and { $mentee }? This cannot be undone.
intervention-end-yes = Yes, really end it
intervention-end-coming = The tandem of { $mentor } and { $mentee } ends within the next three working days. The bot shows the exact moment to nobody beforehand. After that the receipt stands here.
intervention-end-done = The tandem of { $mentor } and { $mentee } has ended. Both have read the same words.
intervention-ends-sessions = Sessions to come are cancelled with a friendly text
intervention-ends-channel = The tandem’s channel is archived
intervention-ends-team = Whoever has no other tandem in this team leaves it
intervention-ends-asked = Both are asked whether they would like another tandem, and then come first
intervention-no-way-back = This cannot be undone.
intervention-replace-title = Replace somebody in tandem { $number }
intervention-replace-preview = { $leaving } leaves, { $staying } stays. For that their tandem ends some time within the next three working days: for both at the same moment and in the same words as every end.
intervention-replace-then = If { $staying } would like another tandem then, { $coming } and { $staying } are offered to each other, as always the mentor first. If both say yes, the new tandem starts by itself; before the first launch, or once that was taken back, it starts with the next one.
intervention-replace-then-nobody = If { $staying } would like another tandem then, the matching looks for somebody; { $staying } comes first.
intervention-replace-confirm = Replace
intervention-replace-ended = The tandem of { $mentor } and { $mentee } has ended. { $staying } has been asked about another one; after a yes it is offered with { $coming }, if nothing has come between by then.
intervention-replace-done = The tandem of { $mentor } and { $mentee } has ended. { $staying } has been asked, and comes first after a yes.
intervention-coming = { $leaving } leaves, { $staying } stays. For that their tandem ends within the next three working days. The bot shows the exact moment to nobody beforehand.
intervention-overtaken = It did not come to that: the tandem of { $mentor } and { $mentee } came to another end first.
intervention-offered = { $one } and { $other } have been offered to each other; answers are due by { $day }.
intervention-agreed = { $one } and { $other } have said yes. Their tandem starts by itself.
intervention-ready = { $one } and { $other } have said yes. The next launch includes them.
intervention-stopped = { $one } and { $other } have said yes, but something went wrong with the launch. The launch’s card says what, and what helps now.
intervention-replace-started = { $staying } has a new tandem with { $coming }. Tandem { $made } has started.
intervention-started = { $mentor } and { $mentee } have said yes. Tandem { $made } has started.
intervention-over = { $one } and { $other } had said yes. The new tandem has ended since.
intervention-failed = Nothing has come of a tandem of { $one } and { $other }. Why, the bot never shows. Whoever is still without a tandem waits for the next matching.
intervention-failed-over = Nothing has come of a tandem of { $one } and { $other }. Why, the bot never shows. The cycle is over by now.
intervention-asking = { $one } and { $other } are being asked.
intervention-add-title = Add a tandem
intervention-add-preview = { $mentor } (mentor) and { $mentee } (mentee) are offered to each other, as always the mentor first. If both say yes, their tandem starts by itself; before the first launch, or once that was taken back, it starts with the next one.
intervention-add-confirm = Ask the two
intervention-ask-sure = This question cannot be taken back. Really ask { $mentor } and { $mentee }?
intervention-ask-yes = Yes, ask them
intervention-extend-title = Extend tandem { $number }
intervention-extend-preview = { $mentor } and { $mentee } are asked whether they would like { $sessions ->
    [one] one more session
   *[other] { $sessions } more sessions
 } in their usual rhythm. Nothing is booked until both agree to the same series.
intervention-extend-confirm = Ask the two
intervention-extend-asking = { $mentor } and { $mentee } have been asked. Nothing is booked until both agree.
intervention-extend-done = Booked: { $sessions ->
    [one] one more session stands
   *[other] { $sessions } more sessions stand
 } in the calendars of { $mentor } and { $mentee }.
intervention-extend-failed = { $mentor } and { $mentee } keep the sessions that they have. Who did not want more, the bot never shows.
intervention-extend-unbooked = { $mentor } and { $mentee } had agreed, but Microsoft 365 did not take the dates. IT finds the reason in the log under “booking.refused”. They keep the sessions that they have; once that is put right, the tandem can be extended anew.
intervention-extend-over = The tandem of { $mentor } and { $mentee } has ended. There are no further sessions.
intervention-gone = The tandem of { $mentor } and { $mentee } has already ended. There is nothing left to do here.
intervention-undone = The launch of this tandem was undone. { $mentor } and { $mentee } are tandem { $now } now; you can begin anew there.
intervention-cancelled = Sessions cancelled
intervention-cancelled-all = all that were still to come
intervention-channel = Tandem channel
intervention-channel-archived = archived
intervention-channel-none = there was none
intervention-left-team = Taken out of the team
intervention-left-team-some = whoever was needed there for nothing else
intervention-reason = Reason
intervention-part-left = did not quite work
intervention-left = Microsoft 365 did not let everything be cleared away here. If another attempt does not work either, please cancel what is still in the calendar together with the two; IT finds the reason in the log under “ending.refused”.
intervention-left-mailbox = The sessions are not cancelled: the mailbox in which they were booked no longer exists, and another attempt does not help. Only the other person can still delete them, from their own calendar. Please let them know.
intervention-left-no-mailbox = The sessions are not cancelled: whoever invited to them has no mailbox in Microsoft 365. If IT can restore it, another attempt helps. Otherwise only the other person can delete them, from their own calendar; please let them know.
intervention-again = Another attempt is being made.
