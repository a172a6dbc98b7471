# Einladung
invitation-title = { $programme }: voneinander lernen
invitation-mentee-what = Hallo { $name }, im Programm „{ $programme }“ lernst du von jemandem, der mit digitalen Themen groß geworden ist. Unter vier Augen, zu deinen Fragen, ohne Folien.
    .sie = Guten Tag { $name }, im Programm „{ $programme }“ lernen Sie von jemandem, der mit digitalen Themen groß geworden ist. Unter vier Augen, zu Ihren Fragen, ohne Folien.
invitation-mentor-what = Hallo { $name }, im Programm „{ $programme }“ gibst du dein Wissen an eine Führungskraft weiter. Auf Augenhöhe, vertraulich, zu Themen, die du dir aussuchst.
    .sie = Guten Tag { $name }, im Programm „{ $programme }“ geben Sie Ihr Wissen an eine Führungskraft weiter. Auf Augenhöhe, vertraulich, zu Themen, die Sie sich aussuchen.
invitation-cost-label = So viel Zeit kostet es
invitation-cost = { $minutes } Minuten, { $rhythm }, { $months ->
    [one] einen Monat
   *[other] { $months } Monate
 } lang. Die Termine finden wir in euren Kalendern.
    .sie = { $minutes } Minuten, { $rhythm }, { $months ->
    [one] einen Monat
   *[other] { $months } Monate
 } lang. Die Termine finden wir in Ihren Kalendern.
invitation-cost-number = { $minutes } Minuten, { $rhythm }, { $sessions ->
    [one] ein Treffen
   *[other] insgesamt { $sessions } Treffen
 }. Die Termine finden wir in euren Kalendern.
    .sie = { $minutes } Minuten, { $rhythm }, { $sessions ->
    [one] ein Treffen
   *[other] insgesamt { $sessions } Treffen
 }. Die Termine finden wir in Ihren Kalendern.
invitation-voluntary-label = Es ist freiwillig
invitation-voluntary = Du entscheidest. Ein Nein hat keine Folgen, und niemand muss es begründen. So ist es auch später: Wer ein anderes Tandem möchte, nennt keinen Grund.
    .sie = Sie entscheiden. Ein Nein hat keine Folgen, und niemand muss es begründen. So ist es auch später: Wer ein anderes Tandem möchte, nennt keinen Grund.
invitation-seen-label = Wer es sieht
invitation-stored-label = Was gespeichert wird
invitation-stored = Deine Antworten, verschlüsselt, bis vierzehn Tage nach deinem Tandem, spätestens vierzehn Tage nach dem Ende des Durchgangs. Meldest du dich ab, werden sie sofort gelöscht.
    .sie = Ihre Antworten, verschlüsselt, bis vierzehn Tage nach Ihrem Tandem, spätestens vierzehn Tage nach dem Ende des Durchgangs. Melden Sie sich ab, werden sie sofort gelöscht.
invitation-stored-rolling = Deine Antworten, verschlüsselt, bis vierzehn Tage nach deinem Tandem. Hast du ein halbes Jahr lang keins, fragen wir dich noch einmal; ohne dein Ja werden sie vierzehn Tage danach gelöscht. Meldest du dich ab, werden sie sofort gelöscht.
    .sie = Ihre Antworten, verschlüsselt, bis vierzehn Tage nach Ihrem Tandem. Haben Sie ein halbes Jahr lang keins, fragen wir Sie noch einmal; ohne Ihr Ja werden sie vierzehn Tage danach gelöscht. Melden Sie sich ab, werden sie sofort gelöscht.
invitation-until-label = Anmelden bis
invitation-contact = Fragen? { $contact } hilft gern.
invitation-yes = Ich mache mit
invitation-as-mentor = Lieber als Mentor:in
invitation-as-mentee = Lieber als Mentee
invitation-no = Gerade nicht
rhythm-monthly = einmal im Monat
rhythm-two_weeks = alle zwei Wochen
rhythm-six_weeks = alle sechs Wochen
rhythm-tandem = wie ihr es vereinbart
    .sie = wie Sie es vereinbaren

