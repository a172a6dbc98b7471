launch-title = Start ab { $day }
launch-tandems = Tandems
launch-rooms = Private Kanäle
launch-rooms-private = { $rooms ->
    [one] einer, den nur die beiden sehen
   *[other] { $rooms }, je einer, den nur die beiden sehen
 }
launch-series = Terminserien
launch-series-of = je { $sessions ->
    [one] ein Treffen
   *[other] { $sessions } Treffen
 } zu { $minutes } Minuten, frei in beiden Kalendern
launch-cards = Karten an Teilnehmende
launch-visible = Outlook verschickt dabei die Einladungen. Wer im selben Team ist, sieht die Mitgliederliste, aber nur den eigenen Kanal.
launch-confirm = { $tandems ->
    [one] Tandem starten
   *[other] { $tandems } Tandems starten
 }
launch-running = { $tandems ->
    [one] Das Tandem startet
   *[other] { $launched ->
        [one] Eines von { $tandems } Tandems ist gestartet
       *[other] { $launched } von { $tandems } Tandems sind gestartet
     }
 }
launch-done = { $tandems ->
    [one] Das Tandem ist gestartet. Fertig!
    [2] Beide Tandems sind gestartet. Fertig!
   *[other] Alle { $tandems } Tandems sind gestartet. Fertig!
 }
launch-partly = { $tandems ->
    [one] Das Tandem ist noch nicht gestartet
   *[other] { $launched ->
        [one] Eines von { $tandems } Tandems ist gestartet
       *[other] { $launched } von { $tandems } Tandems sind gestartet
     }
 }
launch-sessions = Gebuchte Treffen
launch-moved = Davon verschoben
launch-without-slot = Noch ohne Zeit
launch-they-choose = Wo noch eine Zeit fehlt, bekommen beide Vorschläge und wählen gemeinsam.
launch-troubles = Hier ist eine Entscheidung nötig
launch-troubles-decided = Was nicht gleich ging
launch-intro = Das geschieht, sobald du bestätigst. Bis dahin ist nichts verschickt.
    .sie = Das geschieht, sobald Sie bestätigen. Bis dahin ist nichts verschickt.
launch-goes-on = Das läuft von selbst weiter, auch wenn du Teams schließt.
    .sie = Das läuft von selbst weiter, auch wenn Sie Teams schließen.
launch-so-far = So weit ist es
launch-mails = Einladungen aus Outlook
launch-mails-of = { $mails ->
    [one] eine, an eine Person
   *[other] { $mails }, an je eine Person
 }; jeder Termin, der dabei verschoben oder abgesagt werden muss, bringt noch eine Nachricht
launch-cards-of = { $both } an die Tandems{ $told ->
    [0] {""}
    [one] , ein freundliches Wort an eine Person ohne Tandem
   *[other] , ein freundliches Wort an { $told } Personen ohne Tandem
 }; Vertretungen lesen die Termine ebenfalls
launch-cards-at-least = { $both } an die Tandems; Vertretungen lesen die Termine ebenfalls. Wer ohne Tandem bleibt, liest ein freundliches Wort, sobald kein Angebot mehr offen ist.
launch-since = Seit dieser Vorschau hat sich die Zahl der Tandems geändert: von { $before } auf { $tandems }.
launch-offers-go-on = { $offers ->
    [one] Ein Angebot ist noch offen und läuft weiter bis { $day }. Wer bis dahin zusagt, startet dann von selbst.
   *[other] { $offers } Angebote sind noch offen und laufen weiter, das letzte bis { $day }. Wer bis dahin zusagt, startet dann von selbst.
 }
launch-undecided = { $proposals ->
    [one] Ein Vorschlag ist noch nicht entschieden und bei diesem Start nicht dabei. „freigeben“ zeigt ihn.
   *[other] { $proposals } Vorschläge sind noch nicht entschieden und bei diesem Start nicht dabei. „freigeben“ zeigt sie.
 }
