session-soon = { $when }: your session with { $partner }
session-today = Today
session-tomorrow = Tomorrow
session-soon-day = Soon
session-agenda = A suggestion for how to use it
session-join = Join the online meeting
session-over = This session with { $partner } is behind you.
