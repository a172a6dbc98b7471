# The owners' settings, by card
settings-title = Einstellungen von „{ $name }“
settings-set-up = „{ $name }“ einrichten
settings-idle = Wirkt gerade nicht: „{ $name }“. Entscheidend ist dafür „{ $other }“{ $where ->
    [card] .
   *[file] {" "}in der Programmdatei.
 }
settings-set-up-intro = Hier richtest du das Programm ein, Schritt für Schritt. Jeder Schritt ist sofort gespeichert, und du kannst jederzeit aufhören, später weitermachen und alles wieder ändern. Eingeladen wird dadurch niemand.
    .sie = Hier richten Sie das Programm ein, Schritt für Schritt. Jeder Schritt ist sofort gespeichert, und Sie können jederzeit aufhören, später weitermachen und alles wieder ändern. Eingeladen wird dadurch niemand.
settings-intro = Was du speicherst, gilt sofort. Der Verlauf zeigt, wer wann was geändert hat, und nimmt es zurück.
    .sie = Was Sie speichern, gilt sofort. Der Verlauf zeigt, wer wann was geändert hat, und nimmt es zurück.
settings-begin = Los geht’s
settings-read-invitation = Einladung lesen
settings-texts = Texte ändern
setting-text = Text „{ $text }“
setting-texts = Ersetzte Texte
settings-open = { $part } öffnen
settings-save = Speichern
settings-save-further = Speichern und weiter
settings-back = Zurück
settings-part-basics = Name und Ton
settings-part-sponsor = Wer dafür einsteht
settings-part-contacts = Ansprechpersonen
settings-part-dates = Anmeldung
settings-part-sessions = Treffen
settings-part-people = Wer mitmachen kann
settings-part-condition = Voraussetzung für Bewerbungen
settings-part-topics = Themen
settings-part-times = Wann Treffen sein dürfen
settings-part-circles = Kreise
settings-part-figures = Zahlen und Aufbewahrung
settings-part-file = Als Datei
settings-part-history = Verlauf
settings-about-sponsor = Jemand aus der obersten Leitung eröffnet die Einladung mit einem eigenen Satz. Das Bild kommt aus dem Firmenverzeichnis. Am Ende frage ich diese Person in Teams, ob ein Dank an alle gehen soll; wer mich noch nicht hat, bekommt mich dafür installiert.
settings-about-contacts = Die erste Person beantwortet Fragen und steht in jeder Einladung. Die zweite ist für den Fall, dass jemand eine Grenze überschreitet: Betriebsrat oder Beschwerdestelle, niemand aus dem Programm selbst.
settings-about-dates = Bis zu diesem Tag kann man sich anmelden; ohne ihn hat jede Einladung eine eigene Frist. Streicht jemand den Tag wieder, bleibt allen noch mindestens eine Woche. Wann die Treffen beginnen, sagst du beim Start, zum Beispiel „start nächsten Montag“.
    .sie = Bis zu diesem Tag kann man sich anmelden; ohne ihn hat jede Einladung eine eigene Frist. Streicht jemand den Tag wieder, bleibt allen noch mindestens eine Woche. Wann die Treffen beginnen, sagen Sie beim Start, zum Beispiel „start nächsten Montag“.
settings-about-sessions = Die Zahl der Treffen folgt aus den Monaten. Steht eine Zahl da, zählt sie statt der Monate.
settings-about-people = Eingeladen wird, wen du nennst. Hier steht, wer sich außerdem von selbst anmelden kann und wie lange ein Angebot offen bleibt.
    .sie = Eingeladen wird, wen Sie nennen. Hier steht, wer sich außerdem von selbst anmelden kann und wie lange ein Angebot offen bleibt.
