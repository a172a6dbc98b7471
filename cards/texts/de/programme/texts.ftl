# The texts in the house's own words, by card
texts-title = Texte in euren Worten
    .sie = Texte in Ihren Worten
texts-intro = Jeden Text, den Menschen hier lesen, kannst du durch einen eigenen ersetzen. Bevor er gilt, siehst du ihn auf seiner Karte. Er gilt dann für alle neuen Karten sofort; offene zeigen ihn, sobald jemand sie ansieht. Wer wann was ersetzt hat, steht im Verlauf der Einstellungen, und dort nimmst du es auch zurück.
    .sie = Jeden Text, den Menschen hier lesen, können Sie durch einen eigenen ersetzen. Bevor er gilt, sehen Sie ihn auf seiner Karte. Er gilt dann für alle neuen Karten sofort; offene zeigen ihn, sobald jemand sie ansieht. Wer wann was ersetzt hat, steht im Verlauf der Einstellungen, und dort nehmen Sie es auch zurück.
texts-voice = Sprache und Anrede: { $voice }
texts-voice-du = { $language }, geduzt
texts-voice-sie = { $language }, gesiezt
texts-query = Woran erinnerst du dich?
    .sie = Woran erinnern Sie sich?
texts-find = Text suchen
texts-found = Texte zu „{ $query }“
texts-none = Kein Text passt dazu.
texts-by-card = Nach Karten
texts-by-card-about = Erst die Karte wählen, dann den Text
texts-cards = { $cards ->
    [one] eine Karte
   *[other] { $cards } Karten
 }
texts-all = Alle Texte
texts-own = Ersetzte Texte
texts-own-many = { $texts ->
    [0] noch keiner
    [one] einer
   *[other] { $texts }
 }
texts-export = Alle als Dokument
texts-open = Ändern: { $text }
texts-further = Weitere
texts-nearer = Vorige
texts-mark-own = ersetzt
texts-mark-promise = ein Versprechen
texts-mark-own-promise = ersetzt · ein Versprechen, in diesen Worten ungeprüft
texts-change = Text ändern
texts-original = Mitgelieferter Text
texts-yours = So soll er lauten
texts-yours-case = So soll er lauten: { $case }
texts-case-0 = bei null
texts-case-1 = bei eins
texts-case-2 = bei zwei
texts-case-3 = bei drei
texts-case-one = bei eins
texts-case-other = sonst
texts-case-none = wenn es keine gibt
texts-case-you = wenn es die lesende Person ist
texts-case-both = wenn es beide sind
texts-case-mentor = bei Mentor:innen
texts-case-mentee = bei Mentees
texts-fillings = In geschweiften Klammern steht, was eingesetzt wird: { $names }. Alles andere erscheint genau so, wie es dasteht.
texts-promise = Dieser Text verspricht jemandem etwas: wer etwas sieht, wie lange es bleibt oder was folgt. Dass es stimmt, ist für den mitgelieferten Wortlaut geprüft, für einen anderen nicht. Bitte nur so ändern, dass es danach noch stimmt.
texts-replaced = Ersetzt von { $by } am { $day } Uhr
texts-set-back = Zurückgesetzt von { $by } am { $day } Uhr
texts-try = Ansehen
texts-reset = Zurücksetzen
texts-reset-sure = Dann gilt wieder der mitgelieferte Text.
texts-preview = So würde er gelesen
texts-missing = Das steht dann nicht mehr im Text: { $names }. Gilt er so, erfahren es die Menschen hier nicht.
texts-on-card = Auf seiner Karte, mit erfundenen Namen
texts-save = So soll es gelten
texts-edit = Weiter ändern
texts-document-title = Alle Texte von „{ $name }“
texts-document-about = So sprechen die Karten mit den Menschen, in der Anrede des Programms. Was in geschweiften Klammern steht, wird eingesetzt. Ersetzte Texte sind bezeichnet, der mitgelieferte steht durchgestrichen darunter. „Ein Versprechen“ heißt: Dafür gibt es Tests, die zeigen, dass es stimmt, solange der Text nicht ersetzt ist.
texts-document-what = Alle Texte des Programms, zum Freigeben
texts-document-file = Texte
texts-document-rest = Einzelne Sätze
texts-document-as-cards = Hier lassen sich keine Dateien übergeben. Auf der Karte der Texte stehen alle unter „Alle Texte“.
room-enrolment = Einladung und Fragebogen
room-matching = Zuordnung und Angebot
room-launch = Start, Tandems, Abschluss
room-sessions = Tandem und Treffen
room-measurement = Was ein Tandem verändert
room-circles = Kreise
room-tandem = Leben des Tandems
room-polls = Terminabstimmung
room-changes = Abwesenheit und Übergabe
room-privacy = Meine Daten
room-programme = Programm
room-trial = Ausprobieren
room-common = Allgemeines
