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
rule-reporting_line = Keine Führungslinie zwischen beiden
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
rule-lowest_score = Punktzahl nicht unter der Untergrenze

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
refusal-not-possible = Dieses Paar ist nicht möglich.
refusal-reason-needed = Dieses Paar verletzt einen Ausschluss. Schreib eine Begründung dazu, wenn es trotzdem bestehen soll.
    .sie = Dieses Paar verletzt einen Ausschluss. Schreiben Sie eine Begründung dazu, wenn es trotzdem bestehen soll.
refusal-unknown-person = Diese Person ist in diesem Durchgang nicht dabei. Wähle jemanden aus der Liste.
    .sie = Diese Person ist in diesem Durchgang nicht dabei. Wählen Sie jemanden aus der Liste.
refusal-mentee-settled = Diese:r Mentee hat schon eine feste Mentor:in. Löse zuerst das andere Paar.
    .sie = Diese:r Mentee hat schon eine feste Mentor:in. Lösen Sie zuerst das andere Paar.
refusal-mentor-full = Diese Mentor:in hat keinen freien Platz mehr. Löse zuerst ein anderes Paar.
    .sie = Diese Mentor:in hat keinen freien Platz mehr. Lösen Sie zuerst ein anderes Paar.
refusal-never-both = Die beiden sind schon ein Tandem in umgekehrter Richtung; beides zugleich geht nicht.
refusal-locked = Dieses Paar ist festgehalten. Löse es zuerst.
    .sie = Dieses Paar ist festgehalten. Lösen Sie es zuerst.
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
match-file-missing_column = Die Spalte „{ $column }“ fehlt. Auch eine leere Spalte muss in der Kopfzeile stehen.
match-file-column_twice = Die Spalte „{ $column }“ kommt mehrmals vor. Lass eine davon weg.
    .sie = Die Spalte „{ $column }“ kommt mehrmals vor. Lassen Sie eine davon weg.
match-file-unknown_column = Die Spalte „{ $value }“ ist unbekannt und zählt nicht.
match-file-fields = { $found } statt { $expected } Felder. Setze Texte mit Komma in Anführungszeichen.
    .sie = { $found } statt { $expected } Felder. Setzen Sie Texte mit Komma in Anführungszeichen.
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
match-file-run = „{ $column }“ fehlt oder hat eine andere Form. Ist das eine Datei von „tandem match --export“?
match-file-run_contradicts = Die Datei widerspricht sich: Punktzahlen, Begründungen und Ausschlüsse passen nicht zusammen. Exportiere den Lauf neu.
    .sie = Die Datei widerspricht sich: Punktzahlen, Begründungen und Ausschlüsse passen nicht zusammen. Exportieren Sie den Lauf neu.
match-file-versions = Hinweis: Der Lauf entstand mit { $written }; hier rechnet { $here }.

# tandem match: die Tabellen.
match-table-tandems = { $tandems ->
    [0] Kein Tandem möglich
    [one] 1 Tandem
   *[other] { $tandems } Tandems
 }, zusammen { $total } Punkte ({ $seconds } s)
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
match-field-role = Rolle
match-field-department = Abteilung
match-field-location = Standort

### Die Karte der Vorschläge

match-title = { $tandems ->
    [0] Noch kein Tandem möglich
    [one] Ein Vorschlag
   *[other] { $tandems } Vorschläge
 }
match-running = Die Vorschläge werden gerade berechnet. Sie erscheinen gleich hier.
match-replaced = Diese Vorschläge sind überholt: Es gibt einen neueren Lauf.
match-failed = Die Berechnung ist nicht gelungen. Bitte starte sie noch einmal.
    .sie = Die Berechnung ist nicht gelungen. Bitte starten Sie sie noch einmal.
match-page = Seite { $page } von { $pages }
match-approved = { $approved } von { $total } freigegeben von { $by }
match-pair = { $mentor } → { $mentee }
match-is-approved = freigegeben
match-score = Punktzahl: { $score }
match-rules = Geprüft:
match-next-mentee = Nächstbeste für die:den Mentee
match-next-mentor = Nächstbeste für die:den Mentor:in
match-left-over = { $people ->
    [one] Eine Person bleibt noch ohne Tandem
   *[other] { $people } Personen bleiben noch ohne Tandem
 }
match-approve-all = { $tandems ->
    [one] Freigeben und anfragen
   *[other] Alle { $tandems } freigeben und anfragen
 }
page-back = Zurückblättern
page-next = Weiterblättern
role-mentor = Mentor:in
role-mentee = Mentee
