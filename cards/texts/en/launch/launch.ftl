launch-title = Launch from { $day }
launch-tandems = Tandems
launch-rooms = Private channels
launch-rooms-private = { $rooms ->
    [one] one, seen only by its two members
   *[other] { $rooms }, each seen only by its two members
 }
launch-series = Series of sessions
launch-series-of = { $sessions } sessions of { $minutes } minutes each, free in both calendars
launch-cards = Cards to participants
launch-open-offers = Open offers
launch-released = { $offers ->
    [0] none
    [one] one will be released
   *[other] { $offers } will be released
 }
launch-left-over = Without a tandem yet
launch-told = { $people ->
    [0] nobody
    [one] one person gets a kind message
   *[other] { $people } people get a kind message
 }
launch-visible = Outlook sends the invitations. People in the same team see its member list, but only their own channel.
launch-confirm = { $tandems ->
    [one] Launch the tandem
   *[other] Launch { $tandems } tandems
 }
launch-running = { $tandems ->
    [one] The tandem is being launched
   *[other] { $launched } of { $tandems } tandems are launched
 }
launch-done = { $tandems ->
    [one] The tandem is launched. Done!
   *[other] All { $tandems } tandems are launched. Done!
 }
launch-partly = { $tandems ->
    [one] The tandem is not launched yet
   *[other] { $launched } of { $tandems } tandems are launched
 }
launch-sessions = Sessions booked
launch-moved = Of these, moved
launch-without-slot = Without a time yet
launch-they-choose = Where a time is missing, both get suggestions and choose together.
launch-troubles = Not launched yet
launch-trouble = Tandem { $number }: { $why }
trouble-member = one person could not be added to the team. Please check the account, then launch again.
trouble-notthere = an account or team is gone. Please check, then launch again.
trouble-notallowed = a permission is missing. IT finds it in the log.
trouble-rejected = Microsoft 365 refused it. IT finds the reason in the log.
launch-intro = This happens as soon as you confirm. Until then nothing is sent.
launch-goes-on = It goes on by itself, even if you close this card.
launch-so-far = So far
