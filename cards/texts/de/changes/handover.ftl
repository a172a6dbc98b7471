handover-title = Übergabe von Tandem { $number }: { $giving } und { $taking }
handover-preview = Kommende Treffen werden im Kalender von { $giving } abgesagt und zu denselben Zeiten im Kalender von { $taking } neu gebucht. Beide bekommen dazu Post aus Outlook. Auch neue Treffen stehen dann dort.
handover-running = Die Treffen ziehen gerade in den Kalender von { $taking } um.
handover-done = Die Treffen stehen jetzt im Kalender von { $taking }.
handover-giving = Die Termine im Kalender von { $giving } ließen sich nicht beenden. Bitte das Konto prüfen; die IT findet den Grund im Protokoll unter „handover.refused“. Danach die Übergabe noch einmal starten.
handover-taking = Im Kalender von { $taking } ließ sich nicht buchen. Bitte das Konto prüfen; die IT findet den Grund im Protokoll unter „handover.refused“. Danach die Übergabe noch einmal starten.
handover-yes = Umziehen lassen
handover-back = Es ist noch nichts geschehen. Eine zweite Übergabe führt wieder zurück.
