status-title = So steht „{ $programme }“
status-cycle = Durchgang { $number }
where-preparing = Alles ist zum Einrichten bereit; noch ist niemand gefragt.
where-enrolling = { $asked ->
    [one] Anmeldung: { $enrolled } von { $asked } Person ist angemeldet.
   *[other] Anmeldung: { $enrolled ->
        [one] Eine von { $asked } Personen ist
       *[other] { $enrolled } von { $asked } Personen sind
     } angemeldet.
 }
where-offers = { $offers ->
    [0] Kein Angebot ist mehr offen, { $accepted ->
        [one] ein Tandem hat die Zusage von beiden.
       *[other] { $accepted } Tandems haben die Zusage von beiden.
     }
   *[other] Die Angebote sind verschickt: { $offers } noch offen, { $accepted } mit Zusage von beiden.
 }
where-running = { $launched ->
    [one] Ein Tandem läuft.
   *[other] { $launched } Tandems laufen.
 }
where-closing = Durchgang { $number } wird gerade abgeschlossen.
where-closed = Durchgang { $number } ist abgeschlossen.
status-next = Was als Nächstes kommt
next-invite = Sieh mit „einstellungen“ das Programm durch, dann lade mit „einladen“ die Ersten ein.
    .sie = Sehen Sie mit „einstellungen“ das Programm durch, dann laden Sie mit „einladen“ die Ersten ein.
next-invite-more = Für weitere Tandems braucht es mehr Menschen: Mit „einladen“ kommen sie dazu.
next-enrol = { $dated ->
    [yes] Die Anmeldung läuft bis { $day }; danach schlägt „vorschläge“ Tandems vor.
   *[no] Sobald Mentor:innen und Mentees angemeldet sind, schlägt „vorschläge“ Tandems vor.
 } „erinnern“ schreibt allen, die noch nicht fertig sind.
next-match = Mentor:innen und Mentees warten: „vorschläge“ schlägt Tandems vor.
next-approve = { $many ->
    [one] Ein Vorschlag wartet auf die Freigabe. „freigeben“ zeigt ihn, und fragt nach, bevor die beiden gefragt werden.
   *[other] { $many } Vorschläge warten auf die Freigabe. „freigeben“ zeigt sie, und fragt nach, bevor jemand gefragt wird.
 }
next-offers = Die Angebote sind spätestens bis { $day } beantwortet. Danach „start“ mit einem Datum, zum Beispiel „start nächsten Montag“.
next-launch = { $many ->
    [one] Ein Tandem ist bereit: „start“ mit einem Datum, zum Beispiel „start nächsten Montag“.
   *[other] { $many } Tandems sind bereit: „start“ mit einem Datum, zum Beispiel „start nächsten Montag“.
 }
next-launching = Der Start läuft. Wie weit er ist, steht auf seiner Karte.
next-launch-stuck = Noch läuft kein Tandem. Was dem Start im Weg stand und was hilft, steht auf seiner Karte.
next-sessions = Das letzte bisher geplante Treffen ist am { $day }. Danach beendet „abschließen“ den Durchgang.
next-rolling = Jedes Tandem endet von selbst eine Woche nach seinem letzten Treffen. Mit „einladen“ kommen weitere Menschen dazu.
next-running = Ob noch Treffen kommen, steht hier nicht fest: Tandems machen ihre Termine auch selbst aus. Wenn es so weit ist, beendet „abschließen“ den Durchgang, mit Vorschau.
next-close = Es ist kein Treffen mehr geplant. „abschließen“ beendet den Durchgang, mit Vorschau.
next-closing = Der Abschluss läuft. Wie weit er ist, steht auf seiner Karte.
next-new-cycle = „neuer durchgang“ beginnt den nächsten, mit Vorschau.
status-needs = Wartet auf Programmverantwortliche
need-alone = Hier ist nur noch eine Person programmverantwortlich
need-alone-hint = Im Urlaub oder nach einem Wechsel könnte niemand mehr etwas entscheiden. Bitte nimm in Teams eine zweite Person in euer Team auf; wer dort Mitglied ist, ist programmverantwortlich.
    .sie = Im Urlaub oder nach einem Wechsel könnte niemand mehr etwas entscheiden. Bitte nehmen Sie in Teams eine zweite Person in Ihr Team auf; wer dort Mitglied ist, ist programmverantwortlich.
need-boundary = Wer für überschrittene Grenzen da ist, verantwortet jetzt das Programm mit
need-boundary-hint = Wer sich wegen einer Grenze meldet, muss außerhalb des Programms gehört werden. Bitte nenn in den Einstellungen den Betriebsrat oder die Beschwerdestelle.
    .sie = Wer sich wegen einer Grenze meldet, muss außerhalb des Programms gehört werden. Bitte nennen Sie in den Einstellungen den Betriebsrat oder die Beschwerdestelle.
