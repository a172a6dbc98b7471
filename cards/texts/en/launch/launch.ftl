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
launch-intro = This happens as soon as you confirm. Until then nothing is sent.
launch-goes-on = It goes on by itself, even if you close this card.
launch-so-far = So far
launch-mails = Invitations from Outlook
launch-mails-of = { $mails ->
    [one] one, to one person
   *[other] { $mails }, each to one person
 }
launch-cards-of = { $cards }: { $both } to the tandems{ $deputies ->
    [0] {""}
    [one] , one to a deputy
   *[other] , { $deputies } to deputies
 }{ $told ->
    [0] {""}
    [one] , a kind word to one person without a tandem
   *[other] , a kind word to { $told } people without a tandem
 }
launch-since = Something has changed since this preview: there were { $before } tandems, now there are { $tandems }.
launch-offers-go-on = { $offers ->
    [one] One offer is still open and goes on until { $day }. If it is accepted by then, the tandem is launched then by itself.
   *[other] { $offers } offers are still open and go on, the last one until { $day }. Whoever has accepted by then is launched then by themselves.
 }
launch-offers-wait = { $offers ->
    [one] One offer is still open, until { $day }. If it is accepted, the tandem is launched then by itself.
   *[other] { $offers } offers are still open, the last one until { $day }. Those accepted are launched then by themselves.
 }
launch-sure = The invitations go out at once and cannot be taken back. { $tandems ->
    [one] Launch the tandem now?
   *[other] Launch { $tandems } tandems now?
 }
launch-yes = Yes, launch now
launch-end-offers = End the open offers and launch
launch-end-sure = { $people ->
    [one] One person reads at once that there is no tandem for them yet,
   *[other] { $people } people read at once that there is no tandem for them yet,
 } although they were told to answer by { $day }. End the offers all the same?
launch-end-yes = Yes, end them and launch
launch-trouble = Tandem { $number }, { $mentor } and { $mentee }: { $why }
launch-trouble-left-out = { $tandems ->
    [one] One more tandem is about a programme owner who reads along here.
   *[other] { $tandems } more tandems are about programme owners who read along here.
 }
both-of = { $mentor } and { $mentee }
trouble-member = { $person } could not be added to the team. Please check the account, then launch again.
trouble-team-notthere = The participants’ team is gone. Please ask IT, then launch again.
trouble-team-notallowed = The app lacks the permission to add people to the participants’ team. IT finds it in the log under “launch.refused”. Then launch again.
trouble-team-rejected = The participants’ team takes nobody in. IT finds the reason in the log under “launch.refused”. Then launch again.
trouble-channel-notthere = The participants’ team is gone. Please ask IT, then launch again.
trouble-channel-notallowed = The app lacks the permission to open a channel. IT finds it in the log under “launch.refused”. Then launch again.
trouble-channel-rejected = Teams did not open the channel. IT finds the reason in the log under “launch.refused”. Then launch again.
trouble-series-notthere = { $person } has no mailbox any more. Please check the account, then launch again.
trouble-series-notallowed = The app may not write into the calendar of { $person }. IT finds the permission in the log under “launch.refused”. Then launch again.
trouble-series-rejected = The calendar of { $person } did not take the dates. IT finds the reason in the log under “launch.refused”. Then launch again.
trouble-notthere = An account or team is gone. Please check, then launch again.
trouble-notallowed = A permission is missing. Please ask IT, then launch again.
trouble-rejected = Microsoft 365 refused it. Please ask IT, then launch again.
trouble-member-somebody = One person could not be added to the team. Please check the accounts, then launch again.
