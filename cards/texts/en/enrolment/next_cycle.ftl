# The next cycle
again-title = { $programme }: will you take part again?
again-mentee-what = Hello { $name }, a new cycle of “{ $programme }” begins.
again-mentor-what = Hello { $name }, a new cycle of “{ $programme }” begins.
again-kept = Your answers from last time are still there; only you see them, and you can change them.
again-kept-until = Your answers are still there; only you see them, and you can change them. Without a yes they are erased on { $day }.
again-erased = Your answers from last time are erased; the questionnaire begins anew.
anew-title = { $programme }: are you still in?
anew-mentee-what = Hello { $name }, shall we look for a tandem for you in which you learn? You are not matched without your yes.
anew-mentor-what = Hello { $name }, shall we look for a tandem for you in which you pass on what you know? You are not matched without your yes.
same-answers-offer = Will you take part again next time? If you wish, your answers are kept until then, for you alone. Otherwise they are erased fourteen days after your last tandem, at the latest fourteen days after the cycle.
same-answers-offer-rolling = Will you take part again? If you wish, your answers are kept until then, for you alone. Otherwise they are erased fourteen days after your last tandem.
same-answers-keep = Keep my answers for next time
same-answers-kept = Your answers are kept for next time, for you alone, at the longest for as long as the programme knows who was in a tandem with whom.
same-answers-erase = Erase them after all
cycle-left-out = Programme owners who read along here and take part themselves are not counted.
again-still-there = Your answers from last time are already there. “Back” shows them; you can change them later, too.
again-wished-again = At the end you said that you would like to take part again.
again-wished-other-mentor = At the end you said that this time you would like to be a mentor.
again-wished-other-mentee = At the end you said that this time you would like to be a mentee.
next-time-title = What comes next for you?
next-time-again = Gladly again
next-time-other-mentor = Gladly as a mentor
next-time-other-mentee = Gladly as a mentee
next-time-not = Not again
next-time-back = Leave it open after all
next-time-seen = A wish, not a promise, and you need not say anything. When a new cycle begins, you are asked again, unless you say “Not again”. Programme owners do not see this wish, only who is asked then, and in which role.
next-time-change = You can change this until the new cycle begins: here, and later with “hello”.
next-time-over = The new cycle has begun: what you wished for is on the card of your enrolment, if you were asked.
next-time-at-once = This counts at once; you can change it on the card of your enrolment.
again-yes = Count me in again
again-yes-mentor = Again as a mentor
again-yes-mentee = Again as a mentee
again-as-mentor = As a mentor this time
again-as-mentee = As a mentee this time
again-no = Not this time
again-is-mentor = You are taking part as a mentor this time. Your new card is below this one.
again-is-mentee = You are taking part as a mentee this time. Your new card is below this one.
cycle-next = Begin cycle { $number } of “{ $programme }”
cycle-will-ask = { $people ->
    [0] Nobody will be asked again. “invite” brings new people.
    [one] One person will be asked again and answers with one click: again, in the other role, or not this time.
   *[other] { $people } people will be asked again and answer with one click: again, in the other role, or not this time.
 }
cycle-kept = Nobody is matched without having been asked. Two who have been a tandem are not brought together again; whoever was left over comes first, as far as the rules allow.
cycle-nothing-yet = Nothing changes before you confirm.
cycle-open = Begin the cycle
cycle-opened = Cycle { $number } of “{ $programme }” is under way
cycle-asked = { $people ->
    [0] There was nobody to ask.
    [one] One person has been asked.
   *[other] { $people } people have been asked.
 }
cycle-goes-on = “invite” asks more people, “status” shows how things stand.
cycle-sure = { $people ->
    [one] One person is
   *[other] { $people } people are
 } asked then; whoever has had something else from me today, on their next working day. This cannot be taken back. Open cycle { $number }?
cycle-sure-long = { $people } people are asked in five minutes. Until then you can stop it, afterwards it cannot be taken back. Open cycle { $number }?
cycle-soon = In five minutes cycle { $number } begins, and { $people } invitations go out
cycle-yes = Yes, open it
cycle-brought = What cycle { $number } has brought
cycle-rolling-brought = What the programme has brought so far
cycle-brought-asked = Asked
cycle-brought-mentees = Took part as mentees
cycle-brought-mentors = Took part as mentors
cycle-brought-tandems = Tandems
cycle-brought-running = Of these running
cycle-brought-undecided = Applications without an answer (they end with cycle { $number })
cycle-brought-uncleared = Still without the company’s clearance (they end with cycle { $number })
cycle-brought-waiting = Without a tandem
cycle-brought-sessions = Sessions in calendars so far
cycle-who = Who is asked again
cycle-taken-over = What is carried over
cycle-stays = All settings, topics and texts stay, and who was in a tandem with whom. Last time’s answers, as long as they are still there, are seen only by those who gave them.
cycle-goes = Matching decisions and the last day of enrolment start afresh. “settings” lets you change things beforehand.
cycle-rolling-title = “{ $programme }” runs without cycles
cycle-rolling-who = When a tandem ends, the two are asked again by themselves, and matched again only after a new yes. Two who have been a tandem are not brought together again.
cycle-rolling-settings = There is no break: what you change in the settings counts at once for new tandems, and running ones keep their dates.
wished-again = gladly again
wished-other = gladly in the other role
wished-not = not again
