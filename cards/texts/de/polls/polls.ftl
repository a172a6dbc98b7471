poll-title-rescue = Neue Zeit für dein Treffen mit { $partner }
    .sie = Neue Zeit für Ihr Treffen mit { $partner }
poll-title-all-lost = Neue Zeiten für deine Treffen mit { $partner }
    .sie = Neue Zeiten für Ihre Treffen mit { $partner }
poll-title-session = Eine Zeit für dein Treffen mit { $partner }
    .sie = Eine Zeit für Ihr Treffen mit { $partner }
poll-title-series = Deine Treffen mit { $partner }: bitte wähle
    .sie = Ihre Treffen mit { $partner }: bitte wählen Sie
poll-whose = Für { $name }
poll-why-asked = Für das Treffen mit { $partner } am { $time } wird eine andere Zeit gesucht. Bis ihr euch einig seid, bleibt es, wo es ist.
    .sie = Für das Treffen mit { $partner } am { $time } wird eine andere Zeit gesucht. Bis Sie sich einig sind, bleibt es, wo es ist.
poll-why-proposed = { $partner } schlägt für das Treffen am { $time } eine andere Zeit vor.
poll-why-proposed-mine = Deine vorgeschlagene Zeit statt { $time } liegt { $partner } vor.
    .sie = Ihre vorgeschlagene Zeit statt { $time } liegt { $partner } vor.
poll-why-declined = Das Treffen mit { $partner } am { $time } klappt nicht. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für euch beide frei:
    .sie = Das Treffen mit { $partner } am { $time } klappt nicht. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für Sie beide frei:
poll-why-cancelled = Das Treffen mit { $partner } vom { $time } steht nicht mehr im Kalender. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für euch beide frei:
    .sie = Das Treffen mit { $partner } vom { $time } steht nicht mehr im Kalender. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für Sie beide frei:
poll-why-missed = Für das Treffen mit { $partner } vom { $time } wird eine neue Zeit gesucht. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für euch beide frei:
    .sie = Für das Treffen mit { $partner } vom { $time } wird eine neue Zeit gesucht. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für Sie beide frei:
poll-why-all-lost = Eure kommenden Treffen stehen nicht mehr im Kalender. So könnte es weitergehen:
    .sie = Ihre kommenden Treffen stehen nicht mehr im Kalender. So könnte es weitergehen:
poll-why-no-slot = Um den { $time } gibt es keine Zeit, die für euch beide ganz frei ist. Am ehesten ginge:
    .sie = Um den { $time } gibt es keine Zeit, die für Sie beide ganz frei ist. Am ehesten ginge:
poll-why-unreadable = Einen der beiden Kalender kann ich nicht lesen. Wählt deshalb bitte gemeinsam; vorher wird nichts gebucht.
    .sie = Einen der beiden Kalender kann ich nicht lesen. Wählen Sie deshalb bitte gemeinsam; vorher wird nichts gebucht.
