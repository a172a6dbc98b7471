# Warum zwei zusammenpassen (Begründungen).
reason-topic = { $topic }: { $rank ->
    [1] erster Wunsch
    [2] zweiter Wunsch
    [3] dritter Wunsch
   *[other] { $rank }. Wunsch
 }, vermittelt auf Stufe { $level } von 3
reason-function = Verschiedene Bereiche
reason-location = Verschiedene Standorte
reason-background = Verschiedene berufliche Hintergründe
reason-generation = Verschiedene Generationen
reason-hierarchy = { $levels ->
    [one] Eine Hierarchieebene Abstand
    [3] Drei oder mehr Hierarchieebenen Abstand
   *[other] { $levels } Hierarchieebenen Abstand
 }
reason-gender = Unterschiedliches Geschlecht
reason-shared_format = Gleiche Vorliebe bei der Arbeitsform
reason-shared_times = Gemeinsame passende Zeiten

# Ausschlüsse: was erfüllt sein muss.
rule-same_person = Zwei verschiedene Personen
rule-reporting_line = { $depth ->
    [0] Keine Führungslinie zwischen beiden
    [1] Keine unmittelbare Führung zwischen beiden
    [2] Keine Führungslinie zwischen beiden, bis zu zwei Ebenen
   *[other] Keine Führungslinie zwischen beiden, bis zu { $depth } Ebenen
 }
rule-same_manager = Verschiedene Führungskräfte
rule-same_department = Verschiedene Abteilungen
rule-kpi_group = Verschiedene Zielvorgaben
rule-kpi_dependency = Keine Abhängigkeit über Ziele
rule-not_with = Kein persönlicher Ausschluss
rule-not_again = Nichts aus früheren Angeboten steht entgegen
rule-past_pair = Noch kein gemeinsames Tandem
rule-hierarchy = Mentor:in steht in der Hierarchie tiefer
rule-language = Eine gemeinsame Sprache
rule-topic = Ein gewünschtes Thema
rule-role_eligibility = Bedingungen für die Rolle sind erfüllt
rule-exclusion_group = Nicht in derselben Ausschlussgruppe
rule-blocked_pair = Nicht von Programmverantwortlichen gesperrt
rule-forbidden = Für diesen Durchgang nicht ausgeschlossen
rule-capacity = Beide haben einen freien Platz
rule-lowest_score = Angezeigte Punktzahl nicht unter der Untergrenze

# Woran es bei Übriggebliebenen liegt ("3 Mentor:innen, aber alle sind …").
left-because-same_person = dieselbe Person
left-because-reporting_line = in derselben Führungslinie
left-because-same_manager = unter derselben Führungskraft
left-because-same_department = in derselben Abteilung
left-because-kpi_group = an denselben Zielen gemessen
left-because-kpi_dependency = nicht möglich
left-because-not_with = nicht möglich
left-because-not_again = nicht möglich
left-because-past_pair = aus einem früheren gemeinsamen Tandem
left-because-hierarchy = nicht auf passender Hierarchieebene
left-because-language = ohne gemeinsame Sprache
left-because-topic = ohne gewünschtes Thema
left-because-role_eligibility = durch die Bedingungen für die Rolle ausgeschlossen
left-because-exclusion_group = in derselben Ausschlussgruppe
left-because-blocked_pair = von Programmverantwortlichen gesperrt
left-because-forbidden = für diesen Durchgang ausgeschlossen
left-because-capacity = ohne freien Platz
left-because-lowest_score = unter der niedrigsten erlaubten Punktzahl

check-passed = { $rule }
check-assumed = { $rule } (angenommen: eine Angabe fehlt)
check-waived = { $rule } (von Hand aufgehoben)

# Warum jemand übrig bleibt. $other ist die Rolle der anderen Seite.
left-others = { $other ->
    [mentor] { $count ->
        [one] 1 Mentor:in
       *[other] { $count } Mentor:innen
     }
   *[mentee] { $count ->
        [one] 1 Mentee
       *[other] { $count } Mentees
     }
 }
left-others-for = { left-others } für { $topics }
left-nobody = In der anderen Rolle ist noch niemand dabei.
left-no_topic = { $other ->
    [mentor] Niemand vermittelt bisher { $topics }.
   *[mentee] Niemand wünscht sich bisher { $topics }.
 }