# Fragebogen
enrolment-progress = Schritt { $step } von { $steps }
enrolment-later-step = Freiwillige Angabe
enrolment-next = Weiter
enrolment-agree = Einverstanden
enrolment-back = Zurück
enrolment-reminder = Eine kleine Erinnerung: Du kannst genau hier weitermachen.
    .sie = Eine kleine Erinnerung: Sie können genau hier weitermachen.
enrolment-closed = Die Anmeldung ist gerade geschlossen. Wenn ein neuer Durchgang beginnt, bist du wieder willkommen.
    .sie = Die Anmeldung ist gerade geschlossen. Wenn ein neuer Durchgang beginnt, sind Sie wieder willkommen.
enrolment-declined = Alles klar, danke für die Rückmeldung. Falls du es dir anders überlegst, geht es hier weiter.
    .sie = Alles klar, danke für die Rückmeldung. Falls Sie es sich anders überlegen, geht es hier weiter.
enrolment-over = Dieser Durchgang ist zu Ende, { $name }. Danke, dass du dabei warst!
    .sie = Dieser Durchgang ist zu Ende, { $name }. Danke, dass Sie dabei waren!
enrolment-erased = Dieser Durchgang ist vorbei, und deine Antworten daraus sind gelöscht.
    .sie = Dieser Durchgang ist vorbei, und Ihre Antworten daraus sind gelöscht.
enrolment-withdrawn = Du bist abgemeldet, und deine Antworten sind gelöscht.
    .sie = Sie sind abgemeldet, und Ihre Antworten sind gelöscht.
enrolment-taken-back = Diese Einladung haben die Programmverantwortlichen zurückgenommen. Du brauchst nichts zu tun. Was du hier vielleicht schon beantwortet hattest, ist gelöscht.
    .sie = Diese Einladung haben die Programmverantwortlichen zurückgenommen. Sie brauchen nichts zu tun. Was Sie hier vielleicht schon beantwortet hatten, ist gelöscht.
enrolment-removed = Danke, dass du mitmachen wolltest. Die Programmverantwortlichen haben deine Anmeldung in diesem Durchgang beendet, und deine Antworten sind gelöscht. Frag gern nach, wenn du wissen möchtest, warum.
    .sie = Danke, dass Sie mitmachen wollten. Die Programmverantwortlichen haben Ihre Anmeldung in diesem Durchgang beendet, und Ihre Antworten sind gelöscht. Fragen Sie gern nach, wenn Sie wissen möchten, warum.
enrolment-other-role = Das war die falsche Rolle, entschuldige bitte. Die richtige Einladung kommt hier im Chat.
    .sie = Das war die falsche Rolle, entschuldigen Sie bitte. Die richtige Einladung kommt hier im Chat.
enrolment-corrected-mentor = Entschuldige bitte: Du warst aus Versehen als Mentee eingeladen. Gemeint war eine Einladung als Mentor:in.
    .sie = Entschuldigen Sie bitte: Sie waren aus Versehen als Mentee eingeladen. Gemeint war eine Einladung als Mentor:in.
enrolment-corrected-mentee = Entschuldige bitte: Du warst aus Versehen als Mentor:in eingeladen. Gemeint war eine Einladung als Mentee.
    .sie = Entschuldigen Sie bitte: Sie waren aus Versehen als Mentor:in eingeladen. Gemeint war eine Einladung als Mentee.
enrolment-corrected-kept = Was du schon beantwortet hast, bleibt, soweit es auch hier gefragt wird.
    .sie = Was Sie schon beantwortet haben, bleibt, soweit es auch hier gefragt wird.
