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