left-no_topic-none = Es ist kein Thema angegeben.
left-ruled_out = { $count ->
    [one] Nur { $people }, und zwar { $because }.
   *[other] { $people }, aber alle sind { $because }.
 }
left-ruled_out-mixed = { $people }, aber niemand ist möglich: { $parts }.
left-not_possible = Nicht möglich.
left-taken = { $other ->
    [mentor] Passende Mentor:innen{ $topics ->
        [none] {""}
       *[other] {" "}für { $topics }
     } gibt es, aber alle haben schon ein Tandem.
   *[mentee] Passende Mentees{ $topics ->
        [none] {""}
       *[other] {" "}für { $topics }
     } gibt es, aber alle sind schon in einem Tandem.
 }
taken = { $other ->
    [mentor] { $count ->
        [one] { $people } kommt infrage und hat schon ein Tandem.
       *[other] { $people } kommen infrage, aber alle haben schon ein Tandem.
     }
   *[mentee] { $count ->
        [one] { $people } kommt infrage und ist schon im Tandem mit jemand anderem.
       *[other] { $people } kommen infrage, aber alle sind schon im Tandem mit jemand anderem.
     }
 }
left-never_both = Die einzigen Möglichen sind schon ein Tandem in umgekehrter Richtung.
left-short-nobody = niemand in der anderen Rolle
left-short-no_topic = Thema kommt auf der anderen Seite nicht vor
left-short-ruled_out = alle Möglichen sind ausgeschlossen
left-short-not_possible = nicht möglich
left-short-taken = alle Möglichen sind vergeben
left-short-never_both = schon ein Tandem in umgekehrter Richtung

# Was bei Entscheidungen über einzelne Paare nicht geht.
refusal-twice-in-one-role = { $id } steht zweimal in derselben Rolle. Entferne einen der beiden Einträge.
    .sie = { $id } steht zweimal in derselben Rolle. Entfernen Sie einen der beiden Einträge.

# tandem match: Fehler in einer Personendatei.
match-file-at-line = { $file }, Zeile { $line }: { $fault }
match-file-at-cell = { $file }, Zeile { $line }, Spalte { $place } ({ $column }): { $fault }
match-file-ignored = Hinweis: { $fault }
match-file-encoding = Die Zeile ist nicht in UTF-8. Speichere die Datei als „CSV UTF-8“.
    .sie = Die Zeile ist nicht in UTF-8. Speichern Sie die Datei als „CSV UTF-8“.
match-file-empty = Die Datei ist leer. Es fehlt die Kopfzeile mit den Spaltennamen.
match-file-delimiter = Die Spalten sind durch { $found ->
    [semicolon] Strichpunkte
    [tab] Tabulatoren
   *[other] senkrechte Striche
 } getrennt. Speichere die Datei mit Kommas; Strichpunkte trennen nur Listen in einer Zelle.
    .sie = Die Spalten sind durch { $found ->
    [semicolon] Strichpunkte
    [tab] Tabulatoren
   *[other] senkrechte Striche
 } getrennt. Speichern Sie die Datei mit Kommas; Strichpunkte trennen nur Listen in einer Zelle.
match-file-no_people = Das ist keine Liste von Personen: Keiner der Spaltennamen steht in dieser Zeile. So heißen sie: { $value }.
match-file-missing_column = Die Spalte „{ $column }“ fehlt. Auch eine leere Spalte muss in der Kopfzeile stehen.
match-file-column_twice = Die Spalte „{ $column }“ kommt mehrmals vor. Lass eine davon weg.
    .sie = Die Spalte „{ $column }“ kommt mehrmals vor. Lassen Sie eine davon weg.
match-file-unknown_column = Die Spalte „{ $value }“ ist unbekannt und zählt nicht.
match-file-fields = { $few ->
    [yes] { $found } Felder statt { $expected }: Auch ein leeres Feld braucht sein Komma.
   *[no] { $found } Felder statt { $expected }. Texte mit Komma gehören in Anführungszeichen.
 }
