# Was der Raum über Menschen hält, und wozu: je ein Satz
held-question = Das möchtest du von deinem Tandem wissen.
    .sie = Das möchten Sie von Ihrem Tandem wissen.
held-question-asked = So kommt eine offene Frage zum nächsten Treffen wieder.
held-session-kit = Damit kein Treffen-Begleiter zweimal kommt.