poll-why-next = Wann trefft ihr euch als Nächstes? { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für euch beide frei:
    .sie = Wann treffen Sie und { $partner } sich als Nächstes? { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für Sie beide frei:
poll-why-away = Das Treffen mit { $partner } vom { $time } bekommt eine spätere Zeit. { $choices ->
    [1] Diese ist
   *[other] Diese sind
 } für euch beide frei:
    .sie = Das Treffen mit { $partner } vom { $time } bekommt eine spätere Zeit. { $choices ->
    [1] Diese ist
   *[other] Diese sind
 } für Sie beide frei:
poll-why-back = Das Treffen mit { $partner } vom { $time } sollte entfallen und kann nun doch stattfinden. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für euch beide frei:
    .sie = Das Treffen mit { $partner } vom { $time } sollte entfallen und kann nun doch stattfinden. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für Sie beide frei:
poll-why-change = Ab jetzt sollen eure Treffen anders liegen. Bis ihr euch einig seid, bleibt alles, wie es ist.
    .sie = Ab jetzt sollen Ihre Treffen anders liegen. Bis Sie sich einig sind, bleibt alles, wie es ist.
poll-taken = Da ist gerade etwas dazwischengekommen. Hier { $choices ->
    [1] ist eine neue Zeit
   *[other] sind neue Zeiten
 }.
poll-unsure = Was in einem Kalender steht, den ich nicht lesen kann, weiß ich nicht. Schau bitte selbst hinein.
    .sie = Was in einem Kalender steht, den ich nicht lesen kann, weiß ich nicht. Schauen Sie bitte selbst hinein.
poll-only-so-so = Für dein Gegenüber passt das nur mit Mühe.
    .sie = Für Ihr Gegenüber passt das nur mit Mühe.
poll-suits-you = passt dir
    .sie = passt Ihnen
poll-suits-other = passt { $partner }
poll-how = { $choices ->
    [1] Ein Klick genügt: Sobald es euch beiden passt, wird es gebucht.
   *[other] Ein Klick genügt. Die erste Zeit, die euch beiden passt, wird gebucht; du kannst auch mehrere wählen.
 }
    .sie = { $choices ->
    [1] Ein Klick genügt: Sobald es Ihnen beiden passt, wird es gebucht.
   *[other] Ein Klick genügt. Die erste Zeit, die Ihnen beiden passt, wird gebucht; Sie können auch mehrere wählen.
 }
poll-waiting = { $choices ->
    [0] Danke! Sobald auch { $partner } zustimmt, ist gebucht.
   *[other] Danke! Sobald { $partner } dieselbe Zeit wählt, ist gebucht. Passt dir noch eine andere?
 }
    .sie = { $choices ->
    [0] Danke! Sobald auch { $partner } zustimmt, ist gebucht.
   *[other] Danke! Sobald { $partner } dieselbe Zeit wählt, ist gebucht. Passt Ihnen noch eine andere?
 }
poll-other-times = Andere Zeiten suchen
poll-shorter = Lieber nur { $minutes } Minuten
poll-option = Vorschlag { $number }
poll-take-option = Vorschlag { $number } passt
poll-more-dates = und { $dates ->
    [one] ein weiteres Treffen
   *[other] { $dates } weitere Treffen
 }
poll-searching = Ich suche Zeiten, die für euch beide frei sind. Einen Moment.
    .sie = Ich suche Zeiten, die für Sie beide frei sind. Einen Moment.
poll-booking-session = Das passt euch beiden: { $time }. Ich buche es.
    .sie = Das passt Ihnen beiden: { $time }. Ich buche es.
poll-booked-session = Gebucht: { $time } mit { $partner }. Es steht in beiden Kalendern.
poll-booking-series = Das passt euch beiden. Ich buche eure Treffen.
    .sie = Das passt Ihnen beiden. Ich buche Ihre Treffen.
poll-booked-series = Gebucht mit { $partner }. { $time } Alles steht in beiden Kalendern.
poll-leave = Es soll so bleiben
poll-left-session = Es bleibt, wie es ist: { $time } mit { $partner }. Auf der Karte eures Tandems könnt ihr jederzeit neue Zeiten suchen.
    .sie = Es bleibt, wie es ist: { $time } mit { $partner }. Auf der Karte Ihres Tandems können Sie jederzeit neue Zeiten suchen.
poll-left-series = Eure Treffen bleiben, wo sie sind. Auf der Karte eures Tandems könnt ihr jederzeit neue Zeiten suchen.
    .sie = Ihre Treffen bleiben, wo sie sind. Auf der Karte Ihres Tandems können Sie jederzeit neue Zeiten suchen.
poll-closed = Hier ist nichts mehr zu tun. Auf der Karte eures Tandems könnt ihr jederzeit neue Zeiten suchen.
    .sie = Hier ist nichts mehr zu tun. Auf der Karte Ihres Tandems können Sie jederzeit neue Zeiten suchen.
poll-not-booked = Was euch beiden passte, ließ sich leider nicht buchen. Es gilt, was in euren Kalendern steht. Auf der Karte eures Tandems könnt ihr jederzeit neue Zeiten suchen.
    .sie = Was Ihnen beiden passte, ließ sich leider nicht buchen. Es gilt, was in Ihren Kalendern steht. Auf der Karte Ihres Tandems können Sie jederzeit neue Zeiten suchen.
poll-move = Treffen verlegen
poll-which = Welches Treffen?
poll-find = Neue Zeiten suchen
poll-change = Ab jetzt anders
poll-length = Wie lange?
poll-rhythm = Wie oft?
poll-minutes = { $minutes } Minuten
poll-rhythm-monthly = Einmal im Monat
poll-rhythm-two-weeks = Alle zwei Wochen
poll-rhythm-six-weeks = Alle sechs Wochen
poll-rhythm-tandem = Von Treffen zu Treffen
poll-nothing-yet = Es ändert sich erst etwas, wenn ihr beide zustimmt.
    .sie = Es ändert sich erst etwas, wenn Sie beide zustimmen.
poll-without-time = Treffen { $number }, noch ohne Termin
poll-nothing-found = Für { $partner } und dich fand sich keine gemeinsame freie Zeit. Sprecht am besten kurz miteinander; was ihr in Outlook vereinbart, übernehme ich.
    .sie = Für { $partner } und Sie fand sich keine gemeinsame freie Zeit. Sprechen Sie am besten kurz miteinander; was Sie in Outlook vereinbaren, übernehme ich.
poll-ended = Euer Tandem ist zu Ende, hier ist nichts mehr zu tun.
    .sie = Ihr Tandem ist zu Ende, hier ist nichts mehr zu tun.
poll-ended-for = Das Tandem von { $name } mit { $partner } ist zu Ende, hier ist nichts mehr zu tun.
poll-undone = Der Start ist zurückgenommen, hier ist gerade nichts zu tun. Wenn es neu losgeht, kommen neue Termine.
poll-undone-for = Der Start des Tandems von { $name } mit { $partner } ist zurückgenommen, hier ist gerade nichts zu tun. Wenn es neu losgeht, kommen neue Termine.
poll-title-rescue-for = Neue Zeit für { $name } und { $partner }
poll-title-all-lost-for = Neue Zeiten für { $name } und { $partner }
poll-title-session-for = Eine Zeit für { $name } und { $partner }
poll-title-series-for = Die Treffen von { $name } und { $partner }
poll-why-asked-for = Für das Treffen mit { $partner } am { $time } wird eine andere Zeit gesucht. Bis beide Seiten einig sind, bleibt es, wo es ist.
poll-why-proposed-mine-for = Die vorgeschlagene Zeit statt { $time } liegt { $partner } vor.
poll-why-declined-for = Das Treffen mit { $partner } am { $time } klappt nicht. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für beide frei:
poll-why-cancelled-for = Das Treffen mit { $partner } vom { $time } steht nicht mehr im Kalender. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für beide frei:
poll-why-missed-for = Für das Treffen mit { $partner } vom { $time } wird eine neue Zeit gesucht. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für beide frei:
poll-why-all-lost-for = Die kommenden Treffen stehen nicht mehr im Kalender. So könnte es weitergehen:
poll-why-no-slot-for = Um den { $time } gibt es keine Zeit, die für beide ganz frei ist. Am ehesten ginge:
poll-why-unreadable-for = Einen der beiden Kalender kann ich nicht lesen. Vor einer Zusage von beiden Seiten wird nichts gebucht.
poll-why-next-for = Wann treffen sich { $name } und { $partner } als Nächstes? { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für beide frei:
poll-why-away-for = Das Treffen mit { $partner } vom { $time } bekommt eine spätere Zeit. { $choices ->
    [1] Diese ist
   *[other] Diese sind
 } für beide frei:
poll-why-back-for = Das Treffen mit { $partner } vom { $time } sollte entfallen und kann nun doch stattfinden. { $choices ->
    [1] Diese Zeit ist
   *[other] Diese Zeiten sind
 } für beide frei:
poll-why-change-for = Ab jetzt sollen die Treffen mit { $partner } anders liegen. Bis beide Seiten einig sind, bleibt alles, wie es ist.
poll-only-so-so-for = Für { $partner } passt das nur mit Mühe.
poll-suits-you-for = passt { $name }
poll-how-for = { $choices ->
    [1] Ein Klick genügt: Sobald es beiden passt, wird es gebucht.
   *[other] Ein Klick genügt. Die erste Zeit, die beiden passt, wird gebucht; mehrere sind möglich.
 }
poll-waiting-for = { $choices ->
    [0] Danke! Sobald auch { $partner } zustimmt, ist gebucht.
   *[other] Danke! Sobald { $partner } dieselbe Zeit wählt, ist gebucht. Passt { $name } noch eine andere?
 }
poll-searching-for = Ich suche Zeiten, die für beide frei sind. Einen Moment.
poll-booking-session-for = Das passt beiden: { $time }. Ich buche es.
poll-booking-series-for = Das passt beiden. Ich buche die Treffen.
poll-left-session-for = Es bleibt, wie es ist: { $time } mit { $partner }.
poll-left-series-for = Die Treffen bleiben, wo sie sind.
poll-closed-for = Hier ist nichts mehr zu tun.
poll-not-booked-for = Was beiden passte, ließ sich leider nicht buchen. Es gilt, was in den Kalendern steht.
poll-nothing-found-for = Für { $name } und { $partner } fand sich keine gemeinsame freie Zeit. Was in Outlook vereinbart wird, übernehme ich.
poll-nothing-yet-for = Es ändert sich erst etwas, wenn beide Seiten zustimmen.
poll-why-extend = Zeiten für weitere Treffen, die an eure bisherigen anschließen. Gebucht wird erst, wenn ihr beide zustimmt.
    .sie = Zeiten für weitere Treffen, die an Ihre bisherigen anschließen. Gebucht wird erst, wenn Sie beide zustimmen.
poll-why-extend-for = Zeiten für weitere Treffen von { $name } und { $partner }, die an die bisherigen anschließen. Gebucht wird erst, wenn beide Seiten zustimmen.
