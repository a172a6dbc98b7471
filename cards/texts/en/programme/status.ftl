status-title = How “{ $programme }” stands
status-cycle = Cycle { $number }
where-preparing = Everything is ready to be set up; nobody has been asked yet.
where-enrolling = { $asked ->
    [one] Enrolment: { $enrolled } of { $asked } person has enrolled.
   *[other] Enrolment: { $enrolled ->
        [one] one of { $asked } people has
       *[other] { $enrolled } of { $asked } people have
     } enrolled.
 }
where-offers = { $offers ->
    [0] No offer is open any more, { $accepted ->
        [one] one tandem has a yes from both sides.
       *[other] { $accepted } tandems have a yes from both sides.
     }
   *[other] Offers are out: { $offers } still open, { $accepted } with a yes from both sides.
 }
where-running = { $launched ->
    [one] One tandem is running.
   *[other] { $launched } tandems are running.
 }
where-closing = Cycle { $number } is being closed.
where-closed = Cycle { $number } is closed.
status-next = What comes next
next-invite = Write “settings” to look through the programme, then “invite” with the first names.
next-invite-more = For further tandems more people are needed: write “invite”.
next-enrol = { $dated ->
    [yes] Enrolment runs until { $day }; then “match” proposes tandems.
   *[no] As soon as mentors and mentees have enrolled, “match” proposes tandems.
 } “remind” writes to everybody who has not finished.
next-match = Mentors and mentees are waiting: “match” proposes tandems.
next-approve = { $many ->
    [one] One proposal is waiting for your approval. “approve” shows it, and asks you once more before the two hear of it.
   *[other] { $many } proposals are waiting for your approval. “approve” shows them, and asks you once more before anybody hears of them.
 }
next-offers = The offers are answered by { $day } at the latest. Then “launch” with a date, for instance “launch next Monday”.
next-launch = { $many ->
    [one] One tandem is ready: “launch” with a date, for instance “launch next Monday”.
   *[other] { $many } tandems are ready: “launch” with a date, for instance “launch next Monday”.
 }
next-launching = The launch is under way. Its card says how far it is.
next-launch-stuck = No tandem is running yet. What stood in the way of the launch, and what helps, is on its card.
next-sessions = The last session planned so far is on { $day }. After that, “close” ends the cycle.
next-rolling = Each tandem ends by itself a week after its last session. “invite” brings further people in.
next-running = Whether further sessions will come is not known here: tandems also arrange their dates themselves. When the time has come, “close” ends the cycle, with a preview.
next-close = No further session is planned. “close” ends the cycle, with a preview.
next-closing = The closing is under way. Its card says how far it is.
next-new-cycle = “new cycle” begins the next one, with a preview.
status-needs = Waiting for a programme owner
need-alone = Only one programme owner is left here
need-alone-hint = On leave, or after a change of job, nobody could decide anything any more. Please add a second person to your team in Teams; whoever is a member there is a programme owner.
need-boundary = The contact for crossed boundaries is a programme owner, too
need-boundary-hint = Whoever reports a crossed boundary has to be heard outside the programme. Please name the works council or complaints office in the settings.
last-owner-title = The programme depends on one person
last-owner-named = At present only { $name } can decide anything here.
last-owner-one = At present only one person can decide anything here.
last-owner-nobody = At present nobody can decide anything here.
last-owner-find = Whoever is added to your team in Teams is a programme owner, and can decide again.
last-owner-shut-off = Switched off, or gone from the company’s directory: { $names }.
last-owner-over = There are several of you again: the programme no longer depends on one person.
need-sponsor = The bot cannot reach the programme’s sponsor
need-sponsor-hint = So no thanks go out in that name; nobody else can send them either. The question comes again once further tandems have ended. What helps until then: check the address in the settings, or have them write a word to the bot.
need-troubled = { $many ->
    [one] One tandem could not be started
   *[other] { $many } tandems could not be started
 }
need-troubled-hint = The card says why, and what helps.
need-found = { $many ->
    [one] Something has changed for one tandem
   *[other] Something has changed for tandems: { $many } findings
 }
