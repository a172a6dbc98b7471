successor-begin = Nachfolge benennen
successor-who = Wer soll das Programm mit verantworten?
successor-look = Vorschau
successor-choose = Wer ist gemeint?
successor-choose-one = { $name } ist gemeint
successor-title = Nachfolge: { $name }
successor-in-teams = Das geschieht in Teams
successor-add = Wer Mitglied eures Teams ist, verantwortet das Programm; das könnt nur ihr selbst ändern. Öffne in Teams bei eurem Team das Menü „…“, dann „Mitglied hinzufügen“, und nimm { $name } auf.
    .sie = Wer Mitglied Ihres Teams ist, verantwortet das Programm; das können nur Sie selbst ändern. Öffnen Sie in Teams bei Ihrem Team das Menü „…“, dann „Mitglied hinzufügen“, und nehmen Sie { $name } auf.
successor-i-do = Ich nehme niemanden in euer Team auf und schreibe { $name } nichts. Ich merke mir die Nachfolge, zeige sie bei „status“, bis { $name } Mitglied ist, und sehe an jedem Arbeitstag nach.
    .sie = Ich nehme niemanden in Ihr Team auf und schreibe { $name } nichts. Ich merke mir die Nachfolge, zeige sie bei „status“, bis { $name } Mitglied ist, und sehe an jedem Arbeitstag nach.
successor-then = Danach kann { $name } alles entscheiden, was du entscheiden kannst, und sieht, was du siehst. Wer aufhören möchte, verlässt dann das Team in Teams.
    .sie = Danach kann { $name } alles entscheiden, was Sie entscheiden können, und sieht, was Sie sehen. Wer aufhören möchte, verlässt dann das Team in Teams.
successor-confirm = Benennen
successor-named = Benannt von { $by } am { $day }; noch nicht in eurem Team.
    .sie = Benannt von { $by } am { $day }; noch nicht in Ihrem Team.
successor-withdraw = Zurücknehmen
successor-withdraw-sure = { $name } ist dann nicht mehr für die Nachfolge benannt. In Teams ändert sich dadurch nichts.
successor-withdraw-yes = Ja, zurücknehmen
successor-withdrawn = Zurückgenommen am { $day }: { $name } ist nicht mehr für die Nachfolge benannt.
successor-again = Wieder benennen
successor-joined = { $name } ist in eurem Team und verantwortet das Programm mit, seit { $day }. Benannt von { $by }.
    .sie = { $name } ist in Ihrem Team und verantwortet das Programm mit, seit { $day }. Benannt von { $by }.
need-successor = { $many ->
    [one] Für die Nachfolge ist jemand benannt, aber noch nicht in eurem Team
   *[other] Für die Nachfolge sind { $many } Personen benannt, aber noch nicht in eurem Team
 }
    .sie = { $many ->
    [one] Für die Nachfolge ist jemand benannt, aber noch nicht in Ihrem Team
   *[other] Für die Nachfolge sind { $many } Personen benannt, aber noch nicht in Ihrem Team
 }
need-successor-hint = Wer, und was in Teams zu tun ist.
