# The next cycle
again-title = { $programme }: are you in again?
again-mentee-what = Hello { $name }, a new cycle of “{ $programme }” begins. Your answers from last time are still there; only you see them, and you can change them.
again-mentor-what = Hello { $name }, a new cycle of “{ $programme }” begins. Your answers from last time are still there; only you see them, and you can change them.
again-yes = I am in again
again-as-mentor = As a mentor this time
again-as-mentee = As a mentee this time
again-no = Not this time
again-is-mentor = You take part as a mentor this time. Your new card is below this one.
again-is-mentee = You take part as a mentee this time. Your new card is below this one.
cycle-next = Begin cycle { $number }
cycle-will-ask = { $people ->
    [one] One person took part and will be asked anew, with one tap: in again, in the other role this time, or not this time.
   *[other] { $people } people took part and will be asked anew, with one tap: in again, in the other role this time, or not this time.
 }
cycle-kept = Nobody is matched without having been asked. Who has been a tandem is not proposed again; who was left over comes first.
cycle-nothing-yet = Nothing changes before you confirm.
cycle-open = Begin the cycle
cycle-opened = Cycle { $number } of “{ $programme }” is under way
cycle-asked = { $people ->
    [0] There was nobody to ask.
    [one] One person has been asked.
   *[other] { $people } people have been asked.
 }
cycle-goes-on = With “invite” more people join, “status” shows how things stand.
