# Was beide lesen, wenn ihr Tandem vor der Zeit endet: immer dieselben Worte.
ended-title = Euer Tandem ist zu Ende
    .sie = Ihr Tandem ist zu Ende
ended-text = { $name }, dein Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. Kommende Treffen sind abgesagt, vergangene bleiben im Kalender. Danke, dass du dabei warst!
    .sie = { $name }, Ihr Tandem mit { $partner } im Programm „{ $programme }“ ist zu Ende. Kommende Treffen sind abgesagt, vergangene bleiben im Kalender. Danke, dass Sie dabei waren!
ended-channel = Euer Kanal ist archiviert.
    .sie = Ihr Kanal ist archiviert.
ended-why = Gründe nennen wir nie, niemandem.
ended-question = Möchtest du ein neues Tandem? Dann kommst du bei der nächsten Zuordnung zuerst dran.
    .sie = Möchten Sie ein neues Tandem? Dann kommen Sie bei der nächsten Zuordnung zuerst dran.
ended-say-yes = Ja, gern ein neues Tandem
ended-say-no = Nein, danke
ended-yes = Schön! Du kommst bei der nächsten Zuordnung zuerst dran. Ich melde mich hier.
    .sie = Schön! Sie kommen bei der nächsten Zuordnung zuerst dran. Ich melde mich hier.
ended-no = Alles klar, du wirst nicht neu zugeordnet. Überlegst du es dir anders, genügt ein Klick.
    .sie = Alles klar, Sie werden nicht neu zugeordnet. Überlegen Sie es sich anders, genügt ein Klick.

# Was Programmverantwortliche davon erfahren.
free-place-title = Ein Platz ist frei geworden
free-place-text = Tandem { $number } ist zu Ende: { $mentor } und { $mentee }. Beide sind gefragt, ob sie ein neues Tandem möchten; wer möchte, kommt bei der nächsten Zuordnung zuerst dran.
free-place-why = Warum ein Tandem endet und wer es wollte, zeigt der Bot nie.
planned-end-title = Ein Tandem ist zu Ende
planned-end-text = Tandem { $number } ist wie geplant zu Ende: { $mentor } und { $mentee }. Beide haben ein Dankeschön bekommen.

# Ein Tandem und was man mit ihm tun kann.
one-tandem-title = Tandem { $number }
one-tandem-who = { $mentor } (Mentor:in) und { $mentee } (Mentee)
one-tandem-agreed = Beide haben zugesagt. Gestartet ist es noch nicht.
one-tandem-runs = Es läuft.
one-tandem-ending = Es endet in den nächsten drei Arbeitstagen; so ist es entschieden.
one-tandem-over = Es ist zu Ende.
one-tandem-undone = Sein Start ist zurückgenommen. Daraus wurde Tandem { $now }.
one-tandem-extend = Verlängern
one-tandem-sessions = Wie viele weitere Treffen (1 bis 12)?
one-tandem-replace = Neu besetzen
one-tandem-leaving = Wer geht?
one-tandem-coming = Wer kommt?
one-tandem-nobody = Ohne Namen findet die Zuordnung jemanden. Gefragt werden alle, bevor etwas beginnt.
one-tandem-end = Beenden
one-tandem-contact = Den beiden schreiben
one-tandem-hand-over = Termine übergeben
one-tandem-show = Vorschau zeigen

