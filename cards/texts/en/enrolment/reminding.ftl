remind-title = { $people ->
    [one] One person has not finished yet
   *[other] { $people } people have not finished yet
 }
remind-how = Everybody who has not finished gets a friendly reminder, at most one a day.
remind-reads = They read this above their invitation or the questionnaire they have begun:
remind-confirm = Remind now
remind-sure = Reminders cannot be taken back. Really remind everybody?
remind-yes = Yes, remind everybody
remind-sent = Everybody who had not finished ({ $people }) gets a friendly reminder, at most one a day.
