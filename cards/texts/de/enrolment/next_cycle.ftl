# Der nächste Durchgang
again-title = { $programme }: bist du wieder dabei?
    .sie = { $programme }: sind Sie wieder dabei?
again-mentee-what = Hallo { $name }, ein neuer Durchgang von „{ $programme }“ beginnt.
    .sie = Guten Tag { $name }, ein neuer Durchgang von „{ $programme }“ beginnt.
again-mentor-what = Hallo { $name }, ein neuer Durchgang von „{ $programme }“ beginnt.
    .sie = Guten Tag { $name }, ein neuer Durchgang von „{ $programme }“ beginnt.
again-kept = Deine Antworten vom letzten Mal sind noch da; nur du siehst sie und kannst sie ändern.
    .sie = Ihre Antworten vom letzten Mal sind noch da; nur Sie sehen sie und können sie ändern.
again-kept-until = Deine Antworten sind noch da; nur du siehst sie und kannst sie ändern. Ohne ein Ja werden sie am { $day } gelöscht.
    .sie = Ihre Antworten sind noch da; nur Sie sehen sie und können sie ändern. Ohne ein Ja werden sie am { $day } gelöscht.
again-erased = Deine Antworten vom letzten Mal sind gelöscht; der Fragebogen beginnt von vorn.
    .sie = Ihre Antworten vom letzten Mal sind gelöscht; der Fragebogen beginnt von vorn.
anew-title = { $programme }: bist du weiter dabei?
    .sie = { $programme }: sind Sie weiter dabei?
anew-mentee-what = Hallo { $name }, sollen wir ein Tandem für dich suchen, in dem du lernst? Ohne dein Ja wirst du niemandem zugeordnet.
    .sie = Guten Tag { $name }, sollen wir ein Tandem für Sie suchen, in dem Sie lernen? Ohne Ihr Ja werden Sie niemandem zugeordnet.
anew-mentor-what = Hallo { $name }, sollen wir ein Tandem für dich suchen, in dem du dein Wissen weitergibst? Ohne dein Ja wirst du niemandem zugeordnet.
    .sie = Guten Tag { $name }, sollen wir ein Tandem für Sie suchen, in dem Sie Ihr Wissen weitergeben? Ohne Ihr Ja werden Sie niemandem zugeordnet.
same-answers-offer = Machst du nächstes Mal wieder mit? Auf Wunsch bleiben deine Antworten bis dahin stehen, nur für dich. Sonst werden sie vierzehn Tage nach deinem letzten Tandem gelöscht, spätestens vierzehn Tage nach dem Durchgang.
    .sie = Machen Sie nächstes Mal wieder mit? Auf Wunsch bleiben Ihre Antworten bis dahin stehen, nur für Sie. Sonst werden sie vierzehn Tage nach Ihrem letzten Tandem gelöscht, spätestens vierzehn Tage nach dem Durchgang.
same-answers-offer-rolling = Machst du wieder mit? Auf Wunsch bleiben deine Antworten bis dahin stehen, nur für dich. Sonst werden sie vierzehn Tage nach deinem letzten Tandem gelöscht.
    .sie = Machen Sie wieder mit? Auf Wunsch bleiben Ihre Antworten bis dahin stehen, nur für Sie. Sonst werden sie vierzehn Tage nach Ihrem letzten Tandem gelöscht.
same-answers-keep = Meine Antworten behalten
same-answers-kept = Deine Antworten bleiben fürs nächste Mal stehen, nur für dich, längstens so lange, wie das Programm weiß, wer mit wem ein Tandem war.
    .sie = Ihre Antworten bleiben fürs nächste Mal stehen, nur für Sie, längstens so lange, wie das Programm weiß, wer mit wem ein Tandem war.
same-answers-erase = Doch löschen
cycle-left-out = Programmverantwortliche, die hier mitlesen und selbst mitmachen, sind nicht mitgezählt.
again-still-there = Deine Antworten vom letzten Mal stehen schon da. „Zurück“ zeigt sie, ändern kannst du sie auch später.
    .sie = Ihre Antworten vom letzten Mal stehen schon da. „Zurück“ zeigt sie, ändern können Sie sie auch später.
again-wished-again = Du hattest am Ende gesagt, dass du gern wieder dabei wärst.
    .sie = Sie hatten am Ende gesagt, dass Sie gern wieder dabei wären.
again-wished-other-mentor = Du hattest am Ende gesagt, dass du diesmal gern als Mentor:in dabei wärst.
    .sie = Sie hatten am Ende gesagt, dass Sie diesmal gern als Mentor:in dabei wären.
again-wished-other-mentee = Du hattest am Ende gesagt, dass du diesmal gern als Mentee dabei wärst.
    .sie = Sie hatten am Ende gesagt, dass Sie diesmal gern als Mentee dabei wären.
next-time-title = Wie geht es für dich weiter?
    .sie = Wie geht es für Sie weiter?
next-time-again = Gern wieder
next-time-other-mentor = Gern als Mentor:in
next-time-other-mentee = Gern als Mentee
next-time-not = Nicht noch einmal
next-time-back = Doch noch offenlassen
next-time-seen = Ein Wunsch, keine Zusage, und du musst nichts sagen. Beginnt ein neuer Durchgang, wirst du wieder gefragt, außer du sagst „Nicht noch einmal“. Programmverantwortliche sehen diesen Wunsch nicht, nur wer dann gefragt wird und in welcher Rolle.
    .sie = Ein Wunsch, keine Zusage, und Sie müssen nichts sagen. Beginnt ein neuer Durchgang, werden Sie wieder gefragt, außer Sie sagen „Nicht noch einmal“. Programmverantwortliche sehen diesen Wunsch nicht, nur wer dann gefragt wird und in welcher Rolle.