launch-undecided-owners = { $proposals ->
    [one] Ein Vorschlag betrifft eine verantwortliche Person, ist noch nicht entschieden und bei diesem Start nicht dabei.
   *[other] { $proposals } Vorschläge betreffen Programmverantwortliche, sind noch nicht entschieden und bei diesem Start nicht dabei.
 } { $decided ->
    [others] „freigeben“ im eigenen Chat mit mir zeigt allen Verantwortlichen, was sie entscheiden können.
    [nobody] Das kann noch niemand entscheiden, denn alle, die es könnten, sind selbst betroffen. Wer in Teams in das Team der Verantwortlichen dazukommt, kann es.
   *[some] „freigeben“ im eigenen Chat mit mir zeigt allen Verantwortlichen, was sie entscheiden können. { $stuck ->
        [one] Einen davon kann noch niemand entscheiden: Wer in Teams in das Team der Verantwortlichen dazukommt, kann es.
       *[other] { $stuck } davon kann noch niemand entscheiden: Wer in Teams in das Team der Verantwortlichen dazukommt, kann es.
    }
 }
launch-offers-wait = { $offers ->
    [one] Ein Angebot ist noch offen, bis { $day }. Bei einer Zusage startet das Tandem dann von selbst.
   *[other] { $offers } Angebote sind noch offen, das letzte bis { $day }. Wer zusagt, startet dann von selbst.
 }
launch-sure = Die Einladungen gehen sofort hinaus. „start zurücknehmen“ sagt alles wieder ab, gelesen sind sie dann aber. { $tandems ->
    [one] Das Tandem jetzt starten?
   *[other] Jetzt { $tandems } Tandems starten?
 }
launch-yes = Ja, jetzt starten
launch-end-offers = Angebote beenden und starten
launch-end-sure = { $people ->
    [one] Eine Person liest dann sofort, dass es noch kein Tandem für sie gibt,
   *[other] { $people } Personen lesen dann sofort, dass es noch kein Tandem für sie gibt,
 } obwohl bis { $day } Zeit zum Antworten zugesagt war. Trotzdem beenden?
launch-end-yes = Ja, beenden und starten
launch-looking = Gerade wird geprüft, ob bei allen Konten, Kalendern und Teams alles bereit ist. Das Ergebnis steht gleich hier.
launch-nothing-foreseen = Konten, Kalender und Teams sind geprüft, alles ist bereit.
launch-will-fail = Das wird nicht klappen
launch-will-fail-then = Alles andere startet trotzdem. Was hier nicht klappt, steht danach auf dem Beleg und wartet auf eine Entscheidung.
launch-goes-otherwise = Das läuft etwas anders
launch-foreseen = Tandem { $number }: { $why }
launch-foreseen-many = { $tandems } Tandems: { $why }
trouble-note-unlooked = Ob alles klappt, ließ sich vorher nicht prüfen: Microsoft 365 hat es nicht erlaubt. Die IT sieht mit „tandem doctor“, was fehlt, und findet den Grund im Protokoll unter „launch.unlooked“.
trouble-note-unreadable = Der Kalender von { $person } lässt sich nicht lesen. Die beiden bekommen Termine zur Auswahl.
trouble-note-blocked = { $person } hat den Bot blockiert. Raum und Termine gibt es, die Karten kommen nicht an.
trouble-note-blocked-by-admin = Die IT erlaubt { $person } den Bot nicht. Raum und Termine gibt es, die Karten kommen nicht an.
trouble-note-app-removed = { $person } hat die App entfernt. Raum und Termine gibt es, die Karten kommen nicht an.
trouble-note-chat-gone = Den Chat von { $person } mit dem Bot gibt es nicht mehr. Raum und Termine gibt es, die Karten kommen nicht an.
launch-trouble = Tandem { $number }: { $mentor } und { $mentee }
launch-trouble-left-out = { $tandems ->
    [one] Ein weiteres Tandem betrifft Programmverantwortliche, die hier mitlesen.
   *[other] { $tandems } weitere Tandems betreffen Programmverantwortliche, die hier mitlesen.
 }
