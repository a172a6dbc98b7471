# Ein Start wird zurückgenommen.
undo-launch = Start zurücknehmen
undo-title = Start ab { $day } zurücknehmen
undo-intro = Das geschieht, sobald du bestätigst. Bis dahin ändert sich nichts.
    .sie = Das geschieht, sobald Sie bestätigen. Bis dahin ändert sich nichts.
undo-tandems-of = { $tandems ->
    [one] eines, es bleibt zugesagt und kann neu starten
   *[other] { $tandems }, sie bleiben zugesagt und können neu starten
 }
undo-channels-of = { $channels ->
    [0] keiner
    [one] einer wird archiviert
   *[other] { $channels } werden archiviert
 }
undo-members = Im Team der Teilnehmenden
undo-members-of = { $leaving ->
    [0] niemand geht
    [one] eine Person ist danach nicht mehr darin
   *[other] { $leaving } Personen sind danach nicht mehr darin
 }{ $staying ->
    [0] {""}
    [one] , eine bleibt wegen eines anderen Tandems
   *[other] , { $staying } bleiben wegen eines anderen Tandems
 }
undo-members-some = wer dort für nichts anderes gebraucht wird, ist danach nicht mehr darin
undo-told = Nachricht
undo-told-of = Wer schon vom Start gelesen hat, liest, dass er zurückgenommen ist und das Tandem bestehen bleibt
undo-met = Die Zeit mancher Treffen ist schon vorbei. Was war, bleibt in beiden Kalendern.
undo-by-hand = { $tandems ->
    [one] Bei einem Tandem ist etwas von Hand eingerichtet. Das kann die App nicht zurücknehmen; es gilt auch für den nächsten Start.
   *[other] Bei { $tandems } Tandems ist etwas von Hand eingerichtet. Das kann die App nicht zurücknehmen; es gilt auch für den nächsten Start.
 }
undo-waiting = { $offers ->
    [one] Ein Angebot ist noch offen und läuft weiter. Bei einer Zusage wartet das Tandem auf den nächsten Start.
   *[other] { $offers } Angebote sind noch offen und laufen weiter. Wer zusagt, wartet auf den nächsten Start.
 }
undo-then = { $tandems ->
    [one] Das Tandem bekommt dann gleich eine neue Nummer, beim nächsten Start einen neuen Kanal und eine neue Terminserie.
   *[other] Jedes Tandem bekommt dann gleich eine neue Nummer, beim nächsten Start einen neuen Kanal und eine neue Terminserie.
 }
undo-sure = Das lässt sich nicht zurückholen: Kommende Treffen werden abgesagt, und Outlook verschickt die Absagen sofort. { $tandems ->
    [one] Den Start des Tandems wirklich zurücknehmen?
   *[other] Den Start wirklich zurücknehmen? Danach stehen { $tandems } Tandems wieder bereit.
 }
undo-yes = Ja, wirklich zurücknehmen
undo-running = { $tandems ->
    [one] Der Start des Tandems wird zurückgenommen
   *[other] { $done ->
        [one] Eines von { $tandems } Tandems ist zurückgenommen
       *[other] { $done } von { $tandems } Tandems sind zurückgenommen
     }
 }
undo-done = { $tandems ->
    [one] Der Start ist zurückgenommen, das Tandem steht wieder bereit
   *[other] Der Start ist zurückgenommen, { $tandems } Tandems stehen wieder bereit
 }
undo-archived = Archivierte Kanäle
undo-left = Hier ließ Microsoft 365 nicht alles aufräumen. Klappt auch ein neuer Versuch nicht, findet die IT den Grund im Protokoll unter „ending.refused“.
undo-receipt = { $tandems ->
    [one] Das Tandem hat eine neue Nummer. Der nächste Start nimmt es mit.
   *[other] Jedes hat eine neue Nummer. Der nächste Start nimmt sie mit.
 }
launch-undone = Dieser Start ist zurückgenommen
launch-undone-text = Jedes Tandem daraus steht wieder bereit, mit einer neuen Nummer. Der nächste Start nimmt es mit.

# Was die beiden davon lesen.
undone-title = Euer Start ist zurückgenommen
    .sie = Ihr Start ist zurückgenommen
undone-text = { $name }, die Verantwortlichen des Programms „{ $programme }“ haben den Start zurückgenommen. Dein Tandem mit { $partner } bleibt bestehen, ihr müsst nichts tun. Kommende Treffen sind abgesagt. Wenn es neu losgeht, bekommst du hier die neuen Termine.
    .sie = { $name }, die Verantwortlichen des Programms „{ $programme }“ haben den Start zurückgenommen. Ihr Tandem mit { $partner } bleibt bestehen, Sie müssen nichts tun. Kommende Treffen sind abgesagt. Wenn es neu losgeht, bekommen Sie hier die neuen Termine.
undone-met = Was ihr schon miteinander hattet, bleibt in beiden Kalendern.
    .sie = Was Sie schon miteinander hatten, bleibt in beiden Kalendern.
undone-channel = Der bisherige Kanal ist archiviert; zum neuen Start gibt es einen neuen.
