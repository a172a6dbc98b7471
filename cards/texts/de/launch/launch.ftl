launch-title = Start ab { $day }
launch-tandems = Tandems
launch-rooms = Private Kanäle
launch-rooms-private = { $rooms ->
    [one] einer, den nur die beiden sehen
   *[other] { $rooms }, je einer, den nur die beiden sehen
 }
launch-series = Terminserien
launch-series-of = je { $sessions } Treffen zu { $minutes } Minuten, frei in beiden Kalendern
launch-cards = Karten an Teilnehmende
launch-open-offers = Offene Angebote
launch-released = { $offers ->
    [0] keine
    [one] eines wird beendet
   *[other] { $offers } werden beendet
 }
launch-left-over = Noch ohne Tandem
launch-told = { $people ->
    [0] niemand
    [one] eine Person bekommt eine freundliche Nachricht
   *[other] { $people } Personen bekommen eine freundliche Nachricht
 }
launch-visible = Outlook verschickt dabei die Einladungen. Wer im selben Team ist, sieht die Mitgliederliste, aber nur den eigenen Kanal.
launch-confirm = { $tandems ->
    [one] Tandem starten
   *[other] { $tandems } Tandems starten
 }
launch-running = { $tandems ->
    [one] Das Tandem startet
   *[other] { $launched } von { $tandems } Tandems sind gestartet
 }
launch-done = { $tandems ->
    [one] Das Tandem ist gestartet. Fertig!
   *[other] Alle { $tandems } Tandems sind gestartet. Fertig!
 }
launch-partly = { $tandems ->
    [one] Das Tandem ist noch nicht gestartet
   *[other] { $launched } von { $tandems } Tandems sind gestartet
 }
launch-sessions = Gebuchte Treffen
launch-moved = Davon verschoben
launch-without-slot = Noch ohne Zeit
launch-they-choose = Wo noch eine Zeit fehlt, bekommen beide Vorschläge und wählen gemeinsam.
launch-troubles = Noch nicht gestartet
launch-trouble = Tandem { $number }: { $why }
trouble-member = eine Person ließ sich nicht ins Team aufnehmen. Bitte das Konto prüfen und dann noch einmal starten.
trouble-notthere = ein Konto oder Team ist nicht mehr da. Bitte prüfen und dann noch einmal starten.
trouble-notallowed = eine Berechtigung fehlt. Die IT findet sie im Protokoll.
trouble-rejected = Microsoft 365 hat es abgelehnt. Die IT findet den Grund im Protokoll.
launch-intro = Das geschieht, sobald du bestätigst. Bis dahin ist nichts verschickt.
    .sie = Das geschieht, sobald Sie bestätigen. Bis dahin ist nichts verschickt.
launch-goes-on = Das läuft von selbst weiter, auch wenn du diese Karte schließt.
    .sie = Das läuft von selbst weiter, auch wenn Sie diese Karte schließen.
launch-so-far = So weit ist es
