# What the room holds about people, and what for: a sentence each
held-session-dates = So the sessions are in both calendars.
held-session-outcome = So the bot notices when sessions are lost, and offers help.
held-series = This is the rhythm of the sessions, and why the dates are as they are.
