going-title = Wie es läuft: { $programme }
going-intro = Zahlen von Gruppen, nie von einer Person: Eine Zahl erscheint ab { $group } und ändert sich erst, wenn { $group } weitere dazugekommen sind. Gezählt wird eine Woche nach jedem Treffen. Was gezählt ist, bleibt, auch wenn jemand aufhört.
going-agreement = Tandems mit einer Vereinbarung
going-retrospective = Treffen mit einem Rückblick
going-fit = Die Antwort „Gut“ nach dem ersten Treffen
going-of-agreement = { $many ->
    [one] einem Tandem
   *[other] { $many } Tandems
 }
going-of-retrospective = { $many ->
    [one] einem Treffen
   *[other] { $many } Treffen
 }
going-of-fit = { $many ->
    [one] einer Antwort
   *[other] { $many } Antworten
 }
going-exact = { $low } von { $of }
going-between = { $low } bis { $high } von { $of }
going-few = wenige von { $of }
going-most = die meisten von { $of }
going-too-few = Noch zu wenige.
going-changed-mentee = Was sich für Mentees verändert hat
going-changed-mentor = Was sich für Mentor:innen verändert hat
going-changed = Was sich verändert hat
going-when-fixed = Gezählt wird zweimal: wenn alle Tandems eine Woche über die Hälfte sind, und eine Woche nach dem Abschluss. Danach ändert sich nichts mehr. Unter { $group } Personen steht dort nichts.
going-when-rolling = Weil jedes Tandem für sich beginnt, kommen immer erst { $group } Personen zusammen, bevor hier etwas steht oder sich ändert. In einem kleinen Programm heißt es deshalb lange „zu wenige“.
going-item-competence = Digitale Kompetenz
going-item-usage = Ein Thema von sich aus anwenden
going-item-advice = Jüngere um Rat fragen
going-item-together = Mit dem Team entscheiden
going-item-network = Menschen kennen, die weiterhelfen
going-item-voice = Weiter oben sagen, was man denkt
going-item-presenting = Etwas so zeigen, dass andere weiterkommen
going-item-feedback = Erfahreneren Rückmeldung geben
going-item-stay = Im Unternehmen bleiben wollen
going-middle = Bis zur Halbzeit: { $change }
going-end = Bis zum Ende: { $change }
going-change = { $people ->
    [one] { $by } ({ $low } bis { $high }), eine Person
   *[other] { $by } ({ $low } bis { $high }), { $people } Personen
 }
going-apart = { $people ->
    [one] Unterschied zu einer Person, die wartet: { $by } ({ $low } bis { $high })
   *[other] Unterschied zu { $people } Personen, die warten: { $by } ({ $low } bis { $high })
 }
going-apart-note = Wer wartet, hat im selben Durchgang kein Tandem bekommen und dieselben Fragen zur selben Zeit freiwillig beantwortet. Ausgelost wurde niemand; auch der Unterschied beweist deshalb nichts.
going-lasting = Wer es später noch anwendet
going-lasting-after = Nach { $months } Monaten: { $said }
going-lasting-later = wird gezählt, wenn alle vier Wochen Zeit zum Antworten hatten.
going-lasting-silent = { $silent ->
    [0] Alle haben geantwortet.
    [one] Eine Person hat nicht geantwortet; das ist kein Nein.
   *[other] { $silent } haben nicht geantwortet; das ist kein Nein.
 }
going-of-lasting = { $many ->
    [one] einer Antwort
   *[other] { $many } Antworten
 }
going-interval = Im Mittel, wie sich alle selbst einschätzen: digitale Kompetenz von 1 bis 10, alles andere von 1 bis 5. In der Klammer steht, wo die wahre Veränderung mit 95 % Sicherheit liegt; reicht sie über die Null, kann es Zufall sein. Dass es am Programm liegt, beweist keine Zahl.
going-seen = Nicht dabei sind Programmverantwortliche und wer mit ihnen im Tandem ist. Unter { $group } steht hier nichts, und „wenige“ heißt höchstens eins je Gruppe, „die meisten“ alle oder alle bis auf eins: So verrät keine Zahl, was jemand gesagt hat.
