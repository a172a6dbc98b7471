launch-title = Launch from { $day }
launch-tandems = Tandems
launch-rooms = Private channels
launch-rooms-private = { $rooms ->
    [one] one, seen only by its two members
   *[other] { $rooms }, each seen only by its two members
 }
launch-series = Series of sessions
launch-series-of = { $sessions ->
    [one] One session of { $minutes } minutes, free in both calendars
   *[other] { $sessions } sessions of { $minutes } minutes each, free in both calendars
 }
launch-cards = Cards to participants
launch-visible = Outlook sends the invitations. People in the same team see its member list, but only their own channel.
launch-confirm = { $tandems ->
    [one] Launch the tandem
   *[other] Launch { $tandems } tandems
 }
launch-running = { $tandems ->
    [one] The tandem is being launched
   *[other] { $launched ->
        [one] One of { $tandems } tandems is launched
       *[other] { $launched } of { $tandems } tandems are launched
     }
 }
launch-done = { $tandems ->
    [one] The tandem is launched. Done!
    [2] Both tandems are launched. Done!
   *[other] All { $tandems } tandems are launched. Done!
 }
launch-partly = { $tandems ->
    [one] The tandem is not launched yet
   *[other] { $launched ->
        [one] One of { $tandems } tandems is launched
       *[other] { $launched } of { $tandems } tandems are launched
     }
 }
launch-sessions = Sessions booked
launch-moved = Of these, moved
launch-without-slot = Without a time yet
launch-they-choose = Where a time is missing, both get suggestions and choose together.
launch-troubles = A decision is needed here
launch-troubles-decided = What did not work at once
launch-intro = This happens as soon as you confirm. Until then nothing is sent.
launch-goes-on = It goes on by itself, even if you close Teams.
launch-so-far = So far
launch-mails = Invitations from Outlook
launch-mails-of = { $mails ->
    [one] one, to one person
   *[other] { $mails }, each to one person
 }; each date that has to be moved or cancelled brings one more message
launch-cards-of = { $both } to the tandems{ $told ->
    [0] {""}
    [one] , a kind word to one person without a tandem
   *[other] , a kind word to { $told } people without a tandem
 }; deputies read the dates, too
launch-cards-at-least = { $both } to the tandems; deputies read the dates, too. Whoever stays without a tandem reads a kind word once no offer is open any more.
launch-since = Since this preview the number of tandems has changed from { $before } to { $tandems }.
launch-offers-go-on = { $offers ->
    [one] One offer is still open and goes on until { $day }. If it is accepted by then, the tandem is launched by itself.
   *[other] { $offers } offers are still open and go on, the last one until { $day }. Tandems accepted by then are launched by themselves.
 }
launch-undecided = { $proposals ->
    [one] One proposal has not been decided yet and is no part of this launch. “approve” shows it.
   *[other] { $proposals } proposals have not been decided yet and are no part of this launch. “approve” shows them.
 }
launch-undecided-owners = { $proposals ->
    [one] One proposal is about a programme owner, has not been decided yet and is no part of this launch.
   *[other] { $proposals } proposals are about programme owners, have not been decided yet and are no part of this launch.
 } { $decided ->
    [others] Each programme owner sees what they can decide with “approve”, in their own chat with me.
    [nobody] Nobody can decide that yet: each programme owner who could is in it. Whoever joins the owners’ team in Teams can.
   *[some] Each programme owner sees what they can decide with “approve”, in their own chat with me. { $stuck ->
        [one] One of them nobody can decide yet: whoever joins the owners’ team in Teams can.
       *[other] { $stuck } of them nobody can decide yet: whoever joins the owners’ team in Teams can.
    }
 }
launch-offers-wait = { $offers ->
    [one] One offer is still open, until { $day }. If it is accepted, the tandem is launched by itself.
   *[other] { $offers } offers are still open, the last one until { $day }. Those accepted are launched by themselves.
 }
