invite-title = { $people ->
    [0] Nobody on this list can be invited
    [one] Invite one person
   *[other] Invite { $people } people
 }
invite-as-mentor = They are invited as mentors.
invite-as-mentee = They are invited as mentees.
invite-as-what = What are they to be invited as?
invite-choose-mentor = As mentors
invite-choose-mentee = As mentees
invite-hindered = { $people ->
    [one] One person cannot be invited:
   *[other] { $people } people cannot be invited:
 }
invite-what-happens = Everybody gets the bot in Teams, and there their invitation. Nobody learns who else is invited.
invite-confirm = { $people ->
    [one] Invite
   *[other] Invite { $people }
 }
invite-stop = Discard
invite-stopped = The list is discarded. Nobody was invited.
invite-done = { $people ->
    [one] One person is invited
   *[other] { $people } people are invited
 }
and-more = and { $people } more
hindrance-unknown = not found in the company’s directory. Please give the e-mail address.
hindrance-ambiguous = several people have this name. Please give the e-mail address.
hindrance-already = is invited already
hindrance-disabled = the account is disabled
hindrance-guest = is a guest and cannot be in a private channel
hindrance-no-licence = has no licence for Teams. IT can change that.
invite-read = Read the invitation
invite-sample-name = Alex