need-found-hint = Shows the oldest, with what can be done.
need-unwatched = The daily look at the directory is blocked
need-unwatched-hint = What nobody notices meanwhile, and who can mend it.
need-applicants = { $many ->
    [one] One person has applied
   *[other] { $many } people have applied
 }
need-applicants-hint = Who it is, to be accepted or kindly declined.
need-clearances = { $many ->
    [one] One person needs the company’s clearance
   *[other] { $many } people need the company’s clearance
 }
need-clearances-hint = Who it is, to confirm the clearance or say “not this time”.
need-unreachable = { $many ->
    [one] One person cannot be reached
   *[other] { $many } people cannot be reached
 }
need-unreachable-hint = Who, why, and what helps.
status-show-tandems = Tandems
status-show-going = How it is going
people-title = { $people ->
    [0] Who is where
    [one] Who is where: one person
   *[other] Who is where: { $people } people
 }
people-all = Everybody
people-choose = Show
people-state = { $state } ({ $people })
people-show = Show
people-shown = { $pages ->
    [one] { $state }:
   *[other] { $state }, page { $page } of { $pages }:
 }
people-role = { $role }: { $state }
people-uninvited = applied by themselves
people-none = Nobody is here at the moment.
people-find = “find” with a name shows one person, for instance “find Eva Costa”.
people-left-out-own-chat = You yourself are never listed here.
people-left-out-channel = Programme owners are never listed here in the channel.
state-paused = paused
find-title = Where { $name } stands
find-invited = { $open ->
    [yes] The invitation is open. “remind” writes once more to everybody who has not finished.
   *[no] Invited, but enrolment has ended. “enrolment” with a later day opens it once more, for everybody.
 }
find-begun = { $open ->
    [yes] The questionnaire is not finished yet. “remind” writes once more to everybody who has not finished.
   *[no] The questionnaire was not finished, and enrolment has ended. “enrolment” with a later day opens it once more, for everybody.
 }
find-applied = Has applied. “applications” shows what is to be decided.
find-done = Has enrolled. “match” proposes tandems.
find-resting = Their tandem has ended. Whether they would like another one is for them to decide.
find-over = This cycle is over; there is nothing left to do here.
find-offered = An offer is open, until { $day } at the latest. There is nothing to do for you until then.
find-waiting = Is waiting for a tandem. “match” proposes one, “add tandem” brings two people together by hand.
find-in-tandem = Is in a tandem.
find-paused = Is taking a break; until it is over, I write nothing unasked.
find-unreachable = I cannot reach this person: { $cause }.
find-tandem = Tandem { $number } with { $partner }. “show tandem { $number }” shows what you can do.
find-kept-nowhere = Whom you look up is not recorded anywhere; the answer is only here in our chat.
find-each = Where each of them stands
find-first = I look up no more than { $people } at a time. Please ask for the others once more.
find-several = Several people may be meant by “{ $name }”. Please write “find” with the e-mail address:
find-more = There are more. Please give more of the name.
find-unasked = { $name } has not been asked to take part in this cycle. “invite” does that.
find-nobody = I cannot find anybody called “{ $name }”, either in this cycle or in the company’s directory. Please check the spelling, or give the e-mail address.
status-open = Enrolment is open, without a common last day: each invitation names its own.
status-open-until = Enrolment is open until { $day }.
status-closed-since = Enrolment is closed (last day: { $day }).
status-mentors = Mentors ({ $people })
status-mentees = Mentees ({ $people })
status-tandems = Tandems
status-accepted = Agreed
status-launched = Running
status-closed = Closed
status-offers = Open offers
status-offers-until = { $offers }, until { $day } at the latest
status-sites = I do not know which public holidays count here: { $sites }. At these sites a session may fall on a holiday. You can assign the site in the programme file, under “regions”.
status-site = { $site } ({ $people ->
    [one] one person
   *[other] { $people } people
 })
status-no-site = no site in the company directory
status-people = Who is where
state-invited = invited
state-begun = begun
state-done = enrolled
state-applied = applied
state-offered = offer open
state-waiting = waiting
state-in-tandem = in a tandem
state-unreachable = unreachable
status-seen = Nobody sees more: no answers, no refusals.
status-left-out = { $people ->
    [one] One programme owner takes part and is
   *[other] { $people } programme owners take part and are
 } therefore not in this overview.