next-time-change = Ändern kannst du das, bis der neue Durchgang beginnt: hier, und später mit „hallo“.
    .sie = Ändern können Sie das, bis der neue Durchgang beginnt: hier, und später mit „hallo“.
next-time-over = Der neue Durchgang hat begonnen: Was du dir dafür gewünscht hattest, steht auf deiner Anmeldekarte, wenn du gefragt wurdest.
    .sie = Der neue Durchgang hat begonnen: Was Sie sich dafür gewünscht hatten, steht auf Ihrer Anmeldekarte, wenn Sie gefragt wurden.
next-time-at-once = Das zählt gleich; auf deiner Anmeldekarte kannst du es ändern.
    .sie = Das zählt gleich; auf Ihrer Anmeldekarte können Sie es ändern.
again-yes = Wieder dabei
again-yes-mentor = Wieder als Mentor:in
again-yes-mentee = Wieder als Mentee
again-as-mentor = Diesmal als Mentor:in
again-as-mentee = Diesmal als Mentee
again-no = Diesmal nicht
again-is-mentor = Du machst diesmal als Mentor:in mit. Deine neue Karte steht unter dieser.
    .sie = Sie machen diesmal als Mentor:in mit. Ihre neue Karte steht unter dieser.
again-is-mentee = Du machst diesmal als Mentee mit. Deine neue Karte steht unter dieser.
    .sie = Sie machen diesmal als Mentee mit. Ihre neue Karte steht unter dieser.
cycle-next = Durchgang { $number } von „{ $programme }“ beginnen
cycle-will-ask = { $people ->
    [0] Niemand wird neu gefragt. Mit „einladen“ kommen neue dazu.
    [one] Eine Person wird neu gefragt und antwortet mit einem Klick: wieder dabei, in der anderen Rolle, oder diesmal nicht.
   *[other] { $people } Personen werden neu gefragt und antworten mit einem Klick: wieder dabei, in der anderen Rolle, oder diesmal nicht.
 }
cycle-kept = Niemand wird ungefragt zugeordnet. Zwei, die schon ein Tandem waren, werden nicht noch einmal zusammengebracht; wer ohne Tandem blieb, kommt zuerst dran, soweit die Regeln es zulassen.
cycle-nothing-yet = Bis zur Bestätigung ändert sich nichts.
cycle-open = Durchgang beginnen
cycle-opened = Durchgang { $number } von „{ $programme }“ läuft
cycle-asked = { $people ->
    [0] Niemand war da, den man hätte fragen können.
    [one] Eine Person ist gefragt.
   *[other] { $people } Personen sind gefragt.
 }
cycle-goes-on = Mit „einladen“ kommen weitere dazu, „status“ zeigt, wie es steht.
cycle-sure = { $people ->
    [one] Eine Person bekommt
   *[other] { $people } Personen bekommen
 } dann eine Frage; wer heute schon etwas anderes von mir bekommen hat, am nächsten Arbeitstag. Das lässt sich nicht zurückholen. Durchgang { $number } eröffnen?
cycle-sure-long = { $people } Personen werden in fünf Minuten gefragt. Bis dahin kannst du es stoppen, danach lässt es sich nicht zurücknehmen. Durchgang { $number } eröffnen?
    .sie = { $people } Personen werden in fünf Minuten gefragt. Bis dahin können Sie es stoppen, danach lässt es sich nicht zurücknehmen. Durchgang { $number } eröffnen?
cycle-soon = In fünf Minuten beginnt Durchgang { $number }, und { $people } Einladungen gehen hinaus
cycle-yes = Ja, eröffnen
cycle-brought = Was Durchgang { $number } gebracht hat
cycle-rolling-brought = Was das Programm bisher gebracht hat
cycle-brought-asked = Gefragt
cycle-brought-mentees = Als Mentee dabei
cycle-brought-mentors = Als Mentor:in dabei
cycle-brought-tandems = Tandems
cycle-brought-running = Davon laufen
cycle-brought-undecided = Bewerbungen ohne Antwort (enden mit Durchgang { $number })
cycle-brought-uncleared = Noch ohne Freigabe des Unternehmens (enden mit Durchgang { $number })
cycle-brought-waiting = Ohne Tandem
cycle-brought-sessions = Treffen bisher im Kalender
cycle-who = Wer neu gefragt wird
cycle-taken-over = Was übernommen wird
cycle-stays = Es bleiben alle Einstellungen, Themen und Texte, und wer mit wem ein Tandem war. Die Antworten vom letzten Mal sieht, solange sie noch da sind, nur wer sie gegeben hat.
cycle-goes = Neu beginnen die Entscheidungen bei der Zuordnung und das Ende der Anmeldung. Was du vorher noch ändern willst, geht mit „einstellungen“.
    .sie = Neu beginnen die Entscheidungen bei der Zuordnung und das Ende der Anmeldung. Was Sie vorher noch ändern möchten, geht mit „einstellungen“.
cycle-rolling-title = „{ $programme }“ läuft ohne Durchgänge
cycle-rolling-who = Wessen Tandem endet, wird von selbst neu gefragt und erst nach einem neuen Ja wieder zugeordnet. Zwei, die schon ein Tandem waren, werden nicht noch einmal zusammengebracht.
cycle-rolling-settings = Es gibt keinen Schnitt: Was du in den Einstellungen änderst, gilt sofort für neue Tandems, laufende behalten ihre Termine.
    .sie = Es gibt keinen Schnitt: Was Sie in den Einstellungen ändern, gilt sofort für neue Tandems, laufende behalten ihre Termine.
wished-again = gern wieder
wished-other = gern in der anderen Rolle
wished-not = nicht noch einmal