enrolment-not-accepted = Danke für dein Interesse! In diesem Durchgang können wir dich leider nicht aufnehmen. Deine Antworten sind gelöscht; beim nächsten Mal bist du wieder willkommen.
    .sie = Danke für Ihr Interesse! In diesem Durchgang können wir Sie leider nicht aufnehmen. Ihre Antworten sind gelöscht; beim nächsten Mal sind Sie wieder willkommen.
enrolment-undecided = Danke für deine Bewerbung! Dieser Durchgang ist zu Ende gegangen, ohne dass du eine Antwort bekommen hast; das tut uns leid. Deine Antworten sind gelöscht, und beim nächsten Mal bist du herzlich willkommen.
    .sie = Danke für Ihre Bewerbung! Dieser Durchgang ist zu Ende gegangen, ohne dass Sie eine Antwort bekommen haben; das tut uns leid. Ihre Antworten sind gelöscht, und beim nächsten Mal sind Sie herzlich willkommen.
enrolment-not-cleared = Danke, dass du mitmachen wolltest! In diesem Durchgang geht es leider noch nicht; das liegt nicht an dir. Deine Antworten sind gelöscht, und ein anderes Mal bist du herzlich willkommen.
    .sie = Danke, dass Sie mitmachen wollten! In diesem Durchgang geht es leider noch nicht; das liegt nicht an Ihnen. Ihre Antworten sind gelöscht, und ein anderes Mal sind Sie herzlich willkommen.
enrolment-uncleared = Danke, dass du mitmachen wolltest! Dieser Durchgang ist zu Ende gegangen, bevor die Freigabe da war; das tut uns leid. Deine Antworten sind gelöscht, und beim nächsten Mal bist du herzlich willkommen.
    .sie = Danke, dass Sie mitmachen wollten! Dieser Durchgang ist zu Ende gegangen, bevor die Freigabe da war; das tut uns leid. Ihre Antworten sind gelöscht, und beim nächsten Mal sind Sie herzlich willkommen.
enrolment-other-role-applied = Danke für deine Bewerbung! Die Programmverantwortlichen möchten dich gern in der anderen Rolle dabeihaben. Die Einladung dazu kommt hier im Chat.
    .sie = Danke für Ihre Bewerbung! Die Programmverantwortlichen möchten Sie gern in der anderen Rolle dabeihaben. Die Einladung dazu kommt hier im Chat.
enrolment-wanted-mentor = Danke für deine Bewerbung! Die Programmverantwortlichen möchten dich gern als Mentor:in dabeihaben.
    .sie = Danke für Ihre Bewerbung! Die Programmverantwortlichen möchten Sie gern als Mentor:in dabeihaben.
enrolment-wanted-mentee = Danke für deine Bewerbung! Die Programmverantwortlichen möchten dich gern als Mentee dabeihaben.
    .sie = Danke für Ihre Bewerbung! Die Programmverantwortlichen möchten Sie gern als Mentee dabeihaben.
enrolment-let-go = Du hattest bestimmt viel zu tun, und das ist völlig in Ordnung: Die Einladung ist abgelaufen. Möchtest du doch noch dabei sein? Ein Klick genügt.
    .sie = Sie hatten bestimmt viel zu tun, und das ist völlig in Ordnung: Die Einladung ist abgelaufen. Möchten Sie doch noch dabei sein? Ein Klick genügt.
enrolment-let-go-begun = Du hattest bestimmt viel zu tun, und das ist völlig in Ordnung: Wir warten nicht mehr auf deinen Fragebogen. Möchtest du doch noch dabei sein? Bis { $date } liegen deine Antworten für dich bereit, danach werden sie gelöscht.
    .sie = Sie hatten bestimmt viel zu tun, und das ist völlig in Ordnung: Wir warten nicht mehr auf Ihren Fragebogen. Möchten Sie doch noch dabei sein? Bis { $date } liegen Ihre Antworten für Sie bereit, danach werden sie gelöscht.
enrolment-until = Bis { $date } ist der Fragebogen für dich offen.
    .sie = Bis { $date } ist der Fragebogen für Sie offen.
summary-applied-until = Eine Antwort bekommst du bis { $date }.
    .sie = Eine Antwort bekommen Sie bis { $date }.
enrolment-unanswered = Danke für deine Bewerbung! Leider hast du in der angekündigten Zeit keine Antwort bekommen; das tut uns leid. Deine Antworten sind gelöscht. Möchtest du es noch einmal versuchen? Schreib mir „mitmachen“; solange man sich bewerben kann, kommt gleich die Einladung.
    .sie = Danke für Ihre Bewerbung! Leider haben Sie in der angekündigten Zeit keine Antwort bekommen; das tut uns leid. Ihre Antworten sind gelöscht. Möchten Sie es noch einmal versuchen? Schreiben Sie mir „mitmachen“; solange man sich bewerben kann, kommt gleich die Einladung.
enrolment-take-part-after-all = Doch mitmachen

step-about-title = Über dich
    .sie = Über Sie
about-directory = Das steht im Firmenverzeichnis:
about-department = Bereich
about-job-title = Funktion
about-location = Standort
about-zone = Zeitzone
about-languages = In welchen Sprachen sprichst du gern?
    .sie = In welchen Sprachen sprechen Sie gern?
about-background = Aus welcher Richtung kommst du beruflich?
    .sie = Aus welcher Richtung kommen Sie beruflich?
about-me = Was sollte dein Tandem über dich wissen?
    .sie = Was sollte Ihr Tandem über Sie wissen?
about-me-seen = Das liest nur, wem du als Tandem vorgeschlagen wirst.
    .sie = Das liest nur, wem Sie als Tandem vorgeschlagen werden.
about-generation = Jahrgang
about-gender = Geschlecht
about-differ = Jahrgang und Geschlecht sieht niemand. Beides hilft nur, möglichst verschiedene Menschen zusammenzubringen.

background-technology = Technik und IT
background-business = Wirtschaft
background-law = Recht
background-natural-science = Naturwissenschaft
background-social = Soziales und Geisteswissenschaft
background-creative = Gestaltung und Kunst
background-craft = Handwerk
background-other = Etwas anderes
generation-before-1965 = vor 1965
generation-1965-1980 = 1965 bis 1980
generation-1981-1996 = 1981 bis 1996
generation-after-1996 = nach 1996
gender-female = weiblich
gender-male = männlich
gender-diverse = divers

step-wishes-title = Deine Themen
    .sie = Ihre Themen
wishes-intro = Worüber möchtest du am liebsten sprechen?
    .sie = Worüber möchten Sie am liebsten sprechen?
wishes-first = Am liebsten
wishes-second = Auch gern
wishes-third = Und noch
step-topics-title = Deine Themen
    .sie = Ihre Themen
topics-which = Was kannst du weitergeben?
    .sie = Was können Sie weitergeben?
step-topic-title = Ein Thema
step-topic-of = Thema: { $topic }
topic-level = Wie gut kennst du dich aus?
    .sie = Wie gut kennen Sie sich aus?
topic-experience = Welche Erfahrung aus deiner Arbeit steht dahinter?
    .sie = Welche Erfahrung aus Ihrer Arbeit steht dahinter?
topic-seen = Das liest nur, wem du als Tandem vorgeschlagen wirst.
    .sie = Das liest nur, wem Sie als Tandem vorgeschlagen werden.
level = { $level ->
    [1] Grundlagen
    [2] sicher in der Praxis
   *[3] sehr erfahren
 }

step-standing-title = Wo du stehst
    .sie = Wo Sie stehen
standing-intro = Wie vertraut bist du mit digitalen Werkzeugen und Themen?
    .sie = Wie vertraut sind Sie mit digitalen Werkzeugen und Themen?
standing-competence = Von 1 (ganz am Anfang) bis 10 (sehr sicher)
standing-seen = Das siehst nur du. Es hält fest, wo du anfängst; das Programm sieht höchstens Durchschnitte von { $group } oder mehr Personen.
    .sie = Das sehen nur Sie. Es hält fest, wo Sie anfangen; das Programm sieht höchstens Durchschnitte von { $group } oder mehr Personen.
standing-of = { $competence } von 10

step-purpose-title = Wofür
purpose-goal-mentee = Was möchtest du in einem halben Jahr anders machen?
    .sie = Was möchten Sie in einem halben Jahr anders machen?
purpose-goal-mentor = Was möchtest du selbst aus dem Tandem mitnehmen?
    .sie = Was möchten Sie selbst aus dem Tandem mitnehmen?
purpose-seen = Dein Ziel lesen nur du und, sobald euer Tandem läuft, dein Gegenüber.
    .sie = Ihr Ziel lesen nur Sie und, sobald Ihr Tandem läuft, Ihr Gegenüber.
format-talk = im Gespräch
format-demo = durch Vorführen
format-hands-on = durch Ausprobieren

step-when-title = Wann
when-rhythm = Geplant sind { $minutes } Minuten, { $rhythm }. Freie Zeiten suchen wir in beiden Kalendern.
when-weekdays = Welche Tage passen dir gut?
    .sie = Welche Tage passen Ihnen gut?
when-times = Welche Tageszeit?
when-never = Wann kannst du nie? (morgens: vor 11 Uhr, mittags: 11 bis 14 Uhr, nachmittags: ab 14 Uhr)
    .sie = Wann können Sie nie? (morgens: vor 11 Uhr, mittags: 11 bis 14 Uhr, nachmittags: ab 14 Uhr)
when-part = { $day } { $time }
when-place = Vor Ort oder aus der Ferne?
when-place-seen = Ob vor Ort oder aus der Ferne, liest dein Gegenüber, sobald euer Tandem läuft.
    .sie = Ob vor Ort oder aus der Ferne, liest Ihr Gegenüber, sobald Ihr Tandem läuft.
when-capacity = Wie viele Tandems?
when-tandems = { $number ->
    [one] ein Tandem
   *[other] zwei Tandems
 }
when-deputy = Wer pflegt deinen Kalender?
    .sie = Wer pflegt Ihren Kalender?
when-private = Meine Treffen als privat in den Kalender eintragen
when-deputy-may = Diese Person darf Termine für dich abstimmen und eine Pause eintragen, sonst nichts.
    .sie = Diese Person darf Termine für Sie abstimmen und eine Pause eintragen, sonst nichts.
weekday-mon = Montag
weekday-tue = Dienstag
weekday-wed = Mittwoch
weekday-thu = Donnerstag
weekday-fri = Freitag
time-morning = morgens
time-midday = mittags
time-afternoon = nachmittags
place-in-person = vor Ort
place-remote = aus der Ferne
place-either = beides

step-not-with-title = Lieber nicht mit
not-with-intro = Gibt es Personen, mit denen du lieber kein Tandem bildest? Gründe brauchen wir nicht.
    .sie = Gibt es Personen, mit denen Sie lieber kein Tandem bilden? Gründe brauchen wir nicht.
not-with-people = Lieber nicht mit
not-with-targets = Wer entscheidet über deine Ziele oder deren Messung?
    .sie = Wer entscheidet über Ihre Ziele oder deren Messung?
not-with-seen = Vertraulich: Das sieht niemand, auch nicht die Programmverantwortlichen. Es verhindert nur Vorschläge.

step-protected-space-title = Der geschützte Raum
space-rules = Was besprochen wird, bleibt unter euch. Keine Mitschriften oder Berichte für andere, keine Bewertung. Jede Seite darf ein Thema ablehnen, ohne Gründe zu nennen.
    .sie = Was besprochen wird, bleibt unter Ihnen. Keine Mitschriften oder Berichte für andere, keine Bewertung. Jede Seite darf ein Thema ablehnen, ohne Gründe zu nennen.
