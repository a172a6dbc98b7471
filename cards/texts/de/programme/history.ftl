history-title = Verlauf
history-intro = Was Programmverantwortliche getan haben, das Neueste zuerst. Ein ↶ führt dorthin, wo es zurückgenommen wird.
history-none = Hier hat noch niemand etwas entschieden.
history-by = { $by }, { $at } Uhr
history-nobody = Name nicht mehr bekannt
history-take-back = Zurücknehmen: { $what }
history-page = Seite { $page } von { $pages }
history-older = Älteres
history-newer = Neueres
history-left-out-own-chat = Was dich selbst oder dein eigenes Tandem betrifft, steht hier nicht.
    .sie = Was Sie selbst oder Ihr eigenes Tandem betrifft, steht hier nicht.
history-left-out-channel = Was Programmverantwortliche selbst betrifft oder ein Tandem, zu dem sie gehören, steht hier im Kanal nicht.
status-show-history = Verlauf
done-matching-approve = Vorschläge freigegeben
done-matching-keep = Eine Vorgabe für die Vorschläge gemacht
done-matching-undo = Eine Vorgabe für die Vorschläge zurückgenommen
done-matching-anew = Vorschläge neu berechnet
done-match = Vorschläge berechnet
done-past-pairs = Frühere Paare eingetragen
back-past-pairs = „frühere paare zurücknehmen“ mit denselben Zeilen nimmt es zurück.
done-undo-past-pairs = Frühere Paare zurückgenommen
back-undo-past-pairs = „frühere paare“ mit denselben Zeilen trägt sie wieder ein.
done-handover-confirm = { $number ->
    [0] Die Treffen eines Tandems in den anderen Kalender übergeben
   *[other] Die Treffen von Tandem { $number } in den anderen Kalender übergeben
 }
back-handover-confirm = „übergabe“ gibt sie ebenso zurück.
done-texts-save = Einen Text geändert
done-texts-reset = Einen Text zurückgesetzt
done-given-up-again = Etwas noch einmal versucht, was nicht gelungen war
done-figures-save = Eine Kennzahl geändert
done-figures-remove = Eine Kennzahl entfernt
done-figures-undo = Eine Änderung der Kennzahlen zurückgenommen
done-figures-take-over = Kennzahlen vom letzten Durchgang übernommen
done-settings-save = Einstellungen geändert
done-settings-topic = Ein Thema geändert
done-settings-remove-topic = Ein Thema entfernt
done-settings-undo = Eine Änderung der Einstellungen zurückgenommen
done-settings-import = Einstellungen aus einer Datei übernommen
done-settings-undo-dates = Den letzten Tag der Anmeldung zurückgenommen
done-settings-dates = Den letzten Tag der Anmeldung gesetzt
done-enrolment = Den letzten Tag der Anmeldung gesetzt
done-call-switch = Den offenen Aufruf umgestellt
back-call-switch = „offener aufruf“ stellt ihn wieder um.
done-applications-accept = Bewerbungen aufgenommen
back-applications-accept = „herausnehmen“ mit dem Namen nimmt jemanden wieder heraus.
done-applications-decline = Bewerbungen freundlich abgelehnt
done-clearance-confirm = Freigabe des Unternehmens bestätigt
back-clearance-confirm = „herausnehmen“ mit dem Namen nimmt jemanden wieder heraus.
done-clearance-not-this-time = Ohne Freigabe des Unternehmens: diesmal nicht
done-entry-enter = Für jemanden etwas eingetragen
back-entry-enter = „eintragen für“ mit dem Namen zeigt, wo es zurückgenommen wird.
done-entry-take-back = Etwas Eingetragenes zurückgenommen
back-entry-take-back = „eintragen für“ mit dem Namen trägt es wieder ein.
done-invite-confirm = Menschen eingeladen
done-invite-confirm-mentee = Mentees eingeladen
done-invite-confirm-mentor = Mentor:innen eingeladen
done-invite-stop = Eine Einladung angehalten, bevor sie verschickt war
done-invite-undo = Eine Einladung zurückgenommen
done-cycle-open = Einen neuen Durchgang eröffnet
done-cycle-stop = Einen neuen Durchgang angehalten, bevor jemand gefragt war
done-remind-confirm = An die Anmeldung erinnert
done-correction-confirm = Eine Rolle berichtigt oder jemanden herausgenommen
back-correction-confirm = „einladen“ fragt die Person noch einmal.
done-intervention-confirm = { $number ->
    [0] Ein Tandem verändert
   *[other] Tandem { $number } verändert
 }
