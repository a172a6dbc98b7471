invite-title = { $people ->
    [0] Niemand aus dieser Liste kann eingeladen werden
    [one] Eine Person einladen
   *[other] { $people } Personen einladen
 }
invite-as-mentor = Sie werden als Mentor:in eingeladen.
invite-as-mentee = Sie werden als Mentee eingeladen.
invite-as-what = Als was sollen sie eingeladen werden?
invite-choose-mentor = Als Mentor:in
invite-choose-mentee = Als Mentee
invite-hindered = { $people ->
    [one] Eine Person kann nicht eingeladen werden:
   *[other] { $people } Personen können nicht eingeladen werden:
 }
invite-what-happens = Jede Person bekommt den Bot in Teams und dort ihre Einladung. Niemand erfährt, wer noch eingeladen ist.
invite-confirm = { $people ->
    [one] Einladen
   *[other] { $people } einladen
 }
invite-stop = Verwerfen
invite-stopped = Die Liste ist verworfen. Niemand wurde eingeladen.
invite-done = { $people ->
    [one] Eine Person ist eingeladen
   *[other] { $people } Personen sind eingeladen
 }
and-more = und { $people } weitere
hindrance-unknown = nicht im Firmenverzeichnis gefunden. Bitte die E-Mail-Adresse angeben.
hindrance-ambiguous = der Name ist mehrfach vergeben. Bitte die E-Mail-Adresse angeben.
hindrance-already = ist schon eingeladen
hindrance-disabled = das Konto ist gesperrt
hindrance-guest = ist Gast und kann nicht in einen privaten Kanal aufgenommen werden
hindrance-no-licence = hat keine Lizenz für Teams. Das kann die IT ändern.
invite-read = Einladung lesen
invite-sample-name = Alex