match-file-quotes = Ein Anführungszeichen ist nicht geschlossen, oder danach steht noch Text. Ab hier ist die Datei nicht lesbar.
match-file-id = Die Kennung fehlt.
match-file-role = „{ $value }“ ist keine Rolle. Erlaubt sind mentor und mentee.
match-file-twice = „{ $value }“ steht schon in Zeile { $first } in derselben Rolle.
match-file-level = „{ $value }“ ist keine Ebene. Erlaubt ist eine ganze Zahl ab 1; 1 ist die Spitze des Unternehmens.
match-file-languages = Mindestens eine Sprache muss angegeben sein.
match-file-capacity_mentor = „{ $value }“ geht nicht. Mentor:innen haben 1 oder 2 Plätze.
match-file-capacity_mentee = „{ $value }“ geht nicht. Mentees haben immer genau 1 Platz.
match-file-topics_mentee = Mindestens ein gewünschtes Thema muss angegeben sein.
match-file-topics_mentor = Mindestens ein Thema mit Stufe muss angegeben sein, zum Beispiel ai:3.
match-file-topic_level = „{ $value }“ hat keine gültige Stufe. Erlaubt ist Thema:Stufe mit Stufe 1, 2 oder 3, zum Beispiel ai:3.
match-file-topic_twice = Das Thema „{ $value }“ steht mehrmals da.
match-file-wish_level = „{ $value }“: Wünsche haben keine Stufe; ihre Reihenfolge zählt.
match-file-managers_differ = „{ $value }“ hat in einer anderen Zeile eine andere Führungskraft.
match-file-cycle = Die Führungslinie läuft im Kreis: { $chain }
match-file-unknown_id = „{ $value }“ steht nicht in der Datei und zählt nicht.
match-file-unknown_topic = „{ $value }“ ist kein Thema des Programms und zählt so, wie es dasteht.{ $nearest ->
    [none] {""}
   *[other] {" "}Gemeint ist vielleicht „{ $nearest }“.
 }
match-file-nobody = Hinweis: „{ $person }“ aus der Programmdatei steht nicht in der Personendatei.
match-file-run = „{ $column }“ fehlt oder hat eine andere Form. Ist das eine Datei von „tandem match --export“?
match-file-run_contradicts = Die Datei widerspricht sich: Punktzahlen, Begründungen und Ausschlüsse passen nicht zusammen. Exportiere den Lauf neu.
    .sie = Die Datei widerspricht sich: Punktzahlen, Begründungen und Ausschlüsse passen nicht zusammen. Exportieren Sie den Lauf neu.
match-file-versions = Hinweis: Der Lauf entstand mit { $written }; hier rechnet { $here }.

# tandem match: die Tabellen.
match-table-tandems = { $tandems ->
    [0] Kein Tandem möglich
    [one] 1 Tandem
   *[other] { $tandems } Tandems
 }, zusammen { $total ->
    [one] 1 Punkt
   *[other] { $total } Punkte
 } ({ $seconds } s)
match-table-mentee = Mentee
match-table-mentor = Mentor:in
match-table-score = Punkte
match-table-reasons = Begründung
match-table-trio = Trio { $number }
match-table-left = Ohne Tandem: { $people }
match-table-id = Person
match-table-role = Rolle
match-table-why = Warum
match-table-spread = Verteilung der Punktzahlen
match-table-from-to = von – bis
match-table-number = Tandems
match-table-groups = Ohne Tandem in Gruppen (ab { $smallest } Personen)
match-table-group = Gruppe
match-table-people = Personen
match-table-without = ohne Tandem
match-table-small = kleinere Gruppen zusammen

### Die Karte der Vorschläge

match-title = { $tandems ->
    [0] Noch kein Tandem möglich
    [one] Ein Vorschlag
   *[other] { $tandems } Vorschläge
 }
match-running = Die Vorschläge werden gerade berechnet und erscheinen gleich hier.
match-replaced = Diese Vorschläge sind überholt: Es gibt einen neueren Lauf.
match-failed = Die Berechnung ist nicht gelungen. Bitte starte sie noch einmal.
    .sie = Die Berechnung ist nicht gelungen. Bitte starten Sie sie noch einmal.
