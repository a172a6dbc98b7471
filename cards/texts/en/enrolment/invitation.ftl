invite-title = { $people ->
    [0] Nobody on this list can be invited yet
    [one] Invite one person
   *[other] Invite { $people } people
 }
invite-as-mentor = { $people ->
    [one] This person is invited as a mentor:
   *[other] These people are invited as mentors:
 }
invite-as-mentee = { $people ->
    [one] This person is invited as a mentee:
   *[other] These people are invited as mentees:
 }
invite-as-what = Invitation as a mentor, or as a mentee?
invite-choose-mentor = As a mentor
invite-choose-mentee = As a mentee
invite-in-both = { $people ->
    [one] { $names } has been asked in the other role already and gets a second invitation.
   *[other] { $names } have been asked in the other role already and get a second invitation.
 }
invite-hindered = { $people ->
    [one] One person cannot be invited:
   *[other] { $people } people cannot be invited:
 }
invite-shut-out = { $name }: under the rules of the programme this can never become a tandem ({ $rule }). Please change the rule first, or talk about it openly.
invite-what-happens = Everybody gets the bot in Teams, and their invitation from it; whoever has had something else from me today, on their next working day. Nobody learns who else is invited.
invite-what-happens-long = After you confirm there are five minutes to stop everything. Only then do the invitations go out.
invite-soon = In five minutes { $people } invitations go out
invite-soon-stop = Until then nobody gets anything. Press “Stop”, and nobody ever will.
invite-stop-now = Stop
invite-undo = Take invitations back
invite-undo-what = { $people ->
    [one] One open invitation is taken back: its card says so kindly and closes.
   *[other] { $people } open invitations are taken back: their cards say so kindly and close.
 } { $answered ->
    [0] Nobody has begun yet.
    [one] One person has begun already and stays.
   *[other] { $answered } people have begun already and stay.
 }
invite-undo-yes = { $people ->
    [one] Yes, take it back
   *[other] Yes, take { $people } back
 }
invite-undone = { $people ->
    [0] No invitation was open any more
    [one] One invitation is taken back
   *[other] { $people } invitations are taken back
 }
invite-undone-stay = { $people ->
    [0] Nobody had begun yet.
    [one] One person had begun already and stays.
   *[other] { $people } people had begun already and stay.
 }
invite-confirm = { $people ->
    [one] Invite
   *[other] Invite { $people }
 }
invite-stop = Discard
invite-stopped = The list is discarded. Nobody was invited.
invite-done = { $people ->
    [0] Everybody on this list was invited already
    [one] One person is invited
   *[other] { $people } people are invited
 }
and-more = and { $people } more
hindrance-unknown = Not found in the company’s directory. Please give the e-mail address.
hindrance-ambiguous = Several people have this name. Please give the e-mail address.
invite-who-is-meant = Who is meant by “{ $name }”?
invite-choose = Take { $name }
hindrance-boundary = Contact for crossed boundaries, and so cannot take part.
hindrance-already = Invited already.
hindrance-applied = Applied already; “applications” shows what is to be decided.
hindrance-disabled = The account is disabled.
hindrance-guest = Guests cannot be in a private channel.
hindrance-no-licence = Without a licence for Teams. IT can change that.
invite-read = Read the invitation
invite-all-names = All names
invite-sample-name = Alex
invitation-sponsor-said = “{ $sentence }”
invite-unreached = Not reached yet:
