# What the room holds about people, and what for: a sentence each
held-owners-acts = So lässt sich nachlesen, wer als Programmverantwortliche:r was veranlasst hat.
held-left-over = So steht fest, wer ohne Tandem blieb und beim nächsten Mal zuerst an der Reihe ist.
held-tried-out = Bevor Programmverantwortliche etwas entscheiden, probieren sie aus, was sich dadurch ändert.
held-decided = So bleibt stehen, welche Paare Programmverantwortliche festgelegt oder ausgeschlossen haben.
held-proposed = Das Programm schlägt Paare vor, und Programmverantwortliche prüfen sie.
held-reasons = Die Begründung sagt, warum zwei zueinander passen.
held-next-best = So sehen Programmverantwortliche, wer sonst noch zueinander gepasst hätte.
held-tandem = Hier steht, mit wem du ein Tandem bildest und wie weit es ist.
    .sie = Hier steht, mit wem Sie ein Tandem bilden und wie weit es ist.
held-tandem-topic = Wer am selben Thema war, kann sich nach dem Ende in einem Kreis austauschen.
held-offer-open = Bis dahin ist ein Angebot offen.
held-offer-yes = So erfahren alle, die Ja gesagt haben, zur selben Zeit, wie es weitergeht.
held-past-pair = So werden zwei, die sich schon kennen, nicht noch einmal zusammengebracht.
held-proposed-why = Die Begründung eines Vorschlags sagt, warum zwei zueinander passen.
