handover-title = Handover of tandem { $number }: { $giving } and { $taking }
handover-preview = Coming sessions are cancelled in the calendar of { $giving } and booked again for the same times in the calendar of { $taking }. Both get mail from Outlook about it. New sessions will go there, too.
handover-running = The sessions are moving into the calendar of { $taking }.
handover-done = The sessions are now in the calendar of { $taking }.
handover-giving = The dates in the calendar of { $giving } could not be ended. Please check the account; IT finds the reason in the log under “handover.refused”. Then start the handover again.
handover-taking = Nothing could be booked in the calendar of { $taking }. Please check the account; IT finds the reason in the log under “handover.refused”. Then start the handover again.
handover-yes = Let them move
handover-back = Nothing has happened yet. A second handover leads back.
