kickoff-title = Auftakt
kickoff-subject = Auftakt: { $programme }
kickoff-body = Willkommen! Worum es geht, wie ein Tandem arbeitet, und Zeit für Fragen.
kickoff-preview = Sobald du bestätigst, stehen die Termine in deinem Kalender, und { $people ->
    [one] eine Person wird
   *[other] { $people } Personen werden
 } gefragt, welcher passt; wer heute schon etwas anderes von mir bekommen hat, am nächsten Arbeitstag.
    .sie = Sobald Sie bestätigen, stehen die Termine in Ihrem Kalender, und { $people ->
    [one] eine Person wird
   *[other] { $people } Personen werden
 } gefragt, welcher passt; wer heute schon etwas anderes von mir bekommen hat, am nächsten Arbeitstag.
kickoff-open = { $people ->
    [one] Eine Person ist
   *[other] { $people } Personen sind
 } gefragt. Wer zusagt, bekommt die Einladung über Outlook.
kickoff-trouble = Die Termine ließen sich nicht in deinen Kalender eintragen. Bitte frag die IT, ob die App in deinen Kalender schreiben darf, und versuch es dann noch einmal.
    .sie = Die Termine ließen sich nicht in Ihren Kalender eintragen. Bitte fragen Sie die IT, ob die App in Ihren Kalender schreiben darf, und versuchen Sie es dann noch einmal.
kickoff-over = Der Auftakt ist vorbei. Wer nicht dabei sein konnte, hat die Fünf-Minuten-Fassung bekommen.
kickoff-clock = { $place ->
    [UTC] Alle Zeiten auf dieser Karte: UTC
   *[other] Alle Zeiten auf dieser Karte: Ortszeit { $place }
}
kickoff-short = Für alle zusammen reichen die Plätze nicht.
kickoff-ask = { $people ->
    [one] Eine Person fragen
   *[other] { $people } Personen fragen
 }
kickoff-seats = { $seats ->
    [one] { $taken } von einem Platz vergeben
   *[other] { $taken } von { $seats } Plätzen vergeben
 }
kickoff-at = { $site } und online
kickoff-online = online
kickoff-invite = Lernen wir uns kennen, { $name }!
kickoff-what = Zum Auftakt von „{ $programme }“ geht es eine Stunde lang darum, wie ein Tandem arbeitet. Welcher Termin passt dir?
    .sie = Zum Auftakt von „{ $programme }“ geht es eine Stunde lang darum, wie ein Tandem arbeitet. Welcher Termin passt Ihnen?
kickoff-question = Ein Klick genügt; die Einladung kommt über Outlook. Du kannst jederzeit wechseln.
    .sie = Ein Klick genügt; die Einladung kommt über Outlook. Sie können jederzeit wechseln.
kickoff-coming = Schön, dass du kommst! Die Einladung kommt über Outlook. Du kannst jederzeit wechseln.
    .sie = Schön, dass Sie kommen! Die Einladung kommt über Outlook. Sie können jederzeit wechseln.
kickoff-none = Kein Problem. Danach bekommst du die Fünf-Minuten-Fassung.
    .sie = Kein Problem. Danach bekommen Sie die Fünf-Minuten-Fassung.
kickoff-yours = dein Termin
    .sie = Ihr Termin
kickoff-full = ausgebucht
kickoff-no = Passt alles nicht
kickoff-was = Der Auftakt ist vorbei.
kickoff-missed = Der Auftakt in fünf Minuten, { $name }
kickoff-part-why = Worum es geht
kickoff-part-why-text = Jüngere geben ihr Wissen an Führungskräfte weiter. Beide lernen dabei, und niemand wird geprüft.
kickoff-part-roles = Wer was tut
kickoff-part-roles-text = Wer Mentor:in ist, bereitet das Treffen vor. Wer Mentee ist, bringt Fragen und Zeit mit.
kickoff-part-space = Der geschützte Raum
kickoff-part-space-text = Was besprochen wird, bleibt unter euch beiden. Keine Berichte für andere, keine Bewertung.
    .sie = Was besprochen wird, bleibt unter Ihnen beiden. Keine Berichte für andere, keine Bewertung.
kickoff-part-first = Das erste Treffen
kickoff-part-first-text = Lernt euch kennen, wählt ein Thema, probiert etwas gemeinsam aus.
    .sie = Lernen Sie sich kennen, wählen Sie ein Thema, probieren Sie etwas gemeinsam aus.
kickoff-part-dates = Die Termine
kickoff-part-dates-text = Alle stehen schon im Kalender. Kommt etwas dazwischen, findest du hier mit einem Klick eine neue Zeit.
    .sie = Alle stehen schon im Kalender. Kommt etwas dazwischen, finden Sie hier mit einem Klick eine neue Zeit.
kickoff-cancelled = Der Auftakt ist abgesagt. Outlook hat es allen mit einem Platz geschrieben. Neue Termine gibt es mit „auftakt“.
kickoff-cancelled-for-you = Der Auftakt ist leider abgesagt. Wenn es einen neuen Termin gibt, fragen wir wieder.
kickoff-ended = Mit dem Durchgang ist auch der Auftakt zu Ende. Was noch kommen sollte, hat Outlook abgesagt.
kickoff-ended-for-you = Der Durchgang ist zu Ende, und damit entfällt auch der Auftakt.
kickoff-change = { $day } ändern
kickoff-change-day = Tag
kickoff-change-time = { $place ->
    [UTC] Uhrzeit (UTC)
   *[other] Uhrzeit (Ortszeit { $place })
}
kickoff-change-site = Ort (leer: nur online)
kickoff-change-seats = Plätze
kickoff-change-needed = Bitte ausfüllen.
kickoff-change-told = { $taken ->
    [0] Niemand hat hier schon einen Platz; die Karten aller Gefragten zeigen den neuen Termin.
    [one] Eine Person hat hier einen Platz und behält ihn; sie bekommt die Änderung aus Outlook. Die Karten aller Gefragten zeigen sie.
   *[other] { $taken } Personen haben hier einen Platz und behalten ihn; sie bekommen die Änderung aus Outlook. Die Karten aller Gefragten zeigen sie.
 }
kickoff-change-do = So ändern
kickoff-cancel = Auftakt absagen
kickoff-cancel-sure = { $taken ->
    [0] Niemand hat einen Platz.
    [one] Eine Person hat einen Platz und bekommt eine Absage aus Outlook.
   *[other] { $taken } Personen haben einen Platz und bekommen eine Absage aus Outlook.
 } Alle Karten der Gefragten ({ $people }) sagen dann, dass der Auftakt abgesagt ist. Neue Termine schlägt danach „auftakt“ vor. Wirklich absagen?
kickoff-cancel-yes = Ja, absagen