match-page = Seite { $page } von { $pages }
match-approved = { $approved } von { $total } freigegeben von { $by }
match-pair = { $mentor } → { $mentee }
match-is-approved = freigegeben
match-score = { $most ->
    [one] { $score } von höchstens einem Punkt
   *[other] { $score } von höchstens { $most } Punkten
 }
match-rules = Geprüfte Regeln
match-left-over = { $people ->
    [one] Eine Person bleibt noch ohne Tandem
   *[other] { $people } Personen bleiben noch ohne Tandem
 }
match-approve-all = { $tandems ->
    [one] Freigeben und anfragen
    [2] Beide freigeben und anfragen
   *[other] Alle { $tandems } freigeben und anfragen
 }
page-back = Zurückblättern
page-next = Weiterblättern
role-mentor = Mentor:in
role-mentee = Mentee
match-nothing-sent = Noch ist nichts verschickt.
match-automatic = Jemand ist dazugekommen oder frei geworden, deshalb diese neuen Vorschläge. Noch ist nichts verschickt.
match-joined-since = { $people ->
    [one] Seit der Berechnung hat sich noch eine Person angemeldet.
   *[other] Seit der Berechnung haben sich noch { $people } Personen angemeldet.
 }
match-dropped = { $decisions ->
    [one] Eine frühere Entscheidung ist nicht mehr möglich und gilt nicht mehr.
   *[other] { $decisions } frühere Entscheidungen sind nicht mehr möglich und gelten nicht mehr.
 }
match-unknown = In den Einstellungen ist jemand genannt, den ich nicht kenne: { $who }. Ist die Adresse falsch, lässt sie sich dort berichtigen; sonst gilt es, sobald die Person mitmacht.
match-press = Eine Zeile antippen: Gründe, geprüfte Regeln, andere Möglichkeiten.
match-look-at = Ansehen: { $pair }
match-is-locked = festgelegt
match-is-trio = Dreiergruppe { $number }
match-why = Was für die beiden spricht
match-next = Auch möglich für { $name }
match-instead = Stattdessen mit { $name }: Was würde das ändern?
match-approve = Freigeben
match-approve-sure = Die Anfragen gehen hinaus und lassen sich nicht zurückholen. Wer heute schon etwas anderes von mir bekommen hat, bekommt seine am nächsten Arbeitstag. { $tandems ->
    [one] Dieses Tandem jetzt freigeben?
   *[other] Jetzt { $tandems } Tandems freigeben?
 }
match-approve-yes = Ja, freigeben
match-lock = Festlegen
match-forbid = Ausschließen
match-to-list = Zur Liste
match-anew = Neu berechnen
match-figures = Zahlen
match-figures-hint = Verteilung der Punktzahlen, schwächstes Tandem, wer ohne Tandem bleibt.
match-waiting-hint = Wer noch kein Tandem hat, und warum.
match-hand = Von Hand zusammenbringen
match-hand-hint = Zwei Personen nennen; was sich ändert, steht vorher da.
match-simulate = Ausprobieren
match-simulate-hint = Andere Gewichte oder Regeln, nebeneinander verglichen.
waiting-intro = Wer wartet, kommt beim nächsten Mal zuerst dran, soweit die Regeln es zulassen. Passt vorher jemand Neues, erscheint sofort ein Vorschlag.
waiting-nobody = In der anderen Rolle ist noch niemand dabei.
waiting-no_topic = { $other ->
    [mentor] Was hier gewünscht wird, vermittelt bisher niemand.
   *[mentee] Was hier vermittelt wird, wünscht sich bisher niemand.
 }
waiting-ruled_out = Wer zu den Themen passt, ist { $because }.
waiting-not_possible = Nicht möglich. Es kann eine gemeinsame Sprache fehlen oder etwas Vertrauliches dagegenstehen; was es ist, zeigt der Bot nie.
waiting-taken = { $other ->
    [mentor] Passende Mentor:innen gibt es, aber alle haben schon ein Tandem.
   *[mentee] Passende Mentees gibt es, aber alle sind schon in einem Tandem.
 }
