status-title = So steht „{ $programme }“
status-cycle = Durchgang { $number }
status-cycle-over = Durchgang { $number } ist abgeschlossen. Mit „neuer durchgang“ beginnt der nächste.
status-nobody = Noch ist niemand eingeladen. Mit „einladen“ geht es los.
status-open = Die Anmeldung ist offen, ohne Enddatum.
status-open-until = Die Anmeldung ist offen bis { $day }.
status-closed-since = Die Anmeldung ist geschlossen (letzter Tag: { $day }).
status-mentors = Mentor:innen ({ $people })
status-mentees = Mentees ({ $people })
status-tandems = Tandems
status-accepted = Zugesagt
status-launched = Gestartet
status-closed = Abgeschlossen
status-offers = Offene Angebote
status-offers-until = { $offers }, spätestens bis { $day }
status-people = Wer steht wo
state-invited = eingeladen
state-begun = begonnen
state-done = angemeldet
state-offered = Angebot offen
state-waiting = wartet
state-in-tandem = im Tandem
state-unreachable = nicht erreichbar
status-seen = Mehr sieht niemand: keine Antworten, keine Absagen.
status-left-out = { $people ->
    [one] Eine programmverantwortliche Person nimmt
   *[other] { $people } Programmverantwortliche nehmen
 } selbst teil und { $people ->
    [one] steht
   *[other] stehen
 } deshalb nicht in dieser Übersicht.