settings-about-condition = Ein Satz, dem zustimmt, wer sich von selbst bewirbt, zum Beispiel „Ich bin seit mindestens einem Jahr im Unternehmen“. Gespeichert wird nur das Ja. Wer eingeladen ist, wird nicht gefragt.
settings-about-times = Das kommt zu den Arbeitszeiten im Kalender der beiden hinzu.
settings-about-circles = Im Kreis tauschen sich Teilnehmende eines Durchgangs untereinander aus, in einem privaten Kanal. Der Kreis der Mentor:innen wird allen Mentor:innen angeboten, sobald fünf ein Tandem haben; ein Themenkreis beiden eines Tandems nach dem geplanten Ende, zu seinem ersten Thema, sobald es dafür fünf gibt. Geöffnet wird jeder, sobald fünf dabei sein möchten. Wer darin ist, erfahren nur die anderen darin. Die IT muss dafür die Berechtigung ChannelMember.ReadWrite.All erteilt haben.
settings-about-topics = Das können sich Mentees wünschen. Links und Regeln eures Hauses stehen später in den Treffen-Begleitern des Themas.
    .sie = Das können sich Mentees wünschen. Links und Regeln Ihres Hauses stehen später in den Treffen-Begleitern des Themas.
settings-about-file = Alles, was gilt, als Text. Du kannst ihn kopieren, ändern oder durch einen anderen ersetzen. Auch was keine Felder hat, steht hier: eigene Treffen-Begleiter, gesperrte Zeiten, Feiertage, die Regeln der Zuordnung. Kommentare bleiben nicht erhalten.
    .sie = Alles, was gilt, als Text. Sie können ihn kopieren, ändern oder durch einen anderen ersetzen. Auch was keine Felder hat, steht hier: eigene Treffen-Begleiter, gesperrte Zeiten, Feiertage, die Regeln der Zuordnung. Kommentare bleiben nicht erhalten.
settings-about-history = Das Neueste steht oben. Zurücknehmen ändert nur, was diese eine Fassung geändert hat.
settings-touches-basics = Der Durchgang läuft: Neue Karten sprechen ab sofort so, offene, sobald jemand sie ansieht. Kanäle und Termine behalten ihren Namen. Ob alle Tandems gemeinsam enden, gilt für den nächsten Durchgang.
settings-touches-sponsor = Der Durchgang läuft: Offene Einladungen zeigen es, sobald jemand sie ansieht.
settings-touches-contacts = Der Durchgang läuft: Offene Karten zeigen es, sobald jemand sie ansieht.
settings-touches-sessions = Der Durchgang läuft: Tandems, die schon Termine haben, behalten sie. Es gilt für neue.
settings-touches-times = Der Durchgang läuft: Stehende Termine bleiben. Es gilt, wenn ein Termin neu gesucht oder verschoben wird.
settings-touches-circles = Der Durchgang läuft: Eingeschaltet wird der Kreis der Mentor:innen angeboten, wenn ein Tandem startet, und sonst nach dem nächsten Treffen; Themenkreise, wenn ein Tandem geplant endet. Ausgeschaltet kommt niemand mehr hinzu; wer darin ist, bleibt es und kann jederzeit gehen.
settings-touches-people = Der Durchgang läuft: Wer schon angemeldet ist, bleibt es. Offene Angebote behalten ihre Frist.
settings-touches-asked-too = Schaltest du „unter 18“ ein, werden auch alle danach gefragt, die schon dabei sind: Bis sie es gesagt haben, werden sie nicht neu zugeordnet. Tandems, die es schon gibt, gehen weiter.
    .sie = Schalten Sie „unter 18“ ein, werden auch alle danach gefragt, die schon dabei sind: Bis sie es gesagt haben, werden sie nicht neu zugeordnet. Tandems, die es schon gibt, gehen weiter.
settings-touches-asked-no-more = Schaltest du „unter 18“ aus, wird niemand mehr danach gefragt. Wer auf eine Freigabe wartet, wartet weiter.
    .sie = Schalten Sie „unter 18“ aus, wird niemand mehr danach gefragt. Wer auf eine Freigabe wartet, wartet weiter.
settings-touches-figures = Der Durchgang läuft: Es gilt für alles, was ab jetzt gezeigt, gefragt oder abgeschlossen wird. Nach dem Bleiben werden nur die gefragt, deren Fragen noch nicht begonnen haben.
settings-touches-topic = Der Durchgang läuft: Wer das Thema schon gewählt hat, behält es. Der Name ändert sich auf Karten, sobald jemand sie ansieht.
settings-said-sessions = { $length_minutes } Minuten, { $rhythm }, { $number ->
    [0] { $months ->
        [one] einen Monat
       *[other] { $months } Monate
    } lang
    [one] ein Treffen
   *[other] { $number } Treffen
 }
settings-said-people = Von selbst: { $apply_as }; { $days ->
    [one] ein Tag
   *[other] { $days } Tage
 } für ein Angebot