last-owner-title = Das Programm hängt an einer Person
last-owner-named = Entscheiden kann hier zurzeit nur { $name }.
last-owner-one = Entscheiden kann hier zurzeit nur eine Person.
last-owner-nobody = Entscheiden kann hier zurzeit niemand.
last-owner-find = Wer in Teams in euer Team aufgenommen wird, ist programmverantwortlich und kann wieder entscheiden.
    .sie = Wer in Teams in Ihr Team aufgenommen wird, ist programmverantwortlich und kann wieder entscheiden.
last-owner-shut-off = Gesperrt oder nicht mehr im Verzeichnis der Firma: { $names }.
last-owner-over = Ihr seid wieder zu mehreren: Das Programm hängt nicht mehr an einer Person.
    .sie = Sie sind wieder zu mehreren: Das Programm hängt nicht mehr an einer Person.
need-sponsor = Wer für das Programm steht, ist für den Bot nicht erreichbar
need-sponsor-hint = Deshalb geht kein Dank in diesem Namen hinaus; das kann auch niemand anderes auslösen. Gefragt wird wieder, wenn weitere Tandems geendet haben. Bis dahin hilft: die Adresse in den Einstellungen prüfen, oder die Person schreibt dem Bot ein Wort.
need-troubled = { $many ->
    [one] Ein Tandem ließ sich nicht starten
   *[other] { $many } Tandems ließen sich nicht starten
 }
need-troubled-hint = Warum, und was hilft, steht dort.
need-found = { $many ->
    [one] Bei einem Tandem hat sich etwas geändert
   *[other] Bei Tandems hat sich etwas geändert: { $many } Hinweise
 }
need-found-hint = Zeigt die ältesten, mit dem, was möglich ist.
need-unwatched = Der tägliche Abgleich mit dem Verzeichnis ist blockiert
need-unwatched-hint = Was dadurch niemandem auffällt, und wer es beheben kann.
need-applicants = { $many ->
    [one] Eine Person hat sich beworben
   *[other] { $many } Personen haben sich beworben
 }
need-applicants-hint = Wer es ist. Du nimmst auf, oder du lehnst freundlich ab.
    .sie = Wer es ist. Sie nehmen auf, oder Sie lehnen freundlich ab.
need-clearances = { $many ->
    [one] Eine Person braucht die Freigabe des Unternehmens
   *[other] { $many } Personen brauchen die Freigabe des Unternehmens
 }
need-clearances-hint = Wer es ist. Du bestätigst die Freigabe, oder du sagst „diesmal nicht“.
    .sie = Wer es ist. Sie bestätigen die Freigabe, oder Sie sagen „diesmal nicht“.
need-unreachable = { $many ->
    [one] Eine Person ist nicht erreichbar
   *[other] { $many } Personen sind nicht erreichbar
 }
need-unreachable-hint = Wer, warum, und was hilft.
status-show-tandems = Tandems
status-show-going = Wie es läuft
people-title = { $people ->
    [0] Wer steht wo
    [one] Wer steht wo: eine Person
   *[other] Wer steht wo: { $people } Personen
 }
people-all = Alle
people-choose = Anzeigen
people-state = { $state } ({ $people })
people-show = Anzeigen
people-shown = { $pages ->
    [one] { $state }:
   *[other] { $state }, Seite { $page } von { $pages }:
 }
people-role = { $role }: { $state }
people-uninvited = von selbst gekommen
people-none = Hier ist gerade niemand.
people-find = „finde“ mit einem Namen zeigt eine Person, zum Beispiel „finde Eva Costa“.
people-left-out-own-chat = Du selbst stehst hier nie.
    .sie = Sie selbst stehen hier nie.
people-left-out-channel = Programmverantwortliche stehen hier im Kanal nie.
state-paused = in Pause
find-title = So steht es bei { $name }
find-invited = { $open ->
    [yes] Die Einladung ist offen. „erinnern“ schreibt noch einmal allen, die nicht fertig sind.
   *[no] Eingeladen, aber die Anmeldung ist zu Ende. „anmeldung“ mit einem späteren Tag öffnet sie noch einmal, für alle.
 }
find-begun = { $open ->
    [yes] Der Fragebogen ist noch nicht fertig. „erinnern“ schreibt noch einmal allen, die nicht fertig sind.
   *[no] Der Fragebogen ist nicht fertig geworden, und die Anmeldung ist zu Ende. „anmeldung“ mit einem späteren Tag öffnet sie noch einmal, für alle.
 }
