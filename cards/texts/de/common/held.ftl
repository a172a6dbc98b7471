# What the room holds about people, and what for: a sentence each
held-directory = Wer du bist, liest das Programm im Verzeichnis der Firma, damit andere wissen, mit wem sie es zu tun haben.
    .sie = Wer Sie sind, liest das Programm im Verzeichnis der Firma, damit andere wissen, mit wem sie es zu tun haben.
held-managers = An der Kette deiner Vorgesetzten sieht das Programm, wer kein Tandem bilden sollte, zum Beispiel du und wer über dich entscheidet.
    .sie = An der Kette Ihrer Vorgesetzten sieht das Programm, wer kein Tandem bilden sollte, zum Beispiel Sie und wer über Sie entscheidet.
held-working-hours = Zeitzone, Arbeitszeit und Feiertage sagen, wann ein Treffen in deinen Tag passt.
    .sie = Zeitzone, Arbeitszeit und Feiertage sagen, wann ein Treffen in Ihren Tag passt.
held-reachable = Falls der Bot dich nicht erreicht, steht hier, woran es liegt.
    .sie = Falls der Bot Sie nicht erreicht, steht hier, woran es liegt.
held-language = So spricht der Bot deine Sprache.
    .sie = So spricht der Bot Ihre Sprache.
held-chat = So findet der Bot den Chat mit dir.
    .sie = So findet der Bot den Chat mit Ihnen.
held-cards = So findet der Bot seine Karten wieder und hält sie auf dem neuesten Stand.
held-to-do = Hier steht, was als Nächstes für dich zu tun ist, zum Beispiel eine Erinnerung.
    .sie = Hier steht, was als Nächstes für Sie zu tun ist, zum Beispiel eine Erinnerung.
held-noted = So fragt und erinnert dich der Bot nicht zweimal.
    .sie = So fragt und erinnert Sie der Bot nicht zweimal.