settings-said-times = { $notice_days ->
    [one] Mindestens einen Tag
   *[other] Mindestens { $notice_days } Tage
 } im Voraus, verschieben um höchstens { $move_days ->
    [one] einen Tag
   *[other] { $move_days } Tage
 }
settings-said-circles = Kreis der Mentor:innen: { $mentors_circle }; Themenkreise: { $communities }
settings-said-figures = Zahlen ab { $smallest_group } Personen; Frage nach dem Bleiben: { $wish_to_stay }; wer mit wem war { $months ->
    [one] einen Monat lang
   *[other] { $months } Monate lang
 }
settings-no-contact = ⚠ noch niemand für Fragen
settings-no-boundary = ⚠ noch niemand für überschrittene Grenzen
settings-age-limit = ⚠ klingt nach einer Altersgrenze
settings-until = bis { $day }
settings-open-end = ohne gemeinsamen letzten Tag: jede Einladung hat ihren eigenen
settings-date = Letzter Tag der Anmeldung (wenn es einen gibt)
settings-topics = { $topics ->
    [one] Ein Thema
   *[other] { $topics } Themen
 }
settings-new-topic = Neues Thema
settings-topic-house = { $links ->
    [0] Keine Links
    [one] Ein Link
   *[other] { $links } Links
 }, { $rules ->
    [0] keine Regeln
   *[other] mit Regeln des Hauses
 }
settings-topic-name = Name ({ $language })
settings-topic-links = Links des Hauses
settings-link-name = { $number }. Link: wie er heißt
settings-link-address = { $number }. Link: Adresse mit https://
settings-topic-rules = Regeln des Hauses
settings-topic-rule = Was gilt ({ $language })
settings-remove = Thema entfernen
settings-remove-yes = Ja, entfernen
settings-remove-sure = Neu wählen kann das Thema dann niemand mehr. Wer es schon gewählt hat, behält es in den Antworten. Über den Verlauf kommt es zurück.
settings-versions = { $versions ->
    [one] Eine Fassung
   *[other] { $versions } Fassungen
 }
settings-version-file = { $number } · { $day } Uhr · aus der Datei beim Start
settings-version-card = { $number } · { $day } Uhr · { $by }
settings-version-undo = { $number } · { $day } Uhr · { $by } hat eine frühere Fassung zurückgenommen
settings-began = Damit hat das Programm begonnen.
settings-changed = { $name }: { $before } → { $after }
settings-and-more = und { $more } weitere
settings-older = Ältere
settings-newer = Neuere
settings-undo = Zurücknehmen
settings-undo-yes = Ja, zurücknehmen
settings-undo-sure = Es gilt dann wieder, was vorher galt. Auch das steht im Verlauf.
settings-undo-sure-running = Der Durchgang läuft. Es gilt dann wieder, was vorher galt, für alles, was ab jetzt geschieht; stehende Termine bleiben. Auch das steht im Verlauf.
settings-end-before = Vorher: { $day }
settings-undo-end-sure = { $dated ->
    [yes] Die Anmeldung endet dann wieder am { $day }.
   *[no] Dann hat wieder jede Einladung eine eigene Frist, und niemand weniger als eine Woche.
 } Auch das steht im Verlauf.
settings-file-text = Programmdatei
settings-file-too-long = Der Text ist zu lang für eine Karte. Mit „Als Datei holen“ kommt er vollständig.
settings-export = Als Datei holen
settings-import = Diesen Text übernehmen
settings-import-yes = Ja, übernehmen
settings-import-sure = Danach gilt genau dieser Text; was nicht darin steht, bekommt den üblichen Wert. Die Karte zeigt, was sich geändert hat, und nimmt es auf Wunsch zurück.
settings-import-sure-running = Der Durchgang läuft. Danach gilt genau dieser Text für alles, was ab jetzt geschieht; was nicht darin steht, bekommt den üblichen Wert. Stehende Termine bleiben. Die Karte zeigt, was sich geändert hat, und nimmt es auf Wunsch zurück.
settings-file-heading = { $name }: alle Einstellungen des Programms
settings-file-what = Die Einstellungen des Programms als Datei