space-it = Dass es den Kanal und die Termine gibt, und auf rechtlich geregelten Wegen auch Inhalte.
space-agree = Mit „Einverstanden“ sagst du zu, dich daran zu halten.
    .sie = Mit „Einverstanden“ sagen Sie zu, sich daran zu halten.

# Zusammenfassung
summary-title = Passt alles, { $name }?
summary-done = Danke, { $name }, du bist dabei!
    .sie = Danke, { $name }, Sie sind dabei!
summary-applied = Danke, { $name }, deine Bewerbung ist da!
    .sie = Danke, { $name }, Ihre Bewerbung ist da!
summary-applied-next = Die Programmverantwortlichen entscheiden darüber, und du liest es hier. Bis dahin kannst du alles noch ändern.
    .sie = Die Programmverantwortlichen entscheiden darüber, und Sie lesen es hier. Bis dahin können Sie alles noch ändern.
summary-clearing = Danke, { $name }, deine Anmeldung ist da!
    .sie = Danke, { $name }, Ihre Anmeldung ist da!
summary-clearing-tandem = Die Programmverantwortlichen klären mit dem Unternehmen, dass du dabei sein darfst: mit der Ausbildung, deinen Eltern oder Sorgeberechtigten und der Jugendvertretung. Bis dahin geht dein Tandem weiter; sobald es geklärt ist, liest du es hier.
    .sie = Die Programmverantwortlichen klären mit dem Unternehmen, dass Sie dabei sein dürfen: mit der Ausbildung, Ihren Eltern oder Sorgeberechtigten und der Jugendvertretung. Bis dahin geht Ihr Tandem weiter; sobald es geklärt ist, lesen Sie es hier.
summary-clearing-next = Bevor es losgeht, klären die Programmverantwortlichen mit dem Unternehmen, dass du dabei sein darfst: mit der Ausbildung, deinen Eltern oder Sorgeberechtigten und der Jugendvertretung. Nichts geht verloren: Deine Antworten bleiben, und sobald es geklärt ist, liest du es hier. Bis dahin kannst du alles noch ändern.
    .sie = Bevor es losgeht, klären die Programmverantwortlichen mit dem Unternehmen, dass Sie dabei sein dürfen: mit der Ausbildung, Ihren Eltern oder Sorgeberechtigten und der Jugendvertretung. Nichts geht verloren: Ihre Antworten bleiben, und sobald es geklärt ist, lesen Sie es hier. Bis dahin können Sie alles noch ändern.
summary-next = Sobald die Tandems feststehen, meldet sich der Bot hier bei dir. Bis dahin kannst du alles noch ändern.
    .sie = Sobald die Tandems feststehen, meldet sich der Bot hier bei Ihnen. Bis dahin können Sie alles noch ändern.
summary-in-tandem = Dein Tandem steht. Ändern kannst du hier weiterhin alles.
    .sie = Ihr Tandem steht. Ändern können Sie hier weiterhin alles.
summary-later = Wenn du magst, ergänze noch:
    .sie = Wenn Sie mögen, ergänzen Sie noch:
summary-send = Anmelden
summary-withdraw = Abmelden
summary-any-day = jeder Tag passt
summary-kept = { $people ->
    [0] niemand
    [one] eine Person, vertraulich
   *[other] { $people } Personen, vertraulich
 }
summary-agreed = Einverstanden
invitation-seen = Die Programmverantwortlichen sehen, dass du teilnimmst und welche Themen ein Tandem verbinden, aber sonst keine deiner Antworten. Wer später im selben Team ist, sieht dich in der Mitgliederliste.
    .sie = Die Programmverantwortlichen sehen, dass Sie teilnehmen und welche Themen ein Tandem verbinden, aber sonst keine Ihrer Antworten. Wer später im selben Team ist, sieht Sie in der Mitgliederliste.
