closing-title = Close the cycle
closing-intro = This happens as soon as you confirm. Until then nothing changes.
closing-tandems = Running tandems
closing-sessions = Coming sessions
closing-sessions-cancelled = { $sessions ->
    [0] none
    [one] one will be cancelled with a friendly line
   *[other] { $sessions } will be cancelled with a friendly line
 }
closing-channels = Tandem channels
closing-channels-archived = { $channels ->
    [one] one, it can still be read
   *[other] { $channels }, they can still be read
 }
closing-kept = Past sessions stay in both calendars. Everybody gets a word of thanks.
closing-confirm = Close the cycle
closing-running = { $tandems ->
    [one] The tandem is being closed
   *[other] { $closed } of { $tandems } tandems are closed
 }
closing-so-far = So far
closing-done = { $tandems ->
    [one] One tandem is closed
   *[other] All { $tandems } tandems are closed
 }
closing-receipt = Coming sessions are cancelled, the channels can still be read, and everybody has been thanked.
thanks-title = Thank you, { $name }!
thanks-text = Your tandem with { $partner } in the programme “{ $programme }” has come to its end. Your channel can still be read, and your past sessions stay in the calendar. Do stay in touch!
closing-troubled = Tandem { $tandems }: Microsoft 365 did not allow everything. IT finds the reason in the log.