launch-retry = Noch einmal
launch-retry-all = { $tandems ->
    [2] Beide noch einmal versuchen
   *[other] Alle { $tandems } noch einmal versuchen
 }
launch-leave-out = Weglassen
launch-leave-out-sure = { $mentor } und { $mentee } starten dann diesmal nicht. { $channel ->
    [open] Der private Kanal der beiden ist schon offen und bleibt für sie sichtbar; eine Nachricht bekommen sie nicht. Ihre Zusagen gelten weiter, und der nächste Start nimmt sie mit, im selben Kanal.
   *[none] Eine Nachricht bekommen sie davon nicht. Ihre Zusagen gelten weiter, und der nächste Start nimmt sie mit.
 } Weglassen?
launch-leave-out-yes = Ja, weglassen
launch-by-hand-do = Von Hand erledigt
launch-by-hand-do-yes = Ja, erledigt
launch-by-hand-sure-room = Haben { $mentor } und { $mentee } schon einen Raum, den jemand für sie eingerichtet hat? Dann öffnet die App keinen Kanal mehr. Termine und Karten bekommen die beiden wie alle anderen. Das gilt bis zum Ende des Tandems.
launch-by-hand-sure-dates = Machen { $mentor } und { $mentee } ihre Termine selbst aus? Dann bucht die App keine, erinnert an keine und fragt nicht nach; die beiden sagen selbst, wann sie sich getroffen haben. Ihre Karten bekommen die beiden wie alle anderen. Das gilt bis zum Ende des Tandems.
launch-by-hand-sure-both = Haben { $mentor } und { $mentee } schon einen Raum, den jemand für sie eingerichtet hat, und machen sie ihre Termine selbst aus? Dann öffnet die App keinen Kanal, bucht keine Termine, erinnert an keine und fragt nicht nach; die beiden sagen selbst, wann sie sich getroffen haben. Ihre Karten bekommen die beiden wie alle anderen. Das gilt bis zum Ende des Tandems.
launch-by-hand = Teils von Hand eingerichtet
launch-by-somebody = den Verantwortlichen
launch-turn-again = Wird gerade noch einmal versucht, entschieden von { $by }.
launch-in-vain = Noch einmal versucht, entschieden von { $by }. Es ging auch diesmal nicht.
launch-turn-launched = Gestartet: Entschieden von { $by }, und der neue Versuch ist geglückt.
launch-turn-left-out = Weggelassen, entschieden von { $by }. { $channel ->
    [open] Der nächste Start nimmt das Tandem mit, in dem Kanal, der schon offen ist.
   *[none] Der nächste Start nimmt das Tandem mit.
 }
launch-turn-room = Gestartet. Der Raum ist von Hand eingerichtet, laut { $by }.
launch-turn-dates = Gestartet. Die beiden machen ihre Termine selbst aus, laut { $by }.
launch-turn-both = Gestartet. Raum und Termine sind von Hand eingerichtet, laut { $by }.
launch-turn-over = Das hat sich inzwischen auf anderem Weg erledigt.
both-of = { $mentor } und { $mentee }
trouble-member = Teams hat { $person } nicht ins Team aufgenommen. Die IT kann das prüfen.
trouble-member-disabled = { $people ->
    [one] Das Konto von { $person } ist gesperrt. Die IT kann sagen, warum, und es wieder freigeben.
   *[other] Die Konten von { $person } sind gesperrt. Die IT kann sagen, warum, und sie wieder freigeben.
 }
trouble-member-guest = { $people ->
    [one] Gast im Unternehmen: { $person }. Gäste kann die App in keinen Raum aufnehmen, das geht nur von Hand.
   *[other] Gäste im Unternehmen: { $person }. Gäste kann die App in keinen Raum aufnehmen, das geht nur von Hand.
 }
trouble-member-no-licence = { $people ->
    [one] Ohne Lizenz für Teams: { $person }. Die IT kann eine zuweisen.
   *[other] Ohne Lizenz für Teams: { $person }. Die IT kann beiden eine zuweisen.
 }
