successor-begin = Name a successor
successor-who = Who is to own the programme as well?
successor-look = Preview
successor-choose = Who is meant?
successor-choose-one = { $name } is meant
successor-title = Successor: { $name }
successor-in-teams = This is done in Teams
successor-add = Whoever is a member of your team owns the programme; only you can change that. In Teams, open the menu “…” at your team, then “Add member”, and add { $name }.
successor-i-do = I add nobody to your team, and write nothing to { $name }. I remember the successor, show it in “status” until { $name } is a member, and check every working day.
successor-then = After that { $name } can decide all that you can, and sees what you see. Whoever wants to stop then leaves the team in Teams.
successor-confirm = Name them
successor-named = Named by { $by } on { $day }; not in your team yet.
successor-withdraw = Take back
successor-withdraw-sure = { $name } is then no longer named as a successor. Nothing changes in Teams by that.
successor-withdraw-yes = Yes, take back
successor-withdrawn = Taken back on { $day }: { $name } is no longer named as a successor.
successor-again = Name them again
successor-joined = { $name } is in your team and owns the programme as well, since { $day }. Named by { $by }.
need-successor = { $many ->
    [one] A successor has been named who is not in your team yet
   *[other] { $many } successors have been named who are not in your team yet
 }
need-successor-hint = Who, and what there is to do in Teams.