setting-empty = –
setting-on = ja
setting-off = nein
setting-between = Bitte eine ganze Zahl von { $lowest } bis { $highest }.
setting-at-least = Bitte eine ganze Zahl ab { $lowest }.
setting-hint-list = durch Komma getrennt
setting-hint-numbers = durch Komma getrennt
setting-hint-days = TT.MM.JJJJ, mehrere durch Komma getrennt
setting-hint-time = zum Beispiel 08:30
setting-wrong-kind-day = „{ $value }“ ist kein Tag. So schreibt man ihn: TT.MM.JJJJ
setting-wrong-kind-time = „{ $value }“ ist keine Uhrzeit. So schreibt man sie: 08:30
setting-wrong-no-reminders = Bei einem Tag Frist bleibt für Erinnerungen keine Zeit. Dieses Feld bleibt dann leer.
setting-name = Name des Programms
setting-cycles = Durchgänge
setting-cycles-fixed = alle Tandems enden gemeinsam
setting-cycles-rolling = fortlaufend, jedes Tandem für sich
setting-language = Sprache, solange niemand die eigene kennt
setting-tone = Ton
setting-tone-sie = Sie
setting-sponsor-name = Name
setting-sponsor-title = Funktion
setting-sponsor-email = E-Mail
setting-sponsor-sentence = Ein Satz ({ $language })
setting-condition = Voraussetzung für { $role ->
    [mentor] Mentor:innen
   *[mentee] Mentees
 }, die sich bewerben
setting-mentor-condition = Für Mentor:innen ({ $language })
setting-mentee-condition = Für Mentees ({ $language })
setting-contact-name = Für Fragen: Name
setting-contact-email = Für Fragen: E-Mail
setting-boundary-name = Bei überschrittenen Grenzen: Name oder Stelle
setting-boundary-email = Bei überschrittenen Grenzen: E-Mail
setting-sessions-length-minutes = Länge in Minuten
setting-sessions-rhythm = Rhythmus
setting-sessions-rhythm-monthly = einmal im Monat
setting-sessions-rhythm-two-weeks = alle zwei Wochen
setting-sessions-rhythm-six-weeks = alle sechs Wochen
setting-sessions-rhythm-tandem = von Treffen zu Treffen vereinbart
setting-sessions-months = Monate
setting-sessions-number = Zahl der Treffen (statt der Monate)
setting-organizer = In wessen Kalender die Termine stehen
setting-organizer-mentor = Mentor:in
setting-organizer-mentee = Mentee
setting-sessions-lengths = Längen, die ein Tandem wählen kann
setting-sessions-rhythms = Rhythmen, die ein Tandem wählen kann
setting-sessions-rhythms-monthly = einmal im Monat
setting-sessions-rhythms-two-weeks = alle zwei Wochen
setting-sessions-rhythms-six-weeks = alle sechs Wochen
setting-sessions-rhythms-tandem = von Treffen zu Treffen vereinbart
setting-sessions-earliest = Nicht vor (Uhrzeit)
setting-sessions-latest = Nicht nach (Uhrzeit)
setting-sessions-closing-days = Tage, an denen niemand arbeitet
setting-sessions-notice-days = Frühestens so viele Tage im Voraus
setting-sessions-move-days = Höchstens um so viele Tage verschieben
setting-sessions-pause-days = Tage zwischen einzeln vereinbarten Treffen
setting-sessions-step-minutes = Beginn alle … Minuten
setting-apply-as = Wer sich selbst anmelden kann
setting-apply-as-mentor = als Mentor:in
setting-apply-as-mentee = als Mentee
setting-under-18 = Menschen unter 18 können dabei sein (wer mitmacht, wird danach gefragt)
setting-languages = Sprachen zur Auswahl (Namen oder Kürzel)
setting-offers-days = Tage, um auf ein Angebot zu antworten
setting-offers-reminders = Erinnern so viele Tage vorher
setting-wish-to-stay = Mentor:innen fragen, ob sie im Unternehmen bleiben möchten (der Betriebsrat bestimmt mit, § 94 BetrVG)
setting-smallest-group = Kleinste Gruppe, von der Zahlen gezeigt werden
setting-retention-months = Monate, in denen bekannt bleibt, wer mit wem war
setting-mentors-circle = Kreis der Mentor:innen anbieten
setting-communities = Themenkreise nach dem Ende anbieten
setting-topics = Themen
