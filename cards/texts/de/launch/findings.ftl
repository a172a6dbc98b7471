# What the daily watch has found about a tandem; owners alone read it
finding-title = Tandem { $number }: { $mentor } und { $mentee }
finding-gone = { $person } steht nicht mehr im Verzeichnis der Firma.
finding-disabled = Das Konto von { $person } ist gesperrt.
finding-long_absence = Das Postfach von { $person } kündigt eine Abwesenheit von mindestens vier Wochen an.
finding-reporting_line = Zwischen den beiden gibt es jetzt eine Führungslinie. Die Regel „{ $rule }“ ist damit nicht mehr eingehalten.
finding-same_department = Die beiden arbeiten jetzt in derselben Abteilung. Die Regel „{ $rule }“ ist damit nicht mehr eingehalten.
finding-question = Was soll mit dem Tandem geschehen?
finding-hand-over-why = Die Termine der beiden stehen im Kalender von { $person }. Eine Übergabe bucht sie im anderen Kalender neu.
finding-hand-over = Zuerst die Terminserie übergeben
finding-leave = So lassen
finding-decide-anew = Doch noch etwas tun
finding-left = { $owner } hat entschieden: Es bleibt, wie es ist.
finding-over = Das hat sich erledigt: Es ist nicht mehr so.
finding-ending = Das Tandem endet in den nächsten drei Arbeitstagen; so ist es entschieden.
finding-ended = Dieses Tandem besteht nicht mehr.
finding-seen = Das lesen nur Programmverantwortliche, niemand von ihnen über das eigene Tandem. Wen es betrifft, findet den Anlass auch in „Meine Daten“. Mehr hält der Bot nicht fest.
held-finding = Das ist beim täglichen Abgleich mit dem Verzeichnis zu einem Tandem von dir aufgefallen; die Programmverantwortlichen lesen den Anlass.
    .sie = Das ist beim täglichen Abgleich mit dem Verzeichnis zu einem Tandem von Ihnen aufgefallen; die Programmverantwortlichen lesen den Anlass.
held-finding-decided = Du hast entschieden, dass ein Tandem bleibt, wie es ist.
    .sie = Sie haben entschieden, dass ein Tandem bleibt, wie es ist.
finding-replace = Neu besetzen

# Das Verzeichnis verweigert den täglichen Abgleich.
unwatched-title = Der tägliche Abgleich ist blockiert
unwatched-text = Der Bot darf im Verzeichnis der Firma gerade nicht nachsehen. Wenn jemand aus einem Tandem geht, lange fehlt oder eine Regel nicht mehr passt, fällt das bis dahin niemandem auf.
unwatched-todo = Meist fehlt die Berechtigung User.Read.All. Die IT sieht mit „tandem doctor“, was fehlt, und findet den Grund im Protokoll unter „people.unread“. Danach läuft alles von selbst weiter.
unwatched-over = Der tägliche Abgleich läuft wieder.