done-intervention-confirm-add = { $number ->
    [0] Zwei von Hand zusammengebracht
   *[other] Zwei von Hand zusammengebracht: Tandem { $number }
 }
back-intervention-confirm-add = Auf der Karte des Tandems kann es beendet werden.
done-intervention-confirm-replace = { $number ->
    [0] In einem Tandem jemanden ersetzt
   *[other] In Tandem { $number } jemanden ersetzt
 }
back-intervention-confirm-replace = Das lässt sich nicht zurücknehmen.
done-intervention-confirm-extend = { $number ->
    [0] Einem Tandem weitere Treffen angeboten
   *[other] Tandem { $number } weitere Treffen angeboten
 }
back-intervention-confirm-extend = Die beiden stimmen selbst ab; ohne ihr Ja geschieht nichts.
done-intervention-confirm-end = { $number ->
    [0] Ein Tandem beendet
   *[other] Tandem { $number } beendet
 }
back-intervention-confirm-end = Das lässt sich nicht zurücknehmen.
done-free-place-again = { $number ->
    [0] Noch einmal versucht, nach einem Ende aufzuräumen
   *[other] Noch einmal versucht, nach dem Ende von Tandem { $number } aufzuräumen
 }
done-intervention-again = { $number ->
    [0] Noch einmal versucht, nach einem Ende aufzuräumen
   *[other] Noch einmal versucht, nach dem Ende von Tandem { $number } aufzuräumen
 }
done-launch-confirm = Den Start ausgelöst
done-launch-decide = { $number ->
    [0] Entschieden, was beim Start mit einem Tandem geschieht
   *[other] Entschieden, was beim Start mit Tandem { $number } geschieht
 }
done-launch-retry-all = Den Start noch einmal versucht
done-kickoff-confirm = Zum Auftakt eingeladen
back-kickoff-confirm = Auf der Karte des Auftakts kann er abgesagt werden.
done-kickoff-cancel = Den Auftakt abgesagt
done-kickoff-change = Den Auftakt geändert
back-kickoff-change = Auf der Karte des Auftakts wird er wieder geändert.
done-finding-leave = { $number ->
    [0] Ein Tandem gelassen, wie es ist
   *[other] Tandem { $number } gelassen, wie es ist
 }
back-finding-leave = Auf der Karte des Hinweises wird neu entschieden.
done-finding-decide-anew = { $number ->
    [0] Einen Hinweis zu einem Tandem wieder geöffnet
   *[other] Einen Hinweis zu Tandem { $number } wieder geöffnet
 }
back-finding-decide-anew = Auf der Karte des Hinweises bleibt wieder alles, wie es ist.
done-undo-confirm = Den Start zurückgenommen
done-undo-again = Noch einmal versucht, den Start zurückzunehmen
done-closing-again = Noch einmal versucht, aufzuräumen, was vom Abschluss übrig war
done-closing-confirm = Den Durchgang abgeschlossen
done-successor-confirm = Eine Nachfolge benannt
done-successor-withdraw = Eine Nachfolge zurückgenommen
done-undo-successor = Eine Nachfolge zurückgenommen
done-successor-again = Eine Nachfolge wieder benannt
done-pause = Für jemanden eine Pause eingetragen
