# What the room holds about people, and what for: a sentence each
held-directory = Who you are is read from the company’s directory, so that others know whom they are dealing with.
held-aliases = By these further addresses the bot knows that you are meant, if the programme’s owners name you so.
held-managers = By the chain of your managers the matching knows who must not be paired, such as you and whoever decides about you.
held-working-hours = Time zone, working hours and public holidays tell when a session fits into your day.
held-reachable = If the bot cannot reach you, this says why.
held-language = So the bot speaks your language.
held-chat = So the bot finds its chat with you.
held-cards = So the bot finds its cards again and keeps them up to date.
held-to-do = This is what is to be done for you next, such as a reminder.
held-noted = So the bot does not ask or remind you twice.
held-file = So the bot finds a file again that it has offered you.
held-file-address = There the bot puts the file that you would like to have.
held-written = What you write to the bot is kept here until it has been done, so that it is not lost.
