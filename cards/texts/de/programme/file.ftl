# programme.toml: was in einer Zeile nicht stimmt
programme-file-at-key = { $file }, Zeile { $line }: { $path }: { $fault }
programme-file-at-line = { $file }, Zeile { $line }: { $fault }
programme-file-encoding = Die Zeile ist nicht in UTF-8. Bitte die Datei als UTF-8 speichern.
programme-file-syntax = Ab Spalte { $column } ist das kein TOML. Text steht in Anführungszeichen, und jeder Schlüssel steht nur einmal.
programme-file-syntax-end = Hier endet die Datei, bevor etwas zu Ende geschrieben ist.
programme-file-meant = { $nearest ->
    [none] {""}
   *[other] {" "}Gemeint ist vielleicht „{ $nearest }“.
 }
programme-file-unknown = „{ $value }“ gibt es hier nicht.{ programme-file-meant } Erlaubt: { $allowed }.
programme-file-elsewhere = { $table ->
    [none] Das gehört an den Anfang der Datei, vor die erste Tabelle.
   *[other] Das gehört in die Tabelle [{ $table }].
 }
programme-file-choice = „{ $value }“ ist nicht erlaubt.{ programme-file-meant } Erlaubt: { $allowed }.
programme-file-language = Die Sprache „{ $value }“ ist unbekannt.{ programme-file-meant } Erlaubt sind Kürzel nach ISO 639, zum Beispiel de, en, fr.
programme-file-range = Erlaubt ist eine ganze Zahl von { $lowest } bis { $highest }.
programme-file-at-least = Erlaubt ist eine ganze Zahl ab { $lowest }.
programme-file-kind-number = „{ $value }“ ist keine ganze Zahl.
programme-file-kind-text = Hier steht ein Text in Anführungszeichen.
programme-file-kind-switch = „{ $value }“ geht nicht. Erlaubt: true, false.
programme-file-kind-list = Hier steht eine Liste in eckigen Klammern.
programme-file-kind-table = Hier steht eine Tabelle.
programme-file-kind-day = „{ $value }“ ist kein Tag. Er wird so geschrieben: JJJJ-MM-TT
programme-file-kind-time = „{ $value }“ ist keine Uhrzeit. So wird sie geschrieben: 09:30:00
programme-file-too-few = { $min_length ->
    [one] Mindestens ein Eintrag ist nötig.
   *[other] Mindestens { $min_length } Einträge sind nötig.
 }
programme-file-too-many = { $max_length ->
    [one] Höchstens ein Eintrag ist erlaubt.
   *[other] Höchstens { $max_length } Einträge sind erlaubt.
 }
programme-file-empty = Der Text darf nicht leer sein.
programme-file-text-too-long = Das sind { $length } Zeichen. Erlaubt sind höchstens { $max_length }, damit es auf eine Karte passt.
programme-file-missing = „{ $name }“ fehlt.
programme-file-topic-twice = Das Thema „{ $id }“ steht schon weiter oben. Jedes Thema steht nur einmal.
programme-file-topic-name-twice = „{ $name }“ heißt schon ein Thema weiter oben. Jedes Thema hat einen eigenen Namen.
programme-file-topic-id = Erlaubt sind kleine Buchstaben, Ziffern und Unterstriche, am Anfang ein Buchstabe.
programme-file-kit-id = Erlaubt sind kleine Buchstaben, Ziffern, Bindestriche und Unterstriche, am Anfang ein Buchstabe.
programme-file-kit-twice = Den Treffen-Begleiter „{ $id }“ gibt es schon weiter oben. Jeder hat eine eigene id.
programme-file-no-texts = Die Texte fehlen: eine Tabelle mindestens einer Sprache. Erlaubt: { $allowed }.
programme-file-link = Erlaubt ist eine Adresse, die mit https:// beginnt.
programme-file-address = Das ist keine E-Mail-Adresse. Erlaubt: eine Adresse wie anna.berg@firma.example oder nichts.
programme-file-boundary = { $who ->
    [sponsor] Diese Adresse steht zweimal: für die Person, die für das Programm einsteht, und für überschrittene Grenzen.
   *[contact] Diese Adresse steht zweimal: für Fragen und für überschrittene Grenzen.
 } Wer sich wegen einer Grenze meldet, muss außerhalb des Programms gehört werden: Betriebsrat oder Beschwerdestelle.
