# What the room holds about people, and what for: a sentence each
held-session-dates = So stehen die Treffen in beiden Kalendern.
held-session-outcome = So merkt der Bot, wenn Treffen ausfallen, und bietet Hilfe an.
held-series = Das ist der Rhythmus der Treffen und warum die Termine so liegen.
