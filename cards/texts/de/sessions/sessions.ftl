tandem-title = Dein Tandem mit { $partner }
    .sie = Ihr Tandem mit { $partner }
tandem-intro-mentor = Es geht los, { $name }! Ihr habt einen eigenen Kanal, den nur ihr beide seht. Schreib { $partner } am besten heute noch ein paar Zeilen.
    .sie = Es geht los, { $name }! Sie haben einen eigenen Kanal, den nur Sie beide sehen. Schreiben Sie { $partner } am besten heute noch ein paar Zeilen.
tandem-intro-mentee = Es geht los, { $name }! Ihr habt einen eigenen Kanal, den nur ihr beide seht. { $partner } meldet sich dort bei dir.
    .sie = Es geht los, { $name }! Sie haben einen eigenen Kanal, den nur Sie beide sehen. { $partner } meldet sich dort bei Ihnen.
tandem-intro-running = Ihr seid unterwegs, { $name }! Euren Kanal seht nur ihr beide.
    .sie = Sie sind unterwegs, { $name }! Ihren Kanal sehen nur Sie beide.
tandem-intro-undone = Der Start ist zurückgenommen, { $name }. Wenn es neu losgeht, kommen hier neue Termine.
tandem-intro-closed = Euer Tandem ist zu Ende, { $name }.
    .sie = Ihr Tandem ist zu Ende, { $name }.
tandem-intro-by-hand = Es geht los, { $name }! Euren Raum haben euch die Programmverantwortlichen selbst eingerichtet. Meldet euch am besten heute noch beieinander.
    .sie = Es geht los, { $name }! Ihren Raum haben Ihnen die Programmverantwortlichen selbst eingerichtet. Melden Sie sich am besten heute noch bei { $partner }.
tandem-intro-running-by-hand = Ihr seid unterwegs, { $name }!
    .sie = Sie sind unterwegs, { $name }!
tandem-dates-by-hand = Eure Treffen macht ihr selbst aus, so wie es euch passt. Die App bucht hier nichts und fragt nicht nach. Sagt hier, wann ihr euch getroffen habt: Dann zählt das Treffen mit, und ihr bekommt beide den Rückblick.
    .sie = Ihre Treffen machen Sie selbst aus, so wie es Ihnen passt. Die App bucht hier nichts und fragt nicht nach. Sagen Sie hier, wann Sie sich getroffen haben: Dann zählt das Treffen mit, und Sie bekommen beide den Rückblick.
tandem-dates-by-hand-over = Eure Treffen habt ihr selbst ausgemacht.
    .sie = Ihre Treffen haben Sie selbst ausgemacht.
tandem-met = Wir haben uns getroffen
tandem-met-day = An welchem Tag? Ohne Angabe gilt heute.
tandem-met-what = Es genügt, wenn es eine:r von euch sagt.
    .sie = Es genügt, wenn es eine:r von Ihnen sagt.
tandem-met-yes = Ja, getroffen
tandem-next-kit = Begleiter fürs nächste Treffen
tandem-not-met = Doch nicht getroffen?
tandem-not-met-day = Welcher Tag soll nicht zählen?
tandem-not-met-yes = Nicht zählen
tandem-met-seen = An welchen Tagen ihr euch getroffen habt, seht nur ihr beide.
    .sie = An welchen Tagen Sie sich getroffen haben, sehen nur Sie beide.
tandem-dates = Eure Treffen
    .sie = Ihre Treffen
tandem-goal = Das hat sich { $partner } vorgenommen
tandem-place = { $place ->
    [in_person] { $partner } trifft sich am liebsten vor Ort.
    [remote] { $partner } trifft sich am liebsten aus der Ferne.
   *[either] { $partner } ist beides recht: vor Ort und aus der Ferne.
 }
tandem-no-dates = Noch steht keine Zeit fest. Ihr bekommt Vorschläge, aus denen ihr gemeinsam wählt.
    .sie = Noch steht keine Zeit fest. Sie bekommen Vorschläge, aus denen Sie gemeinsam wählen.
tandem-skipped-session = Treffen { $number }: entfällt
tandem-agreeing-session = { $time } (neue Zeit wird abgestimmt)
tandem-open-session = Treffen { $number }: noch ohne Termin
tandem-deputy-is-partner = { $partner } kann als dein Tandem nicht auch deinen Kalender pflegen. Termine stimme ich mit dir selbst ab.
    .sie = { $partner } kann als Ihr Tandem nicht auch Ihren Kalender pflegen. Termine stimme ich mit Ihnen selbst ab.
tandem-channel = Zum Tandem-Kanal
tandem-draft = Ein Vorschlag für deine erste Nachricht
    .sie = Ein Vorschlag für Ihre erste Nachricht
tandem-draft-message = Hallo { $partner }, ich freue mich auf unser Tandem! Mit welcher Frage möchtest du beginnen? Viele Grüße, { $name }
    .sie = Guten Tag { $partner }, ich freue mich auf unser Tandem! Mit welcher Frage möchten Sie beginnen? Viele Grüße, { $name }
channel-description = Euer geschützter Raum: Was hier steht, bleibt unter euch beiden. Keine Berichte für andere, keine Bewertung. Der Bot liest hier nicht mit.
    .sie = Ihr geschützter Raum: Was hier steht, bleibt unter Ihnen beiden. Keine Berichte für andere, keine Bewertung. Der Bot liest hier nicht mit.
agenda-intro = Zeit für euer Tandem. Ein Vorschlag für den Ablauf:
    .sie = Zeit für Ihr Tandem. Ein Vorschlag für den Ablauf:
agenda-arrive = Ankommen: Was ist gerade los, im Kopf und im Kalender?
agenda-topic = Das Thema: Fragen, Beispiele, Erfahrungen
agenda-try = Selbst ausprobieren
agenda-look-back = Rückblick: Was nehmen wir mit, wie geht es weiter?
session-cancelled-no-slot = An diesem Tag fand sich keine gemeinsame freie Zeit; das Treffen entfällt zunächst.
session-cancelled-away = Dieses Treffen entfällt. Beim nächsten geht es weiter.
session-cancelled-closing = Der Durchgang ist zu Ende. Danke für die gemeinsame Zeit!
session-cancelled-ended = Dieses Tandem ist zu Ende. Danke für die gemeinsame Zeit!
session-cancelled-undone = Dieser Termin entfällt, weil euer Tandem neu startet. Neue Termine kommen dann mit einer neuen Einladung.
    .sie = Dieser Termin entfällt, weil Ihr Tandem neu startet. Neue Termine kommen dann mit einer neuen Einladung.
session-cancelled-elsewhere = Dieser Termin ist hinfällig: Das Treffen steht an anderer Stelle im Kalender oder entfällt.
session-cancelled-handed-over = Die Terminserie zieht um; eine neue Einladung folgt gleich.
session-cancelled-kickoff = Der Auftakt ist leider abgesagt. Wenn es einen neuen Termin gibt, fragen wir wieder.
session-cancelled-kickoff-closing = Der Durchgang ist zu Ende, und damit entfällt auch der Auftakt.
tandem-questions = Fragenbox
tandem-agreement = Vereinbarung
tandem-road-map = Fahrplan
tandem-how-far = { $of ->
    [one] { $done } von einem Treffen
   *[other] { $done } von { $of } Treffen
 }
session-retrospective = Rückblick
session-kit = Treffen-Begleiter
