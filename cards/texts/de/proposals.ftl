match-title = { $tandems ->
    [0] Noch kein Tandem möglich
    [one] Ein Vorschlag
   *[other] { $tandems } Vorschläge
 }
match-running = Die Vorschläge werden gerade berechnet. Sie erscheinen gleich hier.
match-replaced = Diese Vorschläge sind überholt: Es gibt einen neueren Lauf.
match-failed = Die Berechnung ist nicht gelungen. Bitte starte sie noch einmal.
    .sie = Die Berechnung ist nicht gelungen. Bitte starten Sie sie noch einmal.
match-page = Seite { $page } von { $pages }
match-approved = { $approved } von { $total } freigegeben von { $by }
match-pair = { $mentor } → { $mentee }
match-is-approved = freigegeben
match-score = Punktzahl: { $score }
match-rules = Geprüft:
match-next-mentee = Nächstbeste für die:den Mentee
match-next-mentor = Nächstbeste für die:den Mentor:in
match-left-over = { $people ->
    [one] Eine Person bleibt noch ohne Tandem
   *[other] { $people } Personen bleiben noch ohne Tandem
 }
match-approve-all = { $tandems ->
    [one] Freigeben und anfragen
   *[other] Alle { $tandems } freigeben und anfragen
 }
page-back = Zurückblättern
page-next = Weiterblättern
role-mentor = Mentor:in
role-mentee = Mentee