find-applied = Hat sich beworben. „bewerbungen“ zeigt, worüber zu entscheiden ist.
find-done = Ist angemeldet. „vorschläge“ schlägt Tandems vor.
find-resting = Das Tandem ist zu Ende. Ob es ein weiteres geben soll, entscheidet die Person selbst.
find-over = Dieser Durchgang ist vorbei; zu tun ist hier nichts mehr.
find-offered = Ein Angebot ist offen, spätestens bis { $day }. Bis dahin ist nichts zu tun.
find-waiting = Wartet auf ein Tandem. „vorschläge“ schlägt eines vor, „tandem hinzufügen“ bringt zwei Menschen von Hand zusammen.
find-in-tandem = Ist in einem Tandem.
find-paused = Macht Pause; bis sie vorbei ist, schreibe ich nichts ungefragt.
find-unreachable = Ich erreiche diese Person nicht: { $cause }.
find-tandem = Tandem { $number } mit { $partner }. „zeige tandem { $number }“ zeigt, was möglich ist.
find-kept-nowhere = Nach wem du siehst, halte ich nirgends fest; die Antwort steht nur hier in unserem Chat.
    .sie = Nach wem Sie sehen, halte ich nirgends fest; die Antwort steht nur hier in unserem Chat.
find-each = So steht es bei ihnen
find-first = Mehr als { $people } auf einmal sehe ich nicht nach. Bitte frag nach den anderen noch einmal.
    .sie = Mehr als { $people } auf einmal sehe ich nicht nach. Bitte fragen Sie nach den anderen noch einmal.
find-several = Mit „{ $name }“ können mehrere gemeint sein. Bitte schreib „finde“ mit der E-Mail-Adresse:
    .sie = Mit „{ $name }“ können mehrere gemeint sein. Bitte schreiben Sie „finde“ mit der E-Mail-Adresse:
find-more = Es gibt noch mehr. Bitte nenn mehr vom Namen.
    .sie = Es gibt noch mehr. Bitte nennen Sie mehr vom Namen.
find-unasked = { $name } ist in diesem Durchgang noch nicht gefragt worden. Mit „einladen“ geht das.
find-nobody = Ich finde niemanden namens „{ $name }“, weder in diesem Durchgang noch im Firmenverzeichnis. Bitte prüf die Schreibweise, oder nenn die E-Mail-Adresse.
    .sie = Ich finde niemanden namens „{ $name }“, weder in diesem Durchgang noch im Firmenverzeichnis. Bitte prüfen Sie die Schreibweise, oder nennen Sie die E-Mail-Adresse.
status-open = Die Anmeldung ist offen, ohne gemeinsamen letzten Tag: Jede Einladung nennt ihren eigenen letzten Tag.
status-open-until = Die Anmeldung ist offen bis { $day }.
status-closed-since = Die Anmeldung ist geschlossen (letzter Tag: { $day }).
status-mentors = Mentor:innen ({ $people })
status-mentees = Mentees ({ $people })
status-tandems = Tandems
status-accepted = Zugesagt
status-launched = Laufend
status-closed = Abgeschlossen
status-offers = Offene Angebote
status-offers-until = { $offers }, spätestens bis { $day }
status-sites = Welche Feiertage hier gelten, weiß ich nicht: { $sites }. An diesen Orten kann ein Treffen auf einen Feiertag fallen. In der Programmdatei lässt sich der Ort unter „regions“ zuordnen.
status-site = { $site } ({ $people ->
    [one] eine Person
   *[other] { $people } Personen
 })
status-no-site = ohne Ort im Firmenverzeichnis
status-people = Wer steht wo
state-invited = eingeladen
state-begun = begonnen
state-done = angemeldet
state-applied = beworben
state-offered = Angebot offen
state-waiting = wartet
state-in-tandem = im Tandem
state-unreachable = nicht erreichbar
status-seen = Mehr sieht niemand: keine Antworten, keine Absagen.
status-left-out = { $people ->
    [one] Eine programmverantwortliche Person nimmt
   *[other] { $people } Programmverantwortliche nehmen
 } selbst teil und { $people ->
    [one] steht
   *[other] stehen
 } deshalb nicht in dieser Übersicht.
unreachable-blocked = hat den Bot blockiert; nach einer Nachricht an ihn kommt die Einladung
unreachable-blocked-by-admin = die IT lässt den Bot hier nicht zu; ich versuche es täglich wieder
unreachable-app-removed = hat den Bot entfernt; kommt er zurück, kommt auch, was gewartet hat
unreachable-chat-gone = den Chat gibt es nicht mehr; nach einer Nachricht an den Bot kommt, was gewartet hat
unreachable-not-listed = Teams hat den Bot dort nicht gezeigt; bitte noch einmal einladen
unreachable-not-there = nicht im Firmenverzeichnis, oder die App fehlt im Katalog; die IT kann helfen
unreachable-not-allowed = in Microsoft 365 fehlt eine Berechtigung; die IT findet sie im Protokoll unter „invite.unreachable“
unreachable-refused = Microsoft 365 hat es abgelehnt; die IT findet den Grund im Protokoll unter „invite.unreachable“
unreachable-unsaid = der Grund ist nicht bekannt
unreachable-disabled = das Konto ist gesperrt
unreachable-guest = Gast
unreachable-no-licence = ohne Lizenz für Teams
need-given-up = { $many ->
    [one] Etwas ist nicht gelungen
   *[other] { $many } Dinge sind nicht gelungen
 }