launch-sure = The invitations go out at once. “undo launch” can cancel everything again, but by then people have read them. { $tandems ->
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
launch-looking = All accounts, calendars and teams are being checked right now. The result will appear here in a moment.
launch-nothing-foreseen = Accounts, calendars and teams have been checked, everything is ready.
launch-will-fail = This will not work
launch-will-fail-then = Everything else is launched all the same. What does not work here then stands on the receipt, and waits for a decision.
launch-goes-otherwise = This goes a little differently
launch-foreseen = Tandem { $number }: { $why }
launch-foreseen-many = { $tandems } tandems: { $why }
trouble-note-unlooked = Whether everything works could not be checked beforehand: Microsoft 365 did not allow it. IT sees with “tandem doctor” what is missing, and finds the reason in the log under “launch.unlooked”.
trouble-note-unreadable = The calendar of { $person } cannot be read. The two get dates to choose from.
trouble-note-blocked = { $person } has blocked the bot. Room and dates are set up, but the cards do not arrive.
trouble-note-blocked-by-admin = IT does not allow the bot for { $person }. Room and dates are set up, but the cards do not arrive.
trouble-note-app-removed = { $person } has removed the app. Room and dates are set up, but the cards do not arrive.
trouble-note-chat-gone = The chat of { $person } with the bot does not exist any more. Room and dates are set up, but the cards do not arrive.
launch-trouble = Tandem { $number }: { $mentor } and { $mentee }
launch-trouble-left-out = { $tandems ->
    [one] One more tandem is about a programme owner who reads along here.
   *[other] { $tandems } more tandems are about programme owners who read along here.
 }
launch-retry = Retry
launch-retry-all = { $tandems ->
    [2] Retry both
   *[other] Retry all { $tandems }
 }
launch-leave-out = Leave out
launch-leave-out-sure = { $mentor } and { $mentee } are then not launched this time. { $channel ->
    [open] Their private channel is open already, and stays where the two can see it; they get no message. Both have said yes; that stands, and the next launch includes them, in the same channel.
   *[none] They are told nothing about it. Both have said yes; that stands, and the next launch includes them.
 } Leave them out?
launch-leave-out-yes = Yes, leave them out
launch-by-hand-do = Done by hand
launch-by-hand-do-yes = Yes, done
launch-by-hand-sure-room = Do { $mentor } and { $mentee } already have a room that somebody set up for them? Then the app opens no channel. The two get their dates and cards like everybody else. This holds until the end of the tandem.
launch-by-hand-sure-dates = Do { $mentor } and { $mentee } arrange their dates themselves? Then the app books none, sends no reminders and does not ask about them; the two say themselves when they have met. They get their cards like everybody else. This holds until the end of the tandem.
launch-by-hand-sure-both = Do { $mentor } and { $mentee } already have a room that somebody set up for them, and do they arrange their dates themselves? Then the app opens no channel, books no dates, sends no reminders and does not ask about them; the two say themselves when they have met. They get their cards like everybody else. This holds until the end of the tandem.
launch-by-hand = Partly set up by hand
launch-by-somebody = the programme owners
launch-turn-again = Being tried again now, decided by { $by }.
launch-in-vain = Tried again, decided by { $by }. It did not work this time either.
launch-turn-launched = Launched: decided by { $by }, and the new attempt worked.
launch-turn-left-out = Left out, decided by { $by }. { $channel ->
    [open] The next launch includes the tandem, in the channel that is open already.
   *[none] The next launch includes the tandem.
 }
launch-turn-room = Launched. The room was set up by hand, says { $by }.
launch-turn-dates = Launched. The two arrange their dates themselves, says { $by }.
launch-turn-both = Launched. Room and dates were set up by hand, says { $by }.
launch-turn-over = This has been settled in another way since.
both-of = { $mentor } and { $mentee }
trouble-member = { $people ->
    [one] { $person } could not be added to the team. IT can check the account.
   *[other] { $person } could not be added to the team. IT can check the accounts.
 }
trouble-member-disabled = { $people ->
    [one] The account of { $person } is disabled. IT can say why, and enable it again.
   *[other] The accounts of { $person } are disabled. IT can say why, and enable them again.
 }
trouble-member-guest = { $people ->
    [one] A guest in the company: { $person }. The app cannot add guests to any room; that can only be done by hand.
   *[other] Guests in the company: { $person }. The app cannot add guests to any room; that can only be done by hand.
 }
trouble-member-no-licence = { $people ->
    [one] Without a licence for Teams: { $person }. IT can assign one.
   *[other] Without a licence for Teams: { $person }. IT can assign one to each.
 }
trouble-member-gone = { $people ->
    [one] The account of { $person } does not exist any more.
   *[other] The accounts of { $person } do not exist any more.
 }
trouble-team-notthere = The participants’ team is gone. The next attempt takes another one.
trouble-team-notallowed = The app lacks the permission to add people to the participants’ team. IT sees with “tandem doctor” which one.
trouble-team-rejected = The participants’ team takes nobody in. IT finds the reason in the log under “launch.refused”.
trouble-team-create-notallowed = Another participants’ team is needed, and the app may not open one. IT can allow it (permission “Team.Create”, and the policy for new teams), or make a team by hand and name it in “TANDEM_PROGRAMME_TEAM_IDS”.
trouble-team-create-notthere = Another participants’ team is needed, and the owners’ team, whose members it is to belong to, cannot be found. IT can check “TANDEM_OWNERS_TEAM_IDS”.
trouble-team-create-rejected = Another participants’ team is needed, and Teams did not open it. IT finds the reason in the log under “launch.refused”.
trouble-team-create-away = Another participants’ team is needed, and for more than an hour Microsoft 365 opened none.
trouble-channel-full = The participants’ team has no room for another channel. The next attempt takes another team.
trouble-channel-notthere = The participants’ team is gone. The next attempt takes another one.
trouble-channel-notallowed = The app lacks the permission to open a channel. IT sees with “tandem doctor” which one.
trouble-channel-rejected = Teams did not open the channel. IT finds the reason in the log under “launch.refused”.
trouble-series-disabled = The account of { $person } is disabled, and the calendar with it. IT can enable it again.
trouble-series-guest = { $person } is a guest here and has no calendar into which the app could book.
trouble-series-no-licence = { $person } has no licence and therefore no calendar. IT can assign one.
trouble-series-gone = The account of { $person } does not exist any more.
trouble-series-no-mailbox = { $person } has no mailbox in Microsoft 365 and therefore no calendar. IT can set one up.
trouble-series-on-premises = The mailbox of { $person } is on a server of the company that the app cannot reach. IT can move it to Microsoft 365.
trouble-series-notthere = The calendar of { $person } cannot be found. IT can check the account.
trouble-series-notallowed = The app may not write into the calendar of { $person }. IT sees with “tandem doctor” what is missing.
trouble-series-rejected = The calendar of { $person } did not take the dates. IT finds the reason in the log under “launch.refused”.
trouble-notthere = An account or team is gone. IT can check this.
trouble-notallowed = A permission is missing. IT knows which.
trouble-rejected = Microsoft 365 refused it. IT finds the reason in the log under “launch.refused”.
trouble-member-somebody = One person could not be added to the team. IT can check the accounts.
trouble-away = Microsoft 365 did not answer for more than an hour.
trouble-team-away = For more than an hour Microsoft 365 added nobody to the participants’ team.
