call-title = Offener Aufruf
call-what = Wer dem Link folgt oder das Bild mit dem Handy scannt, landet im Chat mit dem Bot und schickt dort den Satz ab, der schon dasteht. So beginnt eine Bewerbung; darüber entscheidest du.
    .sie = Wer dem Link folgt oder das Bild mit dem Handy scannt, landet im Chat mit dem Bot und schickt dort den Satz ab, der schon dasteht. So beginnt eine Bewerbung; darüber entscheiden Sie.
call-condition = Voraussetzung, der man zustimmt:
call-no-condition = Ohne Voraussetzung. In den Einstellungen lässt sich unter „Voraussetzung für Bewerbungen“ eine festlegen, zum Beispiel „Ich bin seit mindestens einem Jahr im Unternehmen“.
condition-age = ⚠️ Das klingt nach einer Altersgrenze. Dafür verlangt das Gesetz einen sachlichen Grund (§ 10 AGG). Bitte klär ihn vorher mit der Rechtsabteilung und dem Betriebsrat.
    .sie = ⚠️ Das klingt nach einer Altersgrenze. Dafür verlangt das Gesetz einen sachlichen Grund (§ 10 AGG). Bitte klären Sie ihn vorher mit der Rechtsabteilung und dem Betriebsrat.
call-mentor = Mentor:innen
call-mentee = Mentees
call-is-off = Der Aufruf ist geschlossen: Hier kann sich niemand von selbst bewerben.
call-link = Link zum Kopieren
call-picture = Dasselbe als Bild, für Aushang und Intranet:
call-alt = QR-Code: bewerben als { $role }
call-open-mentor = Für Mentor:innen öffnen
call-open-mentee = Für Mentees öffnen
call-close-mentor = Für Mentor:innen schließen
call-close-mentee = Für Mentees schließen
applications-title = { $people ->
    [0] Gerade wartet keine Bewerbung
    [one] Eine Bewerbung wartet
   *[other] { $people } Bewerbungen warten
 }
applications-what = Diese Menschen haben sich von selbst beworben. Für ein Tandem vorgeschlagen werden sie erst, wenn du sie aufnimmst.
    .sie = Diese Menschen haben sich von selbst beworben. Für ein Tandem vorgeschlagen werden sie erst, wenn Sie sie aufnehmen.
applications-since = { $people ->
    [one] Seit { $day } wartet sie.
   *[other] Die erste wartet seit { $day }.
 }
applications-who = Wer?
applications-accept = Aufnehmen
applications-decline = Freundlich ablehnen
applications-decline-what = Wer ausgewählt ist, liest dann: „{ $sentence }“ Das lässt sich nicht zurücknehmen.
applications-decline-yes = Ja, ablehnen
applications-page = Seite { $page } von { $pages }. Ausgewählt wird immer auf einer Seite.
applications-confirmed-this = Voraussetzung bestätigt
applications-confirmed-another = Voraussetzung in einer früheren Fassung bestätigt
applications-confirmed-nothing = nicht nach einer Voraussetzung gefragt
application-decided = Du bewirbst dich von selbst. Nach dem Fragebogen entscheiden die Programmverantwortlichen, ob du in diesem Durchgang dabei bist; du liest es hier.
    .sie = Sie bewerben sich von selbst. Nach dem Fragebogen entscheiden die Programmverantwortlichen, ob Sie in diesem Durchgang dabei sind; Sie lesen es hier.
application-condition = Das setzen wir voraus
application-yes = Trifft zu, ich bewerbe mich
application-yes-again = Trifft zu, ich bin dabei
application-begin = Bewerben
