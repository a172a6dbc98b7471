# What the room holds about people, and what for: a sentence each
held-poll = So a time is found that suits both.
held-lost-sessions = If two sessions in a row are lost, the bot offers help.
