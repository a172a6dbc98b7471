deputy-title = Termine für { $name }
deputy-intro = { $name } macht beim Programm „{ $programme }“ mit und trifft sich mit { $partner }. Du pflegst den Kalender und kannst die Termine für { $name } abstimmen. Die Einladung kommt gleich über Outlook.
    .sie = { $name } macht beim Programm „{ $programme }“ mit und trifft sich mit { $partner }. Sie pflegen den Kalender und können die Termine für { $name } abstimmen. Die Einladung kommt gleich über Outlook.
deputy-dates = Die Treffen
deputy-no-dates = Die Termine werden noch abgestimmt. Du bekommst hier Vorschläge.
    .sie = Die Termine werden noch abgestimmt. Sie bekommen hier Vorschläge.
deputy-may = Du siehst und beantwortest nur Termine. Was { $name } im Programm sagt oder fragt, bleibt bei { $name }.
    .sie = Sie sehen und beantworten nur Termine. Was { $name } im Programm sagt oder fragt, bleibt bei { $name }.
