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
launch-intro = Das geschieht, sobald du bestätigst. Bis dahin ist nichts verschickt.
    .sie = Das geschieht, sobald Sie bestätigen. Bis dahin ist nichts verschickt.
launch-goes-on = Das läuft von selbst weiter, auch wenn du diese Karte schließt.
    .sie = Das läuft von selbst weiter, auch wenn Sie diese Karte schließen.
launch-so-far = So weit ist es
launch-mails = Einladungen aus Outlook
launch-mails-of = { $mails ->
    [one] eine, an eine Person
   *[other] { $mails }, an je eine Person
 }
launch-cards-of = { $cards }: { $both } an die Tandems{ $deputies ->
    [0] {""}
    [one] , eine an eine Vertretung
   *[other] , { $deputies } an Vertretungen
 }{ $told ->
    [0] {""}
    [one] , ein freundliches Wort an eine Person ohne Tandem
   *[other] , ein freundliches Wort an { $told } Personen ohne Tandem
 }
launch-since = Seit dieser Vorschau hat sich etwas geändert: Es waren { $before } Tandems, jetzt sind es { $tandems }.
launch-offers-go-on = { $offers ->
    [one] Ein Angebot ist noch offen und läuft weiter bis { $day }. Wer bis dahin zusagt, startet dann von selbst.
   *[other] { $offers } Angebote sind noch offen und laufen weiter, das letzte bis { $day }. Wer bis dahin zusagt, startet dann von selbst.
 }
launch-offers-wait = { $offers ->
    [one] Ein Angebot ist noch offen, bis { $day }. Bei einer Zusage startet das Tandem dann von selbst.
   *[other] { $offers } Angebote sind noch offen, das letzte bis { $day }. Wer zusagt, startet dann von selbst.
 }
launch-sure = Die Einladungen gehen sofort hinaus und lassen sich nicht zurückholen. { $tandems ->
    [one] Das Tandem jetzt starten?
   *[other] Jetzt { $tandems } Tandems starten?
 }
launch-yes = Ja, jetzt starten
launch-end-offers = Offene Angebote beenden und starten
launch-end-sure = { $people ->
    [one] Eine Person liest dann sofort, dass es noch kein Tandem für sie gibt,
   *[other] { $people } Personen lesen dann sofort, dass es noch kein Tandem für sie gibt,
 } obwohl bis { $day } Zeit zum Antworten zugesagt war. Trotzdem beenden?
launch-end-yes = Ja, beenden und starten
launch-trouble = Tandem { $number }, { $mentor } und { $mentee }: { $why }
launch-trouble-left-out = { $tandems ->
    [one] Ein weiteres Tandem betrifft Programmverantwortliche, die hier mitlesen.
   *[other] { $tandems } weitere Tandems betreffen Programmverantwortliche, die hier mitlesen.
 }
both-of = { $mentor } und { $mentee }
trouble-member = { $person } ließ sich nicht ins Team aufnehmen. Bitte das Konto prüfen und dann noch einmal starten.
trouble-team-notthere = Das Team der Teilnehmenden ist nicht mehr da. Bitte die IT fragen und dann noch einmal starten.
trouble-team-notallowed = Der App fehlt die Berechtigung, Menschen in das Team der Teilnehmenden aufzunehmen. Die IT findet sie im Protokoll unter „launch.refused“. Danach noch einmal starten.
trouble-team-rejected = Das Team der Teilnehmenden nimmt niemanden auf. Die IT findet den Grund im Protokoll unter „launch.refused“. Danach noch einmal starten.
trouble-channel-notthere = Das Team der Teilnehmenden ist nicht mehr da. Bitte die IT fragen und dann noch einmal starten.
trouble-channel-notallowed = Der App fehlt die Berechtigung, einen Kanal zu öffnen. Die IT findet sie im Protokoll unter „launch.refused“. Danach noch einmal starten.
trouble-channel-rejected = Teams hat den Kanal nicht geöffnet. Die IT findet den Grund im Protokoll unter „launch.refused“. Danach noch einmal starten.
trouble-series-notthere = { $person } hat kein Postfach mehr. Bitte das Konto prüfen und dann noch einmal starten.
trouble-series-notallowed = Die App darf nicht in den Kalender von { $person } schreiben. Die IT findet die Berechtigung im Protokoll unter „launch.refused“. Danach noch einmal starten.
trouble-series-rejected = Der Kalender von { $person } hat die Termine nicht angenommen. Die IT findet den Grund im Protokoll unter „launch.refused“. Danach noch einmal starten.
trouble-notthere = Ein Konto oder Team ist nicht mehr da. Bitte prüfen und dann noch einmal starten.
trouble-notallowed = Eine Berechtigung fehlt. Bitte die IT fragen und dann noch einmal starten.
trouble-rejected = Microsoft 365 hat es abgelehnt. Bitte die IT fragen und dann noch einmal starten.
trouble-member-somebody = Eine Person ließ sich nicht ins Team aufnehmen. Bitte die Konten prüfen und dann noch einmal starten.
