# Which tandems there are, and where each stands.
tandems-title = { $tandems ->
    [0] Tandems
    [one] Ein Tandem
   *[other] { $tandems } Tandems
 }
tandems-none = Noch gibt es hier keine Tandems. Jedes steht hier, sobald beide Ja gesagt haben.
tandems-all = Alle
tandems-troubled = Nicht gestartet
tandems-agreed = Zugesagt
tandems-running = Laufend
tandems-ended = Beendet
tandems-shown = { $pages ->
    [one] { $stage }:
   *[other] { $stage }, Seite { $page } von { $pages }:
 }
tandems-pair = { $number } · { $mentor } und { $mentee }
tandems-open = Tandem { $number } öffnen
tandems-is-troubled = ließ sich nicht starten; was zu tun ist, steht auf der Karte des Starts
tandems-is-agreed = beide haben zugesagt
tandems-is-running = läuft
tandems-is-ended = ist zu Ende
tandems-left-out-own-chat = Dein eigenes Tandem steht hier nie. Vorn steht, wer Mentor:in ist.
    .sie = Ihr eigenes Tandem steht hier nie. Vorn steht, wer Mentor:in ist.
tandems-left-out-channel = Tandems von Programmverantwortlichen stehen hier im Kanal nie. Vorn steht, wer Mentor:in ist.
