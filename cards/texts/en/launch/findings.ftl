# What the daily watch has found about a tandem; owners alone read it
finding-title = Tandem { $number }: { $mentor } and { $mentee }
finding-gone = { $person } is no longer in the company’s directory.
finding-disabled = The account of { $person } is disabled.
finding-long_absence = The mailbox of { $person } announces an absence of at least four weeks.
finding-reporting_line = There is now a reporting line between the two. The rule “{ $rule }” no longer holds.
finding-same_department = The two now work in the same department. The rule “{ $rule }” no longer holds.
finding-question = What is to happen with the tandem?
finding-hand-over-why = Their sessions stand in the calendar of { $person }. A handover books them anew in the other calendar.
finding-hand-over = Hand over the series first
finding-leave = Leave it as it is
finding-decide-anew = Do something about it after all
finding-left = { $owner } has decided: it stays as it is.
finding-over = This has settled itself: it is no longer so.
finding-ending = The tandem ends within the next three working days; that has been decided.
finding-ended = This tandem is over.
finding-seen = Only programme owners read this, none of them about a tandem of their own. Whoever it concerns also finds the cause in “My data”. The bot keeps no more.
held-finding = This was noticed about a tandem of yours in the daily look at the directory; the programme owners read the cause.
held-finding-decided = You decided that a tandem stays as it is.
finding-replace = Replace somebody

# The directory refuses the daily look.
unwatched-title = The daily look at the directory is blocked
unwatched-text = The bot may not look anybody up in the company’s directory at present. If somebody in a tandem leaves, is away for long, or a rule no longer holds, nobody notices until then.
unwatched-todo = Mostly the permission User.Read.All is missing. IT sees with “tandem doctor” what is missing, and finds the reason in the log under “people.unread”. After that everything goes on by itself.
unwatched-over = The daily look at the directory works again.
