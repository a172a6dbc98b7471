# Was auf einen Tag gewartet hat und zusammen kommt
waited-title = { $things ->
    [one] { $programme }: etwas für dich
   *[other] { $programme }: { $things } Dinge für dich
 }
    .sie = { $things ->
    [one] { $programme }: etwas für Sie
   *[other] { $programme }: { $things } Dinge für Sie
 }
waited-intro = Hallo { $name }, damit du nicht jeden Tag eine Nachricht bekommst, kommt das hier zusammen. Öffne es, wann es dir passt; die Karte dazu steht dann darunter.
    .sie = Guten Tag { $name }, damit Sie nicht jeden Tag eine Nachricht bekommen, kommt das hier zusammen. Öffnen Sie es, wann es Ihnen passt; die Karte dazu steht dann darunter.
waited-all = Alles öffnen
waited-open = Öffnen: { $what }
waited-none = Hier ist alles geöffnet oder erledigt.
waits-lessons = Kurze Einstiege
waits-lessons-what = Je zwei Minuten, damit die Treffen gut werden
waits-agreement = Eure Vereinbarung
    .sie = Ihre Vereinbarung
waits-agreement-what = Was ihr euch für euer Tandem vornehmt
    .sie = Was Sie sich für Ihr Tandem vornehmen
waits-question-box = Fragen aus deinem Tandem
    .sie = Fragen aus Ihrem Tandem
waits-question-box-what = Dein Gegenüber möchte etwas von dir wissen
    .sie = Ihr Gegenüber möchte etwas von Ihnen wissen
waits-retrospective = Rückblick auf euer Treffen
    .sie = Rückblick auf Ihr Treffen
waits-retrospective-what = Zwei Klicks und eine Zeile
waits-fit = Passt euer Tandem?
    .sie = Passt Ihr Tandem?
waits-fit-what = Eine Frage, ein Klick
waits-further = Weitermachen?
waits-further-what = Ob ihr noch ein paar Treffen möchtet
    .sie = Ob Sie noch ein paar Treffen möchten
waits-measure = Wo du stehst
    .sie = Wo Sie stehen
waits-measure-what = Ein paar Klicks
waits-result = Ein Satz für das Programm
waits-result-what = Was euer Tandem gebracht hat
    .sie = Was Ihr Tandem gebracht hat
waits-follow-up = Was geblieben ist
waits-follow-up-what = Eine kurze Frage, einige Monate danach
waits-circle = Austausch mit anderen
waits-circle-what = Ein eigener Kanal, wenn du magst
    .sie = Ein eigener Kanal, wenn Sie mögen
waits-sponsor-thanks = Ein Dank an alle
waits-sponsor-thanks-what = Ein Vorschlag, den du ändern und abschicken kannst
    .sie = Ein Vorschlag, den Sie ändern und abschicken können
waits-sponsor-words = Ein Dank
waits-sponsor-words-what = Ein paar Worte aus der obersten Leitung
waits-closed = Eine Zeile für dich
    .sie = Eine Zeile für Sie
waits-closed-what = Dein Gegenüber hat dir zum Abschluss geschrieben
    .sie = Ihr Gegenüber hat Ihnen zum Abschluss geschrieben