waiting-never_both = Die einzigen Möglichen sind schon ein Tandem in umgekehrter Richtung.
waiting-cycles = Wartet zum { $cycles }. Mal.
figures-scores = Punktzahlen
figures-role = Ohne Tandem, nach Rolle
figures-department = Ohne Tandem, nach Bereich
figures-location = Ohne Tandem, nach Standort
figures-small = kleinere Gruppen zusammen
figures-share = { $without } von { $people }
figures-groups = Gruppen unter { $smallest } Personen werden nie einzeln gezeigt.
figures-number = Bitte eine ganze Zahl von 0 bis 1000.
setting-lowest-score = Kein Tandem unter dieser Punktzahl (vertrauliche Angaben zählen dafür nicht)
setting-topic-ranks = Punkte für die Wünsche
setting-topic-1 = Erster Wunsch
setting-topic-2 = Zweiter Wunsch
setting-topic-3 = Dritter Wunsch
setting-function = Verschiedene Bereiche
setting-location = Verschiedene Standorte
setting-background = Verschiedene berufliche Hintergründe
setting-generation = Verschiedene Generationen
setting-hierarchy = Je Hierarchieebene Abstand
setting-gender = Unterschiedliches Geschlecht
setting-shared-format = Gleiche Arbeitsform
setting-shared-times = Gleiche Zeiten
setting-reporting-line-depth = Führungslinie: bis zu so vielen Ebenen (0 = ganz nach oben)
setting-trios = Dreiergruppen für Übriggebliebene
simulate-intro = Ändere, was du ausprobieren möchtest. Es gilt erst, wenn du es danach übernimmst.
    .sie = Ändern Sie, was Sie ausprobieren möchten. Es gilt erst, wenn Sie es danach übernehmen.
simulate-weights = Punkte
simulate-depth = Bitte eine ganze Zahl von 0 bis 20.
simulate-rules = Diese Regeln gelten
hand-intro = Wen möchtest du zusammenbringen?
    .sie = Wen möchten Sie zusammenbringen?
hand-reason = Begründung (nötig, wenn eine Regel dagegenspricht)
hand-confidential = Vertrauliche Ausschlüsse gelten immer, auch mit Begründung.
hand-try = Was würde das ändern?
decide-lock = { $mentor } → { $mentee } festlegen?
decide-forbid = { $mentor } → { $mentee } ausschließen?
decide-settings = Diese Änderung übernehmen?
decide-reason = Begründung, mit Name und Datum gespeichert:
decide-price = Was sich dadurch ändert
decide-before = Bisher
decide-after = Danach
decide-tandems = Tandems
decide-total = Summe der Punktzahlen
decide-weakest = Schwächstes Tandem
decide-left-over = Ohne Tandem
decide-sentence = { $tandems ->
    [0] Gleich viele Mentees haben ein Tandem,
    [1] Eine Person mehr hat ein Tandem,
    [-1] Eine Person weniger hat ein Tandem,
   *[other] Der Unterschied bei den Mentees mit Tandem ist { $served },
 } die Summe ändert sich um { $points ->
    [1] einen Punkt
    [-1] −1 Punkt
   *[other] { $change } Punkte
 }, und { $people ->
    [0] niemand bekommt
    [one] eine Person bekommt
   *[other] { $people } Personen bekommen
 } jemand anderen.
