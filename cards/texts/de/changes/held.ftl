# What the room holds about people, and what for: a sentence each
held-pause = Bis zu diesem Tag machst du Pause.
    .sie = Bis zu diesem Tag machen Sie Pause.
held-watch = So bemerkt der Bot, wenn ein Treffen in deinem Kalender verschoben oder abgesagt wird.
    .sie = So bemerkt der Bot, wenn ein Treffen in Ihrem Kalender verschoben oder abgesagt wird.
held-watch-secret = Daran erkennt der Bot, dass eine Meldung aus dem Kalender echt ist.
