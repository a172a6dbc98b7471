# What the room holds about people, and what for: a sentence each
held-channel = Das ist der Kanal, in dem sich das Tandem trifft.
held-trouble = Hier steht, was sich in Microsoft 365 nicht einrichten oder aufräumen ließ.
held-seat = So ist beim Auftakt ein Platz für dich frei.
    .sie = So ist beim Auftakt ein Platz für Sie frei.
held-intervened = So bleibt nachvollziehbar, welche Tandems Verantwortliche einzeln geändert haben.
