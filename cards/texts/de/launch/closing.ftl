closing-title = Durchgang abschließen
closing-intro = Das geschieht, sobald du bestätigst. Bis dahin ändert sich nichts.
    .sie = Das geschieht, sobald Sie bestätigen. Bis dahin ändert sich nichts.
closing-none-runs = Gerade läuft kein Tandem. Beide Seiten haben zugesagt, nur gestartet wurde nicht. Sollen sie noch beginnen, schreib stattdessen „start“.
    .sie = Gerade läuft kein Tandem. Beide Seiten haben zugesagt, nur gestartet wurde nicht. Sollen sie noch beginnen, schreiben Sie stattdessen „start“.
closing-tandems = Tandems, die damit enden
closing-sessions = Kommende Treffen
closing-sessions-cancelled = { $sessions ->
    [0] keine
    [one] eines wird freundlich abgesagt
   *[other] { $sessions } werden freundlich abgesagt
 }
closing-sessions-all = alle werden freundlich abgesagt
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
closing-uncleared = Noch ohne Freigabe des Unternehmens
closing-uncleared-end = { $people ->
    [one] eine Anmeldung; sie endet mit einem freundlichen Satz, die Antworten darin werden gelöscht
   *[other] { $people } Anmeldungen; sie enden mit einem freundlichen Satz, die Antworten darin werden gelöscht
 }
closing-not-launched = Davon nicht gestartet
closing-not-launched-end = { $many ->
    [one] eines; die beiden lesen, dass es nicht beginnen konnte, und kommen nächstes Mal zuerst dran
   *[other] { $many }; die Beteiligten lesen, dass es nicht beginnen konnte, und kommen nächstes Mal zuerst dran
 }
closing-offers = Offene Angebote
closing-offers-end = { $many ->
    [one] eines endet
   *[other] { $many } enden
 }
closing-kickoffs = Auftakt
closing-kickoffs-end = { $many ->
    [one] wird freundlich abgesagt
   *[other] { $many } werden freundlich abgesagt
 }
closing-circles = Kreise
closing-circles-archived = { $names }: Der Kanal wird archiviert und bleibt für alle darin lesbar
closing-told = Ohne Tandem
closing-told-end = { $people ->
    [one] eine Person liest ein freundliches Wort
   *[other] { $people } Personen lesen ein freundliches Wort
 }
closing-kept = Vergangene Treffen bleiben in beiden Kalendern. Wer ein Tandem hatte, bekommt ein Dankeschön.
closing-confirm = Durchgang abschließen
closing-running = { $tandems ->
    [one] Das Tandem wird abgeschlossen
   *[other] { $closed ->
        [one] Eines von { $tandems } Tandems ist abgeschlossen
       *[other] { $closed } von { $tandems } Tandems sind abgeschlossen
     }
 }
closing-so-far = So weit ist es
closing-done = { $tandems ->
    [one] Ein Tandem ist abgeschlossen
    [2] Beide Tandems sind abgeschlossen
   *[other] Alle { $tandems } Tandems sind abgeschlossen
 }
closing-receipt = Kommende Treffen sind abgesagt, die Kanäle bleiben lesbar, und wer ein Tandem hatte, hat ein Dankeschön bekommen.
closing-receipt-troubled = { $others ->
    [0] Wer ein Tandem hatte, hat ein Dankeschön bekommen.
    [one] Beim anderen Tandem sind kommende Treffen abgesagt, und der Kanal bleibt lesbar. Wer ein Tandem hatte, hat ein Dankeschön bekommen.
   *[other] Bei den anderen { $others } Tandems sind kommende Treffen abgesagt, und die Kanäle bleiben lesbar. Wer ein Tandem hatte, hat ein Dankeschön bekommen.
 }
