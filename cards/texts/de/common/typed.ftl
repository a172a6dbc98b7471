# How Babel writes days and times (unicode.org, date field symbols), in a line and on a button.
date-short = d. MMMM
date-moment = d. MMMM, HH:mm
date-typed = dd.MM.y
date-elsewhere = { $time } Uhr in { $place }
date-session = EEE, d. MMM y, HH:mm
date-slot = EEE, d. MMM, HH:mm

# What people write in commands, all of it understood in every language.
typed-until = bis
typed-seats = platz, plätze, plätzen, personen
typed-oclock = uhr
typed-afternoon = nachmittags, abends, pm, p.m.
typed-forenoon = morgens, vormittags, früh
typed-group = gruppe
typed-groups = gruppen
typed-as = als
typed-mentee = mentee, mentees
typed-mentor = mentor, mentors, mentoren, mentor:in, mentor:innen, mentor*in, mentor*innen, mentorin, mentorinnen

# What people say around a command: before it, after it, and instead of a name.
typed-polite = bitte, bitte mal, mal, doch, kannst du, könntest du, würdest du, können sie, könnten sie, würden sie, können wir, könnten wir, ich möchte, ich will, ich würde gern, ich würde gerne, wir möchten, wir wollen, wir würden gern, wir würden gerne, ich brauche, ich bräuchte, wir brauchen, zusammen, allerseits, miteinander, hallo, hi, hey, guten morgen, guten tag, guten abend, moin, servus, grüezi, liebes, lieber, liebe, tandem, bot, danke, vielen dank, danke schön
typed-thanks = bitte, danke, vielen dank, danke schön, dankeschön, vielen lieben dank, besten dank, merci
typed-light = die, der, das, den, alle, alles, mein, meine, ein, eine, einen, vorschläge, tandems, eingeladenen, für, mich
typed-negation = nicht, kein, keine, keinen, nie, ohne
typed-on = am, ab, zum, den, dem, vom
typed-next = nächsten, nächster, nächstem, nächste, kommenden, kommender, diesen, diesem

# A command as somebody might write it.
example-pause = pause bis nächsten Montag
example-launch = start nächsten Montag
example-enrolment = anmeldung bis nächsten Freitag
example-handover = übergabe 7
example-show-tandem = zeige tandem 7
example-role = andere rolle Jan Kurz
example-remove = herausnehmen Jan Kurz
example-enter-for = eintragen für Jan Kurz
example-end-tandem = beende tandem 7
example-extend = verlängere 7 um 3
example-replace = ersetze Jan Kurz durch Tom Frei
example-replace-in = ersetze Jan Kurz in Tandem 7 durch Tom Frei
typed-in-tandem = in tandem, im tandem, aus tandem, von tandem, tandem, nummer
typed-in-place-of = durch, mit, gegen
typed-by = um
typed-at-time = um, gegen, ab
typed-in-place = in, im
typed-tandem-of = das tandem von, dem tandem von, tandem von, vom tandem von, das tandem mit, tandem mit, tandem
typed-no-person = verantwortliche, verantwortlichen, programmverantwortliche, thema, themen, kennzahl, kennzahlen, gruppe, gruppen, kanal, frage, text, texte
typed-of = von, mit, zwischen
typed-filler = bitte, mal, bitte mal, doch, doch mal, doch bitte
call-says-mentor = Mitmachen als Mentor:in: { $programme }
call-says-mentee = Mitmachen als Mentee: { $programme }
