sponsor-title = Ein Wort des Dankes von dir?
    .sie = Ein Wort des Dankes von Ihnen?
sponsor-what = { $over ->
    [tandems] { $name }, im Programm „{ $programme }“ sind Tandems zu Ende gegangen.
   *[cycle] { $name }, ein Durchgang von „{ $programme }“ ist zu Ende.
 } { $people ->
    [0] Wer dabei war, hat sich Zeit genommen und Neues gewagt.
   *[other] { $people } Menschen waren dabei, haben sich Zeit genommen und Neues gewagt.
 } Ein Dank von dir zählt für sie. Hier ist ein Vorschlag; ändere ihn, wie du magst.
    .sie = { $over ->
        [tandems] { $name }, im Programm „{ $programme }“ sind Tandems zu Ende gegangen.
       *[cycle] { $name }, ein Durchgang von „{ $programme }“ ist zu Ende.
     } { $people ->
        [0] Wer dabei war, hat sich Zeit genommen und Neues gewagt.
       *[other] { $people } Menschen waren dabei, haben sich Zeit genommen und Neues gewagt.
     } Ein Dank von Ihnen zählt für sie. Hier ist ein Vorschlag; ändern Sie ihn, wie Sie mögen.
sponsor-label = Dein Dank
    .sie = Ihr Dank
sponsor-proposal = Danke, dass ihr euch aufeinander eingelassen habt: mit Fragen, mit Geduld und mit dem, was ihr wisst. Davon lernen wir alle.
    .sie = Danke, dass Sie sich aufeinander eingelassen haben: mit Fragen, mit Geduld und mit dem, was Sie wissen. Davon lernen wir alle.
sponsor-seen = Alle, deren Tandem begonnen hat, lesen das einmal, mit deinem Namen darunter, während ihrer Arbeitszeit. Wer das ist, erfährst du von mir nicht. Ist es gesendet, lässt es sich nicht zurückholen; zwei Wochen danach wird der Text gelöscht.
    .sie = Alle, deren Tandem begonnen hat, lesen das einmal, mit Ihrem Namen darunter, während ihrer Arbeitszeit. Wer das ist, erfahren Sie von mir nicht. Ist es gesendet, lässt es sich nicht zurückholen; zwei Wochen danach wird der Text gelöscht.
sponsor-thank = Allen danken
sponsor-leave = Diesmal nicht
sponsor-sent = Danke, { $name }!
sponsor-sent-what = { $people ->
    [0] Dein Dank ist unterwegs und kommt bei allen an, sobald es passt.
   *[other] Dein Dank ist unterwegs zu { $people } Menschen und kommt an, sobald es passt.
 }
    .sie = { $people ->
        [0] Ihr Dank ist unterwegs und kommt bei allen an, sobald es passt.
       *[other] Ihr Dank ist unterwegs zu { $people } Menschen und kommt an, sobald es passt.
     }
sponsor-left = Gut, diesmal nicht. Es wird nichts gesendet.
sponsor-over = Diese Frage hat sich erledigt. Es wird nichts gesendet.
sponsor-words-title = Danke, { $name }!
sponsor-words-what = Ein Wort zu deinem Tandem im Programm „{ $programme }“:
    .sie = Ein Wort zu Ihrem Tandem im Programm „{ $programme }“:
sponsor-words-over = { $sponsor } hat sich bei dir für dein Tandem bedankt. Den Text gibt es nicht mehr, er wurde gelöscht.
    .sie = { $sponsor } hat sich bei Ihnen für Ihr Tandem bedankt. Den Text gibt es nicht mehr, er wurde gelöscht.
