invite-title = { $people ->
    [0] Von dieser Liste kann noch niemand eingeladen werden
    [one] Eine Person einladen
   *[other] { $people } Personen einladen
 }
invite-as-mentor = { $people ->
    [one] Diese Person wird als Mentor:in eingeladen:
   *[other] Diese Personen werden als Mentor:innen eingeladen:
 }
invite-as-mentee = { $people ->
    [one] Diese Person wird als Mentee eingeladen:
   *[other] Diese Personen werden als Mentees eingeladen:
 }
invite-as-what = Einladung als Mentor:in oder als Mentee?
invite-choose-mentor = Als Mentor:in
invite-choose-mentee = Als Mentee
invite-in-both = { $people ->
    [one] { $names } ist schon in der anderen Rolle gefragt und bekommt eine zweite Einladung.
   *[other] { $names } sind schon in der anderen Rolle gefragt und bekommen eine zweite Einladung.
 }
invite-hindered = { $people ->
    [one] Eine Person kann nicht eingeladen werden:
   *[other] { $people } Personen können nicht eingeladen werden:
 }
invite-shut-out = { $name }: Nach den Regeln des Programms kann daraus nie ein Tandem werden ({ $rule }). Bitte erst die Regel ändern oder offen darüber sprechen.
    .sie = { $name }: Nach den Regeln des Programms kann daraus nie ein Tandem werden ({ $rule }). Bitte ändern Sie erst die Regel oder sprechen Sie offen darüber.
invite-what-happens = Jede Person bekommt den Bot in Teams und dort ihre Einladung; wer heute schon etwas anderes von mir bekommen hat, am nächsten Arbeitstag. Niemand erfährt, wer noch eingeladen ist.
invite-what-happens-long = Nach dem Bestätigen bleiben fünf Minuten, um alles zu stoppen. Erst dann gehen die Einladungen hinaus.
invite-soon = In fünf Minuten gehen { $people } Einladungen hinaus
invite-soon-stop = Bis dahin bekommt niemand etwas. Mit „Stopp“ bleibt es dabei.
invite-stop-now = Stopp
invite-undo = Einladungen zurücknehmen
invite-undo-what = { $people ->
    [one] Eine offene Einladung wird zurückgenommen; die Karte sagt es freundlich und schließt sich.
   *[other] { $people } offene Einladungen werden zurückgenommen; die Karten sagen es freundlich und schließen sich.
 } { $answered ->
    [0] Begonnen hat noch niemand.
    [one] Eine Person hat schon begonnen und bleibt dabei.
   *[other] { $answered } Personen haben schon begonnen und bleiben dabei.
 }
invite-undo-yes = { $people ->
    [one] Ja, zurücknehmen
   *[other] Ja, { $people } zurücknehmen
 }
invite-undone = { $people ->
    [0] Es war keine Einladung mehr offen
    [one] Eine Einladung ist zurückgenommen
   *[other] { $people } Einladungen sind zurückgenommen
 }
invite-undone-stay = { $people ->
    [0] Begonnen hatte noch niemand.
    [one] Eine Person hatte schon begonnen und bleibt dabei.
   *[other] { $people } Personen hatten schon begonnen und bleiben dabei.
 }
invite-confirm = { $people ->
    [one] Einladen
   *[other] { $people } einladen
 }
invite-stop = Verwerfen
invite-stopped = Die Liste ist verworfen. Niemand wurde eingeladen.
invite-done = { $people ->
    [0] Alle auf dieser Liste waren schon eingeladen
    [one] Eine Person ist eingeladen
   *[other] { $people } Personen sind eingeladen
 }
and-more = und { $people } weitere
hindrance-unknown = Nicht im Firmenverzeichnis gefunden. Bitte die E-Mail-Adresse angeben.
hindrance-ambiguous = Der Name ist mehrfach vergeben. Bitte die E-Mail-Adresse angeben.
invite-who-is-meant = Wer ist mit „{ $name }“ gemeint?
invite-choose = { $name } nehmen
hindrance-boundary = Ansprechperson bei überschrittenen Grenzen; nimmt deshalb nicht teil.
hindrance-already = Schon eingeladen.
hindrance-applied = Schon beworben; „bewerbungen“ zeigt, worüber zu entscheiden ist.
hindrance-disabled = Das Konto ist gesperrt.
hindrance-guest = Gäste lassen sich nicht in einen privaten Kanal aufnehmen.
hindrance-no-licence = Ohne Lizenz für Teams. Das kann die IT ändern.
invite-read = Einladung lesen
invite-all-names = Alle Namen
invite-sample-name = Alex
invitation-sponsor-said = „{ $sentence }“
invite-unreached = Noch nicht erreicht:
