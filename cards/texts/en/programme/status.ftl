status-title = How “{ $programme }” stands
status-cycle = Cycle { $number }
status-cycle-over = Cycle { $number } is closed. Write “new cycle” to begin the next one.
status-nobody = Nobody has been invited yet. Write “invite” to begin.
status-open = Enrolment is open, without an end date.
status-open-until = Enrolment is open until { $day }.
status-closed-since = Enrolment is closed (last day: { $day }).
status-mentors = Mentors ({ $people })
status-mentees = Mentees ({ $people })
status-tandems = Tandems
status-accepted = Accepted
status-launched = Launched
status-closed = Closed
status-offers = Open offers
status-offers-until = { $offers }, until { $day } at the latest
status-sites = I do not know which public holidays count here: { $sites }. At these sites a session may fall on a holiday. In the programme file the site can be assigned under “regions”.
status-site = { $site } ({ $people ->
    [one] one person
   *[other] { $people } people
 })
status-no-site = no site in the company directory
status-people = Who is where
state-invited = invited
state-begun = begun
state-done = enrolled
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
unreachable-not-allowed = Microsoft 365 lacks a permission for this; IT finds it in the log
unreachable-refused = Microsoft 365 has refused it; IT finds the cause in the log
unreachable-disabled = the account is disabled
unreachable-guest = a guest
unreachable-no-licence = without a licence for Teams
