closing-title = Durchgang abschließen
closing-intro = Das geschieht, sobald du bestätigst. Bis dahin ändert sich nichts.
    .sie = Das geschieht, sobald Sie bestätigen. Bis dahin ändert sich nichts.
closing-tandems = Tandems, die damit enden
closing-sessions = Kommende Treffen
closing-sessions-cancelled = { $sessions ->
    [0] keine
    [one] eines wird freundlich abgesagt
   *[other] { $sessions } werden freundlich abgesagt
 }
closing-channels = Tandem-Kanäle
closing-channels-archived = { $channels ->
    [one] einer, bleibt lesbar
   *[other] { $channels }, bleiben lesbar
 }
closing-applications = Bewerbungen ohne Antwort
closing-applications-end = { $people ->
    [one] eine; sie endet mit einem freundlichen Satz, die Antworten darin werden gelöscht
   *[other] { $people }; sie enden mit einem freundlichen Satz, die Antworten darin werden gelöscht
 }
closing-kept = Vergangene Treffen bleiben in beiden Kalendern. Wer ein Tandem hatte, bekommt ein Dankeschön.
closing-confirm = Durchgang abschließen
closing-running = { $tandems ->
    [one] Das Tandem wird abgeschlossen
   *[other] { $closed } von { $tandems } Tandems sind abgeschlossen
 }
closing-so-far = So weit ist es
closing-done = { $tandems ->
    [one] Ein Tandem ist abgeschlossen
   *[other] Alle { $tandems } Tandems sind abgeschlossen
 }
closing-receipt = Kommende Treffen sind abgesagt, die Kanäle bleiben lesbar, und wer ein Tandem hatte, hat ein Dankeschön bekommen.
thanks-title = Danke, { $name }!
thanks-text-by-hand = Dein Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. Bleibt gern in Kontakt!
    .sie = Ihr Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. Bleiben Sie gern in Kontakt!
thanks-text = Dein Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. Euer Kanal bleibt lesbar, und eure vergangenen Treffen bleiben im Kalender. Bleibt gern in Kontakt!
    .sie = Ihr Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. Ihr Kanal bleibt lesbar, und Ihre vergangenen Treffen bleiben im Kalender. Bleiben Sie gern in Kontakt!
closing-since = Seit dieser Vorschau hat sich die Zahl der Tandems geändert: von { $before } auf { $tandems }.
closing-sure = Das lässt sich nicht zurückholen: { $tandems ->
    [one] Ein Tandem endet
   *[other] { $tandems } Tandems enden
 }, { $sessions ->
    [0] kein kommendes Treffen wird abgesagt
    [one] ein kommendes Treffen wird abgesagt
   *[other] { $sessions } kommende Treffen werden abgesagt
 }. Den Durchgang wirklich abschließen?
closing-yes = Ja, wirklich abschließen
closing-troubled = Hier ließ Microsoft 365 nicht alles aufräumen: Kommende Treffen stehen vielleicht noch im Kalender, oder der Kanal ist noch offen. Bitte mit den beiden absagen; die IT findet den Grund im Protokoll unter „ending.refused“.
closing-troubled-tandem = Tandem { $number }: { $mentor } und { $mentee }