unreachable-blocked = has blocked the bot; once they write to it, they get their invitation
unreachable-blocked-by-admin = IT does not allow the bot for them; I try again once a day
unreachable-app-removed = has removed the bot; once it is added again, they get what has waited
unreachable-chat-gone = the chat with them is gone; once they write to the bot, they get what has waited
unreachable-not-listed = Teams did not show the bot in their chat; invite them once more
unreachable-not-there = not found in the company’s directory, or the app is not in the catalogue; IT can help
unreachable-not-allowed = Microsoft 365 lacks a permission for this; IT finds it in the log under “invite.unreachable”
unreachable-refused = Microsoft 365 has refused it; IT finds the cause in the log under “invite.unreachable”
unreachable-unsaid = the cause is not known
unreachable-disabled = the account is disabled
unreachable-guest = a guest
unreachable-no-licence = without a licence for Teams
need-given-up = { $many ->
    [one] Something did not work
   *[other] { $many } things did not work
 }
need-given-up-hint = What, and the button to try again.
given-up-title = This did not work
given-up-text = The bot has tried for a day. Usually Microsoft 365 could not be reached, or a permission is missing. IT finds the reason in the log under “effect.given_up”.
given-up-line = { $many ->
    [one] { $what }
   *[other] { $what } ({ $many } times)
 }
given-up-seen = The bot does not show whom it is about.
given-up-again = Try again
given-up-none = Everything is being tried again just now, or is done.
given-up-book-slot = Book an agreed date
given-up-cancel-dates = Call off the kick-off
given-up-end-one = End a tandem
given-up-end-replaced = Cancel dates in whose place others stand
given-up-end-tandem = Close a tandem
given-up-erase-person = Erase a person’s data
given-up-erase-trial = Deleting a try
given-up-fill = Fill free places
given-up-find-slots = Look for dates
given-up-count-up = Count how it is going
given-up-ask-who-waits = Ask those who wait what changes
given-up-plan-follow-ups = Plan when people are asked once more
given-up-forget-answers = Erase answers whose time is over
given-up-forget-cards = Forget the cards of a cycle that is over
given-up-forget-old-records = Erase records one by one as their time is over
given-up-forget-records = Erase records whose time is over
given-up-hand-over = Hand sessions over to the other calendar
given-up-invite = Invite somebody
given-up-kickoff = Set up the kick-off
given-up-kickoff-invite = Invite to the kick-off
given-up-fire-after-all = Do what was due at a certain time
given-up-launch-the-rest = Launch tandems that agreed later
given-up-leave-earlier-team = Take people out of a participants’ team where their tandem is no longer
given-up-look = Look at changes in a calendar
given-up-look-ahead = Check before a launch whether all is ready
given-up-look-at-accounts = Check which programme owners are still there
given-up-look-at-owners = The daily check of who the programme owners are
given-up-look-at-people = The daily look at accounts
given-up-match = Work out the matching
given-up-move-date = Move the kick-off
given-up-offer-pair = Offer two people to each other
given-up-post = Deliver a card
given-up-price = Work out a change of the matching
given-up-seek-sponsor = Asking the sponsor whether thanks should go to everybody
given-up-remind = Remind somebody
given-up-unsend = Take a card out of a chat
given-up-update-again = Bring a card up to date
given-up-skip-session = Cancel a session because of a break
given-up-tell-deputy = Show a deputy the dates
given-up-tell-of-questions = A message within a tandem
given-up-upload = Hand over a file
given-up-watch = Watch a calendar for changes
given-up-thank-all = Deliver the thanks to everybody
given-up-open-circle = Open the channel of a circle
given-up-let-in = Let somebody into a circle (for this the bot needs the permission ChannelMember.ReadWrite.All)
given-up-let-out = Take somebody out of a circle (for this the bot needs the permission ChannelMember.ReadWrite.All)
given-up-leave-circles-team = Take somebody out of a participants’ team that their circle has left
given-up-archive-circle = Archive the channel of a circle
given-up-bring-card = Deliver a card about a session
given-up-bring-what-waits = Deliver what has waited for a free day
given-up-bring-kit = Deliver a session kit
given-up-bring-lessons = Deliver a short lesson
