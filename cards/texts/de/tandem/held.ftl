# Was der Raum über Menschen hält, und wozu: je ein Satz
held-question = Das möchtest du von deinem Tandem wissen.
    .sie = Das möchten Sie von Ihrem Tandem wissen.
held-question-asked = So kommt eine offene Frage zum nächsten Treffen wieder.
held-session-kit = Damit kein Treffen-Begleiter zweimal kommt.
held-agreement = Euer letzter Vorschlag für eine Vereinbarung.
    .sie = Ihr letzter Vorschlag für eine Vereinbarung.
held-agreement-valid = Was ihr beide vereinbart habt.
    .sie = Was Sie beide vereinbart haben.
held-agreement-stands = Damit eine Vereinbarung erst gilt, wenn beide zugestimmt haben.
held-retrospective = Was du aus euren Treffen mitnimmst.
    .sie = Was Sie aus Ihren Treffen mitnehmen.
held-retrospective-line = Dein Satz dazu, den dein Tandem nur liest, wenn du ihn zeigst.
    .sie = Ihr Satz dazu, den Ihr Tandem nur liest, wenn Sie ihn zeigen.
held-retrospective-stands = Damit dein Satz nur zu lesen ist, wenn du ihn zeigst.
    .sie = Damit Ihr Satz nur zu lesen ist, wenn Sie ihn zeigen.
