status-title = So steht „{ $programme }“
status-cycle = Durchgang { $number }
status-cycle-over = Durchgang { $number } ist abgeschlossen. Mit „neuer durchgang“ beginnt der nächste.
status-nobody = Noch ist niemand eingeladen. Mit „einladen“ geht es los.
status-open = Die Anmeldung ist offen, ohne Enddatum.
status-open-until = Die Anmeldung ist offen bis { $day }.
status-closed-since = Die Anmeldung ist geschlossen (letzter Tag: { $day }).
status-mentors = Mentor:innen ({ $people })
status-mentees = Mentees ({ $people })
status-tandems = Tandems
status-accepted = Zugesagt
status-launched = Gestartet
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
unreachable-not-allowed = in Microsoft 365 fehlt eine Berechtigung; die IT findet sie im Protokoll
unreachable-refused = Microsoft 365 hat es abgelehnt; die IT findet den Grund im Protokoll
unreachable-disabled = das Konto ist gesperrt
unreachable-guest = Gast
unreachable-no-licence = ohne Lizenz für Teams
