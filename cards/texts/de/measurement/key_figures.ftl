figures-title = Kennzahlen des Hauses: { $programme }
figures-intro = Höchstens { $most } Zahlen, die das Haus ohnehin erhebt, zum Beispiel die Fluktuation oder den Frauenanteil in der Führung. „Wie es läuft“ stellt sie neben alles andere. Eingetragen wird von Hand; was nicht bekannt ist, bleibt offen.
figures-none = Noch ist keine Kennzahl benannt.
figures-new = Neue Kennzahl
figures-open = Kennzahlen des Hauses
figures-of-house = Kennzahlen des Hauses
figures-no-cause = Diese Zahlen tragen Programmverantwortliche selbst ein. Hier stehen sie nur daneben: Ob das Programm etwas daran geändert hat, beweisen sie nicht.
figures-before = Im letzten Durchgang: { $figures }. Übernommen werden Name, Einheit und Quelle, keine Werte.
figures-take-over = Vom letzten Durchgang übernehmen
figures-about-form = Ein Wert und sein Tag gehören zusammen; beide bleiben leer, solange sie nicht bekannt sind. Zahlen gehen so: 1.234,5 oder so: 1,234.5. Danach zeigt die Karte, wie sie verstanden wurden.
figures-remove = Kennzahl entfernen
figures-remove-sure = Dann steht sie nicht mehr bei „Wie es läuft“. Über den Verlauf kommt sie zurück.
figure-name = Name
figure-unit = Einheit, zum Beispiel %, Tage oder €
figure-source = Quelle: woher die Zahl kommt
figure-start-value = Wert am Anfang
figure-start-on = Tag dieses Werts (Anfang)
figure-end-value = Wert am Ende
figure-end-on = Tag dieses Werts (Ende)
figure-measured = { $value } ({ $day })
figure-start = Am Anfang: { $measured }
figure-no-start = Am Anfang: nicht bekannt
figure-end = Am Ende: { $measured }
figure-no-end = Am Ende: noch nicht bekannt
figure-difference = Unterschied: { $by }
figure-points = { $points ->
    [one] { $by } Prozentpunkt
   *[other] { $by } Prozentpunkte
 }
figure-from = Quelle: { $source }