# Was Verantwortliche mit einem Tandem tun: Vorschau, Fortgang, Beleg.
intervention-end-title = Tandem { $number } beenden
intervention-end-preview = Das Tandem von { $mentor } und { $mentee } endet irgendwann in den nächsten drei Arbeitstagen: für beide im selben Moment und mit denselben Worten wie jedes Ende. Bis dahin ändert sich nichts.
intervention-end-confirm = Tandem beenden
intervention-end-sure = Das Tandem von { $mentor } und { $mentee } wirklich beenden? Das lässt sich nicht zurückholen.
intervention-end-yes = Ja, wirklich beenden
intervention-end-coming = Das Tandem von { $mentor } und { $mentee } endet in den nächsten drei Arbeitstagen. Den genauen Moment zeigt der Bot vorher niemandem. Danach steht hier der Beleg.
intervention-end-done = Das Tandem von { $mentor } und { $mentee } ist zu Ende. Beide haben dieselben Worte gelesen.
intervention-ends-sessions = Kommende Treffen werden freundlich abgesagt
intervention-ends-channel = Der Tandem-Kanal wird archiviert
intervention-ends-team = Wer in diesem Team kein anderes Tandem hat, ist danach nicht mehr darin
intervention-ends-asked = Beide werden gefragt, ob sie ein neues Tandem möchten, und kommen dann zuerst dran
intervention-no-way-back = Das lässt sich nicht zurückholen.
intervention-replace-title = Tandem { $number } neu besetzen
intervention-replace-preview = { $leaving } geht, { $staying } bleibt. Dafür endet das Tandem irgendwann in den nächsten drei Arbeitstagen: für beide im selben Moment und mit denselben Worten wie jedes Ende.
intervention-replace-then = Möchte { $staying } danach ein neues Tandem, werden { $coming } und { $staying } einander angeboten; wie immer wird zuerst gefragt, wer Mentor:in ist. Sagen beide Ja, startet das neue Tandem von selbst; vor dem ersten Start, oder wenn er zurückgenommen wurde, beginnt es mit dem nächsten.
intervention-replace-then-nobody = Möchte { $staying } danach ein neues Tandem, sucht die Zuordnung jemanden; { $staying } kommt zuerst dran.
intervention-replace-confirm = Neu besetzen
intervention-replace-ended = Das Tandem von { $mentor } und { $mentee } ist zu Ende. { $staying } ist gefragt, ob ein neues gewünscht ist; nach einem Ja wird es mit { $coming } angeboten, wenn bis dahin nichts dazwischengekommen ist.
intervention-replace-done = Das Tandem von { $mentor } und { $mentee } ist zu Ende. { $staying } ist gefragt und kommt nach einem Ja zuerst dran.
intervention-coming = { $leaving } geht, { $staying } bleibt. Dafür endet das Tandem in den nächsten drei Arbeitstagen. Den genauen Moment zeigt der Bot vorher niemandem.
intervention-overtaken = Dazu kam es nicht mehr: Das Tandem von { $mentor } und { $mentee } ist vorher auf anderem Weg zu Ende gegangen.
intervention-offered = { $one } und { $other } sind einander angeboten; die Antwortfrist läuft bis { $day }.
intervention-agreed = { $one } und { $other } haben zugesagt. Das Tandem startet von selbst.
intervention-ready = { $one } und { $other } haben zugesagt. Der nächste Start nimmt sie mit.
intervention-stopped = { $one } und { $other } haben zugesagt, aber beim Start hat etwas nicht geklappt. Die Karte des Starts sagt, was, und was jetzt hilft.
intervention-replace-started = { $staying } hat ein neues Tandem mit { $coming }. Tandem { $made } ist gestartet.
intervention-started = { $mentor } und { $mentee } haben zugesagt. Tandem { $made } ist gestartet.
intervention-over = { $one } und { $other } hatten zugesagt. Das neue Tandem ist inzwischen zu Ende.
intervention-failed = Aus einem Tandem von { $one } und { $other } ist nichts geworden. Warum, zeigt der Bot nie. Wer noch ohne Tandem ist, wartet auf die nächste Zuordnung.
intervention-failed-over = Aus einem Tandem von { $one } und { $other } ist nichts geworden. Warum, zeigt der Bot nie. Der Durchgang ist inzwischen zu Ende.
intervention-asking = { $one } und { $other } werden gefragt.
intervention-add-title = Ein Tandem hinzufügen
intervention-add-preview = { $mentor } (Mentor:in) und { $mentee } (Mentee) werden einander angeboten; wie immer wird zuerst gefragt, wer Mentor:in ist. Sagen beide Ja, startet das Tandem von selbst; vor dem ersten Start, oder wenn er zurückgenommen wurde, beginnt es mit dem nächsten.
intervention-add-confirm = Die beiden fragen
intervention-ask-sure = Die Frage lässt sich nicht zurückholen. { $mentor } und { $mentee } wirklich fragen?
intervention-ask-yes = Ja, die beiden fragen
intervention-extend-title = Tandem { $number } verlängern
intervention-extend-preview = { $mentor } und { $mentee } werden gefragt, ob sie { $sessions ->
    [one] ein weiteres Treffen
   *[other] { $sessions } weitere Treffen
 } im gewohnten Rhythmus möchten. Gebucht wird erst, wenn beide derselben Terminserie zustimmen.
intervention-extend-confirm = Die beiden fragen
intervention-extend-asking = { $mentor } und { $mentee } sind gefragt. Gebucht wird erst, wenn beide zustimmen.
intervention-extend-done = Gebucht: { $sessions ->
    [one] Ein weiteres Treffen steht
   *[other] { $sessions } weitere Treffen stehen
 } in den Kalendern von { $mentor } und { $mentee }.
intervention-extend-failed = Bei { $mentor } und { $mentee } bleibt es bei den bisherigen Treffen. Wer keine weiteren wollte, zeigt der Bot nie.
intervention-extend-unbooked = { $mentor } und { $mentee } waren sich einig, aber Microsoft 365 hat die Termine nicht angenommen. Die IT findet den Grund im Protokoll unter „booking.refused“. Es bleibt bei den bisherigen Treffen; ist das behoben, lässt sich das Tandem neu verlängern.
intervention-extend-over = Das Tandem von { $mentor } und { $mentee } ist zu Ende. Weitere Treffen gibt es nicht.
intervention-gone = Das Tandem von { $mentor } und { $mentee } ist schon zu Ende. Hier ist nichts mehr zu tun.
intervention-undone = Der Start dieses Tandems ist zurückgenommen. { $mentor } und { $mentee } sind jetzt Tandem { $now }; dort lässt sich alles neu anstoßen.
intervention-cancelled = Abgesagte Treffen
intervention-cancelled-all = alle, die noch anstanden
intervention-channel = Tandem-Kanal
intervention-channel-archived = archiviert
intervention-channel-none = es gab keinen
intervention-left-team = Aus dem Team genommen
intervention-left-team-some = wer dort für nichts anderes gebraucht wurde
intervention-reason = Begründung
intervention-part-left = hat nicht ganz geklappt
intervention-left = Microsoft 365 ließ hier nicht alles aufräumen. Klappt auch ein neuer Versuch nicht: Was noch im Kalender steht, bitte mit den beiden absagen; die IT findet den Grund im Protokoll unter „ending.refused“.
intervention-left-mailbox = Die Treffen sind nicht abgesagt: Das Postfach, aus dem sie gebucht waren, gibt es nicht mehr, und ein neuer Versuch hilft nicht. Löschen kann sie nur noch die andere Person, im eigenen Kalender; bitte ihr Bescheid geben.
intervention-left-no-mailbox = Die Treffen sind nicht abgesagt: Wer dazu eingeladen hat, hat in Microsoft 365 kein Postfach. Kann die IT es wiederherstellen, hilft ein neuer Versuch. Sonst kann sie nur noch die andere Person löschen, im eigenen Kalender; bitte ihr Bescheid geben.
intervention-again = Gerade wird es noch einmal versucht.