decide-who = Wer jemand anderen bekommt
decide-nobody = niemand
decide-nothing-yet = Noch ist nichts entschieden. Alles lässt sich zurücknehmen, solange nichts freigegeben ist.
decide-keep = Übernehmen
decide-drop = Verwerfen
decide-try = Ausprobieren
decide-on = gilt
decide-off = gilt nicht
match-apart = Auseinanderhalten
match-apart-hint = Personen, die in diesem Durchgang nie zusammen in ein Tandem kommen.
apart-intro = Diese Personen kommen in diesem Durchgang nie zusammen in ein Tandem. Was für alle Durchgänge gelten soll, gehört in die Programmdatei.
apart-people = Wen auseinanderhalten?
apart-name = Name der Gruppe (bei zwei Personen nicht nötig)
apart-pair = zwei Personen
apart-remove = Nicht mehr auseinanderhalten: { $name }
apart-why = Warum?
apart-why-apart = Diese Personen sollen nicht zusammenkommen
apart-why-targets = Diese Personen werden an denselben Zielen gemessen
apart-targets = gleiche Ziele
setting-kpi-groups = Personen mit gleichen Zielen
match-levels = Ebenen richtigstellen
match-levels-hint = Für Personen, deren Ebene im Verzeichnis nicht stimmt.
levels-intro = Die Ebene zählt von der Spitze der Firma abwärts: 1 ist ganz oben. Gezählt wird nach den Vorgesetzten im Verzeichnis. Stimmt das für jemanden nicht, zählt in diesem Durchgang die Ebene von hier. Was für alle Durchgänge gelten soll, gehört in die Programmdatei.
levels-person = Für wen?
levels-level = Ebene (1 bis { $most })
levels-is = Ebene { $level }
levels-of = Ebene von { $name }
levels-directory = wie im Verzeichnis
levels-remove = Wieder die Ebene des Verzeichnisses: { $name }
setting-blocked-pairs = Auseinandergehaltene Paare
setting-exclusion-groups = Auseinandergehaltene Gruppen
figures-export = Für eine Prüfung: Die IT schreibt diesen Lauf mit „tandem export { $run }“ in eine Datei ohne Namen.
match-why-untold = Vertrauliche Antworten kennt nur die Zuordnung; in der Punktzahl stehen sie nicht.
match-why-topic = { $topic }: gewünscht und vermittelt
apart-group = Gruppe
apart-more = { $entries ->
    [one] Ein weiterer Eintrag steht nicht hier.
   *[other] { $entries } weitere Einträge stehen nicht hier.
 }
match-title-elsewhere = Diese Vorschläge betreffen Programmverantwortliche
match-left-out-channel = { $proposals ->
    [one] Ein Vorschlag betrifft Programmverantwortliche und steht
   *[other] { $proposals } Vorschläge betreffen Programmverantwortliche und stehen
 } deshalb nicht hier, wo alle mitlesen. Darüber entscheidet im eigenen Chat mit mir, wer nicht beteiligt ist. Summen fehlen, damit niemand darauf schließen kann.
match-left-out-own = { $proposals ->
    [one] Ein Vorschlag betrifft dich selbst und steht deshalb nicht hier. Darüber entscheiden
   *[other] { $proposals } Vorschläge betreffen dich selbst und stehen deshalb nicht hier. Darüber entscheiden
 } andere Programmverantwortliche. Summen fehlen, damit sich daraus nichts ergibt.
    .sie = { $proposals ->
    [one] Ein Vorschlag betrifft Sie selbst und steht deshalb nicht hier. Darüber entscheiden
   *[other] { $proposals } Vorschläge betreffen Sie selbst und stehen deshalb nicht hier. Darüber entscheiden
 } andere Programmverantwortliche. Summen fehlen, damit sich daraus nichts ergibt.
match-in-own-chat = Im eigenen Chat ansehen
decide-sentence-people = { $tandems ->
    [0] Gleich viele Mentees haben ein Tandem,
    [1] Eine Person mehr hat ein Tandem,
    [-1] Eine Person weniger hat ein Tandem,
   *[other] Die Zahl der Mentees mit Tandem ändert sich um { $served },
 } und { $people ->
    [0] niemand bekommt
    [one] eine Person bekommt
   *[other] { $people } Personen bekommen
 } jemand anderen.
match-is-weakest = das schwächste Paar
match-decisions = { $decisions ->
    [one] Eine Entscheidung gilt
   *[other] { $decisions } Entscheidungen gelten
 }
match-decisions-hint = Wer was entschieden hat; jede lässt sich zurücknehmen.
decisions-intro = Eine Zeile antippen nimmt die Entscheidung zurück. Danach werden die Vorschläge neu berechnet.
decided-lock = 📌 { $mentor } → { $mentee } fest
decided-forbid = 🚫 { $mentor } → { $mentee } ausgeschlossen
decided-settings = ⚙ Andere Einstellungen
decided-by = { $name }, { $day } Uhr
decided-newer-first = zuerst die neueren Einstellungen zurücknehmen
decided-take-back = Zurücknehmen: { $what }
decide-breaks = Das verletzt diese Regeln:
decide-computing = Was das ändert, wird gerade berechnet. Es erscheint gleich hier.
decide-incomparable = Nach den neuen Regeln wäre eines der jetzigen Paare nicht möglich. Deshalb lassen sich die Punkte nicht vergleichen, nur die Personen.