trouble-member-gone = { $people ->
    [one] Das Konto von { $person } gibt es nicht mehr.
   *[other] Die Konten von { $person } gibt es nicht mehr.
 }
trouble-team-notthere = Das Team der Teilnehmenden ist nicht mehr da. Der nächste Versuch nimmt ein anderes.
trouble-team-notallowed = Der App fehlt die Berechtigung, Menschen in das Team der Teilnehmenden aufzunehmen. Die IT sieht mit „tandem doctor“, welche.
trouble-team-rejected = Das Team der Teilnehmenden nimmt niemanden auf. Die IT findet den Grund im Protokoll unter „launch.refused“.
trouble-team-create-notallowed = Es braucht ein weiteres Team der Teilnehmenden, und die App darf keines anlegen. Die IT kann es erlauben (Berechtigung „Team.Create“ und die Richtlinie für neue Teams) oder eines von Hand anlegen und in „TANDEM_PROGRAMME_TEAM_IDS“ eintragen.
trouble-team-create-notthere = Es braucht ein weiteres Team der Teilnehmenden, und das Team der Verantwortlichen, denen es gehören soll, ist nicht zu finden. Die IT kann „TANDEM_OWNERS_TEAM_IDS“ prüfen.
trouble-team-create-rejected = Es braucht ein weiteres Team der Teilnehmenden, und Teams hat es nicht angelegt. Die IT findet den Grund im Protokoll unter „launch.refused“.
trouble-team-create-away = Es braucht ein weiteres Team der Teilnehmenden, und Microsoft 365 hat über eine Stunde lang keines angelegt.
trouble-channel-full = Im Team der Teilnehmenden ist kein Platz für einen weiteren Kanal. Der nächste Versuch nimmt ein anderes.
trouble-channel-notthere = Das Team der Teilnehmenden ist nicht mehr da. Der nächste Versuch nimmt ein anderes.
trouble-channel-notallowed = Der App fehlt die Berechtigung, einen Kanal zu öffnen. Die IT sieht mit „tandem doctor“, welche.
trouble-channel-rejected = Teams hat den Kanal nicht geöffnet. Die IT findet den Grund im Protokoll unter „launch.refused“.
trouble-series-disabled = Das Konto von { $person } ist gesperrt, und damit der Kalender. Die IT kann es wieder freigeben.
trouble-series-guest = { $person } ist hier Gast und hat keinen Kalender, in den die App buchen kann.
trouble-series-no-licence = { $person } hat keine Lizenz und damit keinen Kalender. Die IT kann eine zuweisen.
trouble-series-gone = Das Konto von { $person } gibt es nicht mehr.
trouble-series-no-mailbox = { $person } hat kein Postfach in Microsoft 365 und damit keinen Kalender. Die IT kann eines einrichten.
trouble-series-on-premises = Das Postfach von { $person } liegt auf einem Server der Firma, den die App nicht erreicht. Die IT kann es nach Microsoft 365 umziehen.
trouble-series-notthere = Der Kalender von { $person } ist nicht zu finden. Die IT kann das Konto prüfen.
trouble-series-notallowed = Die App darf nicht in den Kalender von { $person } schreiben. Die IT sieht mit „tandem doctor“, was fehlt.
trouble-series-rejected = Der Kalender von { $person } hat die Termine nicht angenommen. Die IT findet den Grund im Protokoll unter „launch.refused“.
trouble-notthere = Ein Konto oder Team ist nicht mehr da. Die IT kann das prüfen.
trouble-notallowed = Eine Berechtigung fehlt. Die IT weiß, welche.
trouble-rejected = Microsoft 365 hat es abgelehnt. Die IT findet den Grund im Protokoll unter „launch.refused“.
trouble-member-somebody = Eine Person ließ sich nicht ins Team aufnehmen. Die IT kann die Konten prüfen.
trouble-away = Microsoft 365 hat über eine Stunde lang nicht geantwortet.
trouble-team-away = Microsoft 365 hat über eine Stunde lang niemanden ins Team der Teilnehmenden aufgenommen.
