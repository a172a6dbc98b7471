session-soon = { $when }: Treffen mit { $partner }
session-today = Heute
session-tomorrow = Morgen
session-soon-day = Bald
session-agenda = Ein Vorschlag für den Ablauf
session-join = An der Besprechung teilnehmen
session-over = Dieses Treffen mit { $partner } liegt hinter euch.
    .sie = Dieses Treffen mit { $partner } liegt hinter Ihnen.
