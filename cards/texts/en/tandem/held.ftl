# What the room holds about people, and what for: a sentence each
held-question = This is what you would like to know from your tandem.
held-question-asked = So an open question comes back with the next session.
held-session-kit = So no session kit comes twice.