enrolment-later = Später
enrolment-agree-and-send = Einverstanden und anmelden
enrolment-reminder-invitation = Eine kleine Erinnerung: Diese Einladung wartet noch auf dich.
    .sie = Eine kleine Erinnerung: Diese Einladung wartet noch auf Sie.
choose-or-not = freiwillig
people-hint = Name oder E-Mail-Adresse
about-me-hint = Zum Beispiel: Ich frage viel und mag kurze Wege.
wishes-hint = Thema wählen
wishes-hint-later = auch später möglich
topics-intro = Wähle ruhig wenige Themen. Zu jedem folgt eine kurze Frage.
    .sie = Wählen Sie ruhig wenige Themen. Zu jedem folgt eine kurze Frage.
topic-experience-hint = Zum Beispiel: zwei Jahre im Datenteam
purpose-format-mentee = Wie lernst du am liebsten?
    .sie = Wie lernen Sie am liebsten?
purpose-format-mentor = Wie gibst du am liebsten etwas weiter?
    .sie = Wie geben Sie am liebsten etwas weiter?
space-intro = Damit beide offen sprechen können, gilt:
space-between-label = Unter vier Augen
space-between = Was besprochen wird, bleibt unter euch.
    .sie = Was besprochen wird, bleibt unter Ihnen.
space-records-label = Nichts geht nach außen
space-records = Keine Mitschriften oder Berichte für andere, keine Bewertung.
space-stop-label = Jede Seite darf Nein sagen
space-stop = Zu einem Thema oder einer Frage, ohne Gründe zu nennen.
space-it-label = Was die IT technisch sehen kann
space-bot-label = Der Bot
space-bot = Er liest in eurem Kanal nicht mit und schreibt dort nicht.
    .sie = Er liest in Ihrem Kanal nicht mit und schreibt dort nicht.
summary-check = Schau noch einmal drüber. Danach geht es los.
    .sie = Schauen Sie noch einmal darüber. Danach geht es los.
summary-press = Zum Ändern eine Zeile antippen.
summary-change = Ändern: { $title }
summary-withdraw-question = Dann werden deine Antworten sofort gelöscht. Du kannst später neu beginnen.
    .sie = Dann werden Ihre Antworten sofort gelöscht. Sie können später neu beginnen.
summary-withdraw-sure = Ja, abmelden und löschen
summary-private = im Kalender privat
summary-never = nie: { $times }
summary-deputy = Kalender: { $name }
later-purpose = Hilft deinem Tandem, gut zu beginnen.
    .sie = Hilft Ihrem Tandem, gut zu beginnen.
later-when = Tage, Zeiten und wer deinen Kalender pflegt.
    .sie = Tage, Zeiten und wer Ihren Kalender pflegt.
later-not-with = Vertraulich.
leaving-title = Möchtest du dich abmelden?
    .sie = Möchten Sie sich abmelden?
leaving-stay = Wenn du bleiben möchtest, brauchst du nichts zu tun.
    .sie = Wenn Sie bleiben möchten, brauchen Sie nichts zu tun.
summary-withdraw-tandem = Dann endet zuerst dein Tandem, irgendwann in den nächsten drei Arbeitstagen: für euch beide im selben Moment und mit denselben Worten wie jedes Ende. Von uns erfährt niemand, dass du es wolltest. Ein neues Tandem gibt es nur, wenn du dann Ja sagst; deine Antworten werden vierzehn Tage danach gelöscht.
    .sie = Dann endet zuerst Ihr Tandem, irgendwann in den nächsten drei Arbeitstagen: für Sie beide im selben Moment und mit denselben Worten wie jedes Ende. Von uns erfährt niemand, dass Sie es wollten. Ein neues Tandem gibt es nur, wenn Sie dann Ja sagen; Ihre Antworten werden vierzehn Tage danach gelöscht.
summary-withdraw-end = Ja, mein Tandem beenden
