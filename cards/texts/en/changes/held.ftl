# What the room holds about people, and what for: a sentence each
held-pause = Until this day you take a break.
held-watch = So the bot notices when a session in your calendar is moved or cancelled.
held-watch-secret = By this the bot knows that word from the calendar is genuine.
