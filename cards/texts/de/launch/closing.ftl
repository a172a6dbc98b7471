closing-title = Durchgang abschließen
closing-intro = Das geschieht, sobald du bestätigst. Bis dahin ändert sich nichts.
    .sie = Das geschieht, sobald Sie bestätigen. Bis dahin ändert sich nichts.
closing-tandems = Laufende Tandems
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
closing-kept = Vergangene Treffen bleiben in beiden Kalendern. Alle bekommen ein Dankeschön.
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
closing-receipt = Kommende Treffen sind abgesagt, die Kanäle bleiben lesbar, und alle haben ein Dankeschön bekommen.
thanks-title = Danke, { $name }!
thanks-text = Dein Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. Euer Kanal bleibt lesbar, und eure vergangenen Treffen bleiben im Kalender. Bleibt gern in Kontakt!
    .sie = Ihr Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. Ihr Kanal bleibt lesbar, und Ihre vergangenen Treffen bleiben im Kalender. Bleiben Sie gern in Kontakt!
closing-troubled = Bei Tandem { $tandems } ließ Microsoft 365 nicht alles zu. Die IT findet den Grund im Protokoll.
