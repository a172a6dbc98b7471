certificate-title = Dein Zertifikat
    .sie = Ihr Zertifikat
certificate-intro = Es bestätigt, dass du dabei warst: deine Rolle, die Themen und die Stunden. Wer noch zu deinem Tandem gehört hat, steht nicht darauf, und bewertet wird nichts.
    .sie = Es bestätigt, dass Sie dabei waren: Ihre Rolle, die Themen und die Stunden. Wer noch zu Ihrem Tandem gehört hat, steht nicht darauf, und bewertet wird nichts.
certificate-name = Name
certificate-role = Rolle
certificate-role-mentor = Mentor:in
certificate-role-mentee = Mentee
certificate-topics = Themen
certificate-hours = Wie viele Stunden waren es?
certificate-proposed = { $sessions ->
    [one] Der Vorschlag kommt aus eurem Treffen im Kalender. War es mehr oder weniger? Dann ändere die Zahl.
   *[other] Der Vorschlag kommt aus euren { $sessions } Treffen im Kalender. Waren es mehr oder weniger Stunden? Dann ändere die Zahl.
 }
    .sie = { $sessions ->
        [one] Der Vorschlag kommt aus Ihrem Treffen im Kalender. War es mehr oder weniger? Dann ändern Sie die Zahl.
       *[other] Der Vorschlag kommt aus Ihren { $sessions } Treffen im Kalender. Waren es mehr oder weniger Stunden? Dann ändern Sie die Zahl.
     }
certificate-hours-with = Wie viele Stunden waren es mit { $partner }?
certificate-proposed-each = Die Vorschläge kommen aus euren Treffen im Kalender. Stimmt eine Zahl nicht, ändere sie; mit 0 steht ein Tandem nicht darauf. Namen stehen nur hier, nicht auf dem Zertifikat.
    .sie = Die Vorschläge kommen aus Ihren Treffen im Kalender. Stimmt eine Zahl nicht, ändern Sie sie; mit 0 steht ein Tandem nicht darauf. Namen stehen nur hier, nicht auf dem Zertifikat.
certificate-make = Zertifikat erstellen
certificate-kept = Es entsteht erst, wenn du es willst, und wird sonst nirgends aufgehoben. Bis zwei Wochen nach dem Ende deines letzten Tandems kannst du es hier holen.
    .sie = Es entsteht erst, wenn Sie es wollen, und wird sonst nirgends aufgehoben. Bis zwei Wochen nach dem Ende Ihres letzten Tandems können Sie es hier holen.
certificate-pdf = Als PDF
certificate-change = Stunden ändern
certificate-over = Das Zertifikat lässt sich nicht mehr erstellen: Was dafür nötig ist, wird zwei Wochen nach dem Ende gelöscht.
certificate-no-files = In dieser Cloud können Bots keine Dateien schicken. Hier ist dein Zertifikat als Bild.
    .sie = In dieser Cloud können Bots keine Dateien schicken. Hier ist Ihr Zertifikat als Bild.
certificate-file-about = Dein Zertifikat aus dem Programm „{ $programme }“ als PDF.
    .sie = Ihr Zertifikat aus dem Programm „{ $programme }“ als PDF.
# Was auf dem Blatt steht, für andere
certificate-sheet-title = Zertifikat
certificate-sheet-mentor = hat als Mentor:in im Programm „{ $programme }“ Wissen weitergegeben
certificate-sheet-mentee = hat als Mentee am Programm „{ $programme }“ teilgenommen
certificate-sheet-when = { $first } bis { $last }
certificate-sheet-topics = Themen: { $topics }
certificate-sheet-hours = { $hours ->
    [one] Eine Stunde
   *[other] { $hours } Stunden
 }
certificate-sheet-part = { $topics } ({ $hours })
certificate-sheet-own = nach eigener Angabe
certificate-sheet-issued = Ausgestellt am { $date }
