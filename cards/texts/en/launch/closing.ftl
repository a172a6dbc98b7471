closing-title = Close the cycle
closing-intro = This happens as soon as you confirm. Until then nothing changes.
closing-none-runs = No tandem is running. Both sides have said yes, but nothing was launched. If they are still to begin, write “launch” instead.
closing-tandems = Tandems that end
closing-sessions = Coming sessions
closing-sessions-cancelled = { $sessions ->
    [0] none
    [one] one will be cancelled with a friendly line
   *[other] { $sessions } will be cancelled with a friendly line
 }
closing-sessions-all = all will be cancelled with a friendly line
closing-channels = Tandem channels
closing-channels-archived = { $channels ->
    [one] one, it can still be read
   *[other] { $channels }, they can still be read
 }
closing-applications = Applications without an answer
closing-applications-end = { $people ->
    [one] one; it ends with a kind sentence, and the answers in it are erased
   *[other] { $people }; they end with a kind sentence, and the answers in them are erased
 }
closing-uncleared = Still without the company’s clearance
closing-uncleared-end = { $people ->
    [one] one enrolment; it ends with a kind sentence, and the answers in it are erased
   *[other] { $people } enrolments; they end with a kind sentence, and the answers in them are erased
 }
closing-not-launched = Of these not launched
closing-not-launched-end = { $many ->
    [one] one; the two read that it could not begin, and come first next time
   *[other] { $many }; their people read that they could not begin, and come first next time
 }
closing-offers = Open offers
closing-offers-end = { $many ->
    [one] one ends
   *[other] { $many } end
 }
closing-kickoffs = Kick-off
closing-kickoffs-end = { $many ->
    [one] will be called off with a friendly line
   *[other] { $many } will be called off with a friendly line
 }
closing-circles = Circles
closing-circles-archived = { $names }: the channel will be archived, and those in it can still read it
closing-told = Without a tandem
closing-told-end = { $people ->
    [one] one person reads a kind word
   *[other] { $people } people read a kind word
 }
closing-kept = Past sessions stay in both calendars. Whoever had a tandem gets a word of thanks.
closing-confirm = Close the cycle
closing-running = { $tandems ->
    [one] The tandem is being closed
   *[other] { $closed ->
        [one] One of { $tandems } tandems is closed
       *[other] { $closed } of { $tandems } tandems are closed
     }
 }
closing-so-far = So far
closing-done = { $tandems ->
    [one] One tandem is closed
    [2] Both tandems are closed
   *[other] All { $tandems } tandems are closed
 }
closing-receipt = Coming sessions are cancelled, the channels can still be read, and whoever had a tandem has been thanked.
closing-receipt-troubled = { $others ->
    [0] Whoever had a tandem has been thanked.
    [one] In the other tandem coming sessions are cancelled, and the channel can still be read. Whoever had a tandem has been thanked.
   *[other] In the other { $others } tandems coming sessions are cancelled, and the channels can still be read. Whoever had a tandem has been thanked.
 }
closing-receipt-none-began = None of them had begun. Their people have read that, and come first next time.
thanks-title = Thank you, { $name }!
thanks-result = A sentence for the programme
thanks-change = What has changed
thanks-certificate = Certificate
thanks-text = Your tandem with { $partner } in the programme “{ $programme }” has come to its end. { $channel ->
    [yes] Your channel can still be read.{" "}
   *[no] {""}
 }{ $sessions ->
    [0] {""}
    [one] Your past session stays in the calendar.{" "}
   *[other] Your past sessions stay in the calendar.{" "}
 }Do stay in touch!
not-begun-title = { $name }, your tandem could not begin
not-begun-text = You and { $partner } had both said yes in the programme “{ $programme }”. The cycle is over now, and your tandem was not launched. That is not because of either of you, and we are sorry. There is nothing you need to do; in the next cycle you come first.
closing-since = Since this preview the number of tandems has changed from { $before } to { $tandems }.
closing-sure = This cannot be taken back: { $tandems ->
    [one] one tandem ends
   *[other] { $tandems } tandems end
 }, and coming sessions are cancelled. Really close the cycle?
closing-sure-none-began = This cannot be taken back: { $tandems ->
    [one] one tandem ends before it has begun
   *[other] { $tandems } tandems end before they have begun
 }. Really close the cycle?
closing-yes = Yes, really close it
closing-troubled = Microsoft 365 did not let everything be cleared away here. If another attempt does not work either, please see to what is left together with the two; IT finds the reason in the log under “ending.refused”.
closing-troubled-tandem = Tandem { $number }: { $mentor } and { $mentee }
closing-troubled-parts = Still to do: { $parts }
closing-troubled-sessions = cancel the sessions
closing-troubled-channel = archive the channel
closing-troubled-team = take out of the team
closing-troubled-mailbox = delete the sessions from the other person’s calendar, which only they can do (the mailbox in which they were booked no longer exists)
closing-troubled-no-mailbox = cancel the sessions (whoever invited to them has no mailbox in Microsoft 365: another attempt helps once IT has restored it; otherwise only the other person can delete them, from their own calendar)
closing-troubled-more = { $tandems ->
    [one] and one more tandem
   *[other] and { $tandems } more tandems
 }
closing-sponsor = I am asking { $sponsor } whether thanks should go to everybody. I do not show the answer here.
closing-sponsor-unreachable = I cannot reach { $sponsor } in Teams. So no thanks go out in that name; nobody else can send them either.
closing-further = Of these agreed on beyond the plan
thanks-called-off = { $sessions ->
    [one] The extra session that you had agreed on is cancelled with it. That is not because of either of you.
   *[other] The { $sessions } extra sessions that you had agreed on are cancelled with it. That is not because of either of you.
 }