need-given-up-hint = Was, und der Knopf für einen neuen Versuch.
given-up-title = Das ist nicht gelungen
given-up-text = Der Bot hat es einen Tag lang immer wieder versucht. Meist war Microsoft 365 nicht erreichbar, oder eine Berechtigung fehlt. Die IT findet den Grund im Protokoll unter „effect.given_up“.
given-up-line = { $many ->
    [one] { $what }
   *[other] { $what } ({ $many }-mal)
 }
given-up-seen = Wen es betrifft, zeigt der Bot nicht.
given-up-again = Noch einmal versuchen
given-up-none = Alles wird gerade noch einmal versucht oder ist erledigt.
given-up-book-slot = Einen vereinbarten Termin buchen
given-up-cancel-dates = Den Auftakt absagen
given-up-end-one = Ein Tandem beenden
given-up-end-replaced = Termine absagen, an deren Stelle andere stehen
given-up-end-tandem = Ein Tandem abschließen
given-up-erase-person = Daten einer Person löschen
given-up-erase-trial = Einen Probelauf löschen
given-up-fill = Freie Plätze nachbesetzen
given-up-find-slots = Termine suchen
given-up-count-up = Zählen, wie es läuft
given-up-ask-who-waits = Alle, die warten, fragen, was sich verändert
given-up-plan-follow-ups = Planen, wann später noch einmal gefragt wird
given-up-forget-answers = Antworten nach Ablauf der Frist löschen
given-up-forget-cards = Karten eines vergangenen Durchgangs vergessen
given-up-forget-old-records = Angaben, deren Frist vorbei ist, nach und nach löschen
given-up-forget-records = Angaben nach Ablauf der Frist löschen
given-up-hand-over = Treffen in den anderen Kalender übergeben
given-up-invite = Jemanden einladen
given-up-kickoff = Den Auftakt anlegen
given-up-kickoff-invite = Zum Auftakt einladen
given-up-fire-after-all = Erledigen, was zu einem bestimmten Zeitpunkt fällig war
given-up-launch-the-rest = Später zugesagte Tandems starten
given-up-leave-earlier-team = Personen aus einem Team der Teilnehmenden nehmen, in dem ihr Tandem nicht mehr ist
given-up-look = Änderungen im Kalender ansehen
given-up-look-ahead = Vor dem Start prüfen, ob alles bereit ist
given-up-look-at-accounts = Prüfen, wer von den Programmverantwortlichen noch da ist
given-up-look-at-owners = Die tägliche Prüfung, wer programmverantwortlich ist
given-up-look-at-people = Die tägliche Prüfung der Konten
given-up-match = Die Zuordnung rechnen
given-up-move-date = Den Auftakt verschieben
given-up-offer-pair = Zwei Personen einander anbieten
given-up-post = Eine Karte zustellen
given-up-price = Eine Änderung an der Zuordnung durchrechnen
given-up-seek-sponsor = Fragen, ob im Namen des Programms ein Dank an alle gehen soll
given-up-remind = An etwas erinnern
given-up-unsend = Eine Karte aus einem Chat nehmen
given-up-update-again = Eine Karte auf den neuesten Stand bringen
given-up-skip-session = Ein Treffen wegen einer Pause absagen
given-up-tell-deputy = Einer Vertretung die Termine zeigen
given-up-tell-of-questions = Eine Nachricht innerhalb eines Tandems
given-up-upload = Eine Datei übergeben
given-up-watch = Auf Änderungen im Kalender achten
given-up-thank-all = Den Dank an alle zustellen
given-up-open-circle = Den Kanal eines Kreises öffnen
given-up-let-in = Jemanden in einen Kreis aufnehmen (dafür braucht der Bot die Berechtigung ChannelMember.ReadWrite.All)
given-up-let-out = Jemanden aus einem Kreis nehmen (dafür braucht der Bot die Berechtigung ChannelMember.ReadWrite.All)
given-up-leave-circles-team = Jemanden aus einem Team der Teilnehmenden nehmen, in dem der Kreis nicht mehr ist
given-up-archive-circle = Den Kanal eines Kreises archivieren
given-up-bring-card = Eine Karte zum Treffen zustellen
given-up-bring-what-waits = Zustellen, was auf einen freien Tag gewartet hat
given-up-bring-kit = Einen Treffen-Begleiter zustellen
given-up-bring-lessons = Eine kurze Lektion zustellen