closing-receipt-none-began = Begonnen hatte noch keines. Die Beteiligten haben das gelesen und kommen nächstes Mal zuerst dran.
thanks-title = Danke, { $name }!
thanks-result = Ein Satz für das Programm
thanks-change = Was sich verändert hat
thanks-certificate = Zertifikat
thanks-text = Dein Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. { $channel ->
    [yes] Euer Kanal bleibt lesbar.{" "}
   *[no] {""}
 }{ $sessions ->
    [0] {""}
    [one] Euer vergangenes Treffen bleibt im Kalender.{" "}
   *[other] Eure vergangenen Treffen bleiben im Kalender.{" "}
 }Bleibt gern in Kontakt!
    .sie = Ihr Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. { $channel ->
        [yes] Ihr Kanal bleibt lesbar.{" "}
       *[no] {""}
     }{ $sessions ->
        [0] {""}
        [one] Ihr vergangenes Treffen bleibt im Kalender.{" "}
       *[other] Ihre vergangenen Treffen bleiben im Kalender.{" "}
     }Bleiben Sie gern in Kontakt!
not-begun-title = { $name }, euer Tandem konnte leider nicht beginnen
    .sie = { $name }, Ihr Tandem konnte leider nicht beginnen
not-begun-text = Du und { $partner } hattet im Programm „{ $programme }“ beide Ja gesagt. Jetzt ist der Durchgang zu Ende, und euer Tandem wurde nicht gestartet. An euch lag es nicht, und es tut uns leid. Du musst nichts tun; im nächsten Durchgang kommst du zuerst dran.
    .sie = Sie und { $partner } hatten im Programm „{ $programme }“ beide Ja gesagt. Jetzt ist der Durchgang zu Ende, und Ihr Tandem wurde nicht gestartet. An Ihnen lag es nicht, und es tut uns leid. Sie müssen nichts tun; im nächsten Durchgang kommen Sie zuerst dran.
closing-since = Seit dieser Vorschau hat sich die Zahl der Tandems geändert: von { $before } auf { $tandems }.
closing-sure = Das lässt sich nicht zurückholen: { $tandems ->
    [one] Ein Tandem endet
   *[other] { $tandems } Tandems enden
 }, kommende Treffen werden abgesagt. Den Durchgang wirklich abschließen?
closing-sure-none-began = Das lässt sich nicht zurückholen: { $tandems ->
    [one] Ein Tandem endet, bevor es begonnen hat
   *[other] { $tandems } Tandems enden, bevor sie begonnen haben
 }. Den Durchgang wirklich abschließen?
closing-yes = Ja, wirklich abschließen
closing-troubled = Hier ließ Microsoft 365 nicht alles aufräumen. Klappt auch ein neuer Versuch nicht: Was noch offen ist, bitte mit den beiden erledigen; die IT findet den Grund im Protokoll unter „ending.refused“.
closing-troubled-tandem = Tandem { $number }: { $mentor } und { $mentee }
closing-troubled-parts = Noch offen: { $parts }
closing-troubled-sessions = Treffen absagen
closing-troubled-channel = Kanal archivieren
closing-troubled-team = aus dem Team nehmen
closing-troubled-mailbox = Treffen im Kalender der anderen Person löschen, was nur sie selbst kann (das Postfach, aus dem sie gebucht waren, gibt es nicht mehr)
closing-troubled-no-mailbox = Treffen absagen (wer dazu eingeladen hat, hat in Microsoft 365 kein Postfach: Ein neuer Versuch hilft, sobald die IT es wiederhergestellt hat; sonst kann nur die andere Person sie im eigenen Kalender löschen)
closing-troubled-more = { $tandems ->
    [one] und ein weiteres Tandem
   *[other] und { $tandems } weitere Tandems
 }
closing-sponsor = { $sponsor } bekommt von mir die Frage, ob ein Dank an alle gehen soll. Die Antwort darauf zeige ich hier nicht.
closing-sponsor-unreachable = { $sponsor } erreiche ich nicht in Teams. Deshalb geht kein Dank in diesem Namen hinaus; das kann auch niemand anderes auslösen.
closing-further = Davon zusätzlich verabredet
thanks-called-off = { $sessions ->
    [one] Das weitere Treffen, das ihr schon verabredet hattet, ist damit abgesagt. An euch lag es nicht.
   *[other] Die { $sessions } weiteren Treffen, die ihr schon verabredet hattet, sind damit abgesagt. An euch lag es nicht.
 }
    .sie = { $sessions ->
        [one] Das weitere Treffen, das Sie beide schon verabredet hatten, ist damit abgesagt. An Ihnen lag es nicht.
       *[other] Die { $sessions } weiteren Treffen, die Sie beide schon verabredet hatten, sind damit abgesagt. An Ihnen lag es nicht.
     }
