# What the room holds about people, and what for: a sentence each
held-poll = So findet sich ein Termin, der beiden passt.
held-lost-sessions = Fallen zwei Treffen nacheinander aus, bietet der Bot euch beiden Hilfe an.
    .sie = Fallen zwei Treffen nacheinander aus, bietet der Bot Ihnen beiden Hilfe an.
