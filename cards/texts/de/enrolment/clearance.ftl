# Unter 18: erst mit der Freigabe des Unternehmens
age-title = Bist du mindestens 18?
    .sie = Sind Sie mindestens 18?
age-what = Bitte drück unten den Knopf, der stimmt. Bist du noch keine 18, klären die Programmverantwortlichen zuerst mit dem Unternehmen, dass du dabei sein darfst: mit der Ausbildung, deinen Eltern oder Sorgeberechtigten und der Jugendvertretung. Den Fragebogen kannst du schon ausfüllen.
    .sie = Bitte drücken Sie unten den Knopf, der stimmt. Sind Sie noch keine 18, klären die Programmverantwortlichen zuerst mit dem Unternehmen, dass Sie dabei sein dürfen: mit der Ausbildung, Ihren Eltern oder Sorgeberechtigten und der Jugendvertretung. Den Fragebogen können Sie schon ausfüllen.
age-kept = Wie alt du bist, fragen und speichern wir nicht. Von „ab 18“ bleibt nichts gespeichert; „unter 18“ lesen die Programmverantwortlichen.
    .sie = Wie alt Sie sind, fragen und speichern wir nicht. Von „ab 18“ bleibt nichts gespeichert; „unter 18“ lesen die Programmverantwortlichen.
age-yes = { $yes } (ab 18)
age-no = { $yes } (unter 18)
age-since = Diese Frage ist neu, und wir stellen sie allen, die schon dabei sind. Bist du noch keine 18, klären die Programmverantwortlichen mit dem Unternehmen, dass du dabei sein darfst: mit der Ausbildung, deinen Eltern oder Sorgeberechtigten und der Jugendvertretung.
    .sie = Diese Frage ist neu, und wir stellen sie allen, die schon dabei sind. Sind Sie noch keine 18, klären die Programmverantwortlichen mit dem Unternehmen, dass Sie dabei sein dürfen: mit der Ausbildung, Ihren Eltern oder Sorgeberechtigten und der Jugendvertretung.
age-since-next = Was du schon beantwortet hast, bleibt. Für ein Tandem vorgeschlagen wirst du, sobald du das hier gesagt hast.
    .sie = Was Sie schon beantwortet haben, bleibt. Für ein Tandem vorgeschlagen werden Sie, sobald Sie das hier gesagt haben.
age-since-tandem = Dein Tandem geht weiter wie bisher.
    .sie = Ihr Tandem geht weiter wie bisher.
age-is = Ja, ab 18
age-is-not = Nein, unter 18
clearance-title = { $people ->
    [0] Gerade wartet niemand auf eine Freigabe
    [one] Eine Person braucht die Freigabe des Unternehmens
   *[other] { $people } Personen brauchen die Freigabe des Unternehmens
 }
clearance-what = { $people ->
    [one] Diese Person hat gesagt, dass sie noch keine 18 ist. Für ein Tandem vorgeschlagen wird sie erst
   *[other] Diese Menschen haben gesagt, dass sie noch keine 18 sind. Für ein Tandem vorgeschlagen werden sie erst
 }, wenn du hier bestätigst, dass das Unternehmen es freigegeben hat: Ausbildung, Eltern oder Sorgeberechtigte, Jugendvertretung. Wie alt jemand ist, weiß der Bot nicht.
    .sie = { $people ->
    [one] Diese Person hat gesagt, dass sie noch keine 18 ist. Für ein Tandem vorgeschlagen wird sie erst
   *[other] Diese Menschen haben gesagt, dass sie noch keine 18 sind. Für ein Tandem vorgeschlagen werden sie erst
 }, wenn Sie hier bestätigen, dass das Unternehmen es freigegeben hat: Ausbildung, Eltern oder Sorgeberechtigte, Jugendvertretung. Wie alt jemand ist, weiß der Bot nicht.
clearance-law = Der Grund ist der Jugendschutz (JArbSchG). Was er hier verlangt, beurteilt das Unternehmen.
clearance-in-tandem = schon in einem Tandem
clearance-who = Wer?
clearance-confirm = Freigabe ist da
clearance-confirm-what = Wer ausgewählt ist, ist dann dabei wie alle anderen und liest es gleich. Zurücknehmen lässt sich das nicht; „herausnehmen“ mit dem Namen nimmt jemanden wieder heraus.
clearance-confirm-yes = Ja, die Freigabe ist da
clearance-not-this-time = Diesmal nicht
clearance-not-this-time-what = Wer ausgewählt ist, liest dann: „{ $sentence }“ Das lässt sich nicht zurücknehmen.
clearance-not-this-time-yes = Ja, diesmal nicht