programme-file-picture = Erlaubt: eine Adresse, die mit https:// beginnt, oder ein kleines Bild als data:image/png;base64,… oder data:image/jpeg;base64,….
programme-file-reminders = Bei { $days } Tagen Frist { $most ->
    [one] wird einmal erinnert, einen Tag vorher
   *[other] wird 1 bis { $most } Tage vorher erinnert, jedes Mal an einem anderen Tag
 }.
programme-file-no-reminders = Bei einem Tag Frist bleibt für Erinnerungen keine Zeit. Erlaubt: [].
programme-file-falling = Ein späterer Wunsch zählt nie mehr als ein früherer. Die Punkte stehen in fallender Reihe.
programme-file-not-switchable = Diese Regel gilt immer. Bitte die Zeile entfernen.
programme-file-no-open-cause = Diese Regel bleibt an, wo „language“ aus ist oder nur eine Sprache zur Auswahl steht. Sonst hätte „Nicht möglich“ nur noch vertrauliche Gründe, und durch Ausprobieren ließe sich herausfinden, wen jemand genannt hat.
programme-file-people-twice = „{ $person }“ steht hier zweimal.
programme-file-in-two-groups = „{ $person }“ steht schon in der Zielgruppe „{ $group }“. Jede Person steht in höchstens einer.
programme-file-order = Das Ende liegt nicht nach dem Anfang ({ $start }).
programme-file-region = Das ist kein Teil eines Landes nach ISO 3166-2, wie DE-BY oder CH-ZH.
programme-file-region-twice = „{ $directory }“ steht schon weiter oben. Für jeden Ort gilt nur ein Eintrag.
programme-file-no-room = An keinem Tag bleibt Platz für ein Treffen: Es dauert { $length } min, am Stück frei sind höchstens { $most } min.
programme-file-common-languages = { $most ->
    [one] Zur Auswahl steht nur eine Sprache, mehr können zwei nicht gemeinsam haben.
   *[other] Zur Auswahl stehen { $most } Sprachen, mehr können zwei nicht gemeinsam haben.
 }
programme-file-months-or-number = Erlaubt ist nur eines von beiden: months oder number.
programme-file-retired-age = Diese Einstellung gibt es nicht mehr: Im Firmenverzeichnis steht weder das Alter noch, wie lange jemand da ist, deshalb hat sie nie gewirkt. Bitte die Zeile entfernen.
programme-file-retired-room = Diese Einstellung gibt es nicht mehr: Jedes Tandem trifft sich in einem eigenen privaten Kanal. Bitte die Zeile entfernen.
programme-file-retired-generations = Diese Einstellung gibt es nicht mehr: Wer teilnehmen darf, hängt nie von einer freiwilligen Angabe ab. Bitte die Zeile entfernen und einladen, wer gemeint ist; mentee_level_at_most und levels_between begrenzen die Ebene im Unternehmen.
programme-file-other = Das geht nicht: { $message }
programme-file-text-unknown = „{ $value }“ ist kein Text, der sich ersetzen lässt.{ programme-file-meant }
programme-file-text-cases = { $cases ->
    [none] Dieser Text hat nur einen Wortlaut.
   *[other] Dieser Text braucht einen Wortlaut für jeden Fall: { $cases }.
 }
programme-file-text-empty = Der Text ist leer.
programme-file-text-long = Das ist zu lang für diese Stelle. Erlaubt sind { $longest } Zeichen.
programme-file-text-braces = Eine geschweifte Klammer ist nicht geschlossen.
programme-file-text-placeholder = { $known ->
    [none] In diesem Text wird nichts eingesetzt.
   *[other] Hier kann nur eingesetzt werden: { $known }.
 }
