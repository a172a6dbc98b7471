### Warum die Termine so liegen. $at und $to sind Zeitpunkte (Tag und Uhrzeit) in der Zone der lesenden Person,
### $start und $end Uhrzeiten der Person, die einlädt; $who ist you, other oder both.
### Was in einem fremden Kalender steht, kommt in keinem Satz vor.

scheduling-index = { $index ->
    [first] ersten
    [second] zweiten
    [third] dritten
    [fourth] vierten
   *[last] letzten
}
scheduling-weekday = { $weekday ->
    [monday] Montag
    [tuesday] Dienstag
    [wednesday] Mittwoch
    [thursday] Donnerstag
    [friday] Freitag
    [saturday] Samstag
   *[sunday] Sonntag
}
scheduling-place = { $zones ->
    [same] {""}
   *[different] {" "}(Ortszeit { $zone })
}

scheduling-series-monthly = Ihr trefft euch jeden { scheduling-index } { scheduling-weekday } im Monat, { $start }–{ $end } Uhr{ scheduling-place }.
    .sie = Sie treffen sich jeden { scheduling-index } { scheduling-weekday } im Monat, { $start }–{ $end } Uhr{ scheduling-place }.
scheduling-series-weeks = Ihr trefft euch alle { $weeks } Wochen am { scheduling-weekday }, { $start }–{ $end } Uhr{ scheduling-place }.
    .sie = Sie treffen sich alle { $weeks } Wochen am { scheduling-weekday }, { $start }–{ $end } Uhr{ scheduling-place }.
scheduling-series-once = Euer nächstes Treffen: { $at }. Am Ende vereinbart ihr das übernächste.
    .sie = Ihr nächstes Treffen: { $at }. Am Ende vereinbaren Sie gemeinsam das übernächste.

scheduling-moved-not-free = Das Treffen vom { $at } liegt nun auf { $to }, weil { $who ->
    [you] du sonst nicht frei wärst
    [other] dein Gegenüber sonst nicht frei wäre
   *[both] ihr sonst beide nicht frei wärt
 }.
    .sie = Das Treffen vom { $at } liegt nun auf { $to }, weil { $who ->
    [you] Sie sonst nicht frei wären
    [other] Ihr Gegenüber sonst nicht frei wäre
   *[both] Sie beide sonst nicht frei wären
 }.
scheduling-moved-holiday = Das Treffen vom { $at } liegt nun auf { $to }, weil { $who ->
    [you] bei dir
    [other] bei deinem Gegenüber
   *[both] bei euch beiden
 } Feiertag ist.
    .sie = Das Treffen vom { $at } liegt nun auf { $to }, weil { $who ->
    [you] bei Ihnen
    [other] bei Ihrem Gegenüber
   *[both] bei Ihnen beiden
 } Feiertag ist.
scheduling-moved-closing-day = Das Treffen vom { $at } liegt nun auf { $to }, weil das Unternehmen an dem Tag geschlossen ist.
scheduling-moved-given-up = Das Treffen vom { $at } liegt nun auf { $to }, weil die frühere Zeit nicht passte.
scheduling-moved-clock-change = Das Treffen vom { $at } liegt nun auf { $to }, weil die Zeit durch die Zeitumstellung { $who ->
    [you] für dich
    [other] für dein Gegenüber
   *[both] für euch beide
 } nicht mehr passt.
    .sie = Das Treffen vom { $at } liegt nun auf { $to }, weil die Zeit durch die Zeitumstellung { $who ->
    [you] für Sie
    [other] für Ihr Gegenüber
   *[both] für Sie beide
 } nicht mehr passt.

scheduling-cancelled-holiday = Das Treffen am { $at } entfällt: { $who ->
    [you] Bei dir
    [other] Bei deinem Gegenüber
   *[both] Bei euch beiden
 } ist Feiertag, und rundherum gibt es keine Zeit, die für euch beide frei ist.
    .sie = Das Treffen am { $at } entfällt: { $who ->
    [you] Bei Ihnen
    [other] Bei Ihrem Gegenüber
   *[both] Bei Ihnen beiden
 } ist Feiertag, und rundherum gibt es keine Zeit, die für Sie beide frei ist.
scheduling-cancelled-closing-day = Das Treffen am { $at } entfällt: Das Unternehmen ist geschlossen, und rundherum gibt es keine Zeit, die für euch beide frei ist.
    .sie = Das Treffen am { $at } entfällt: Das Unternehmen ist geschlossen, und rundherum gibt es keine Zeit, die für Sie beide frei ist.

scheduling-open = Für das Treffen um den { $at } gibt es noch keine Zeit, die für euch beide frei ist. Es ist nicht gebucht.
    .sie = Für das Treffen um den { $at } gibt es noch keine Zeit, die für Sie beide frei ist. Es ist nicht gebucht.
scheduling-offer = Am ehesten ginge { $to }. Gebucht wird das nur, wenn ihr beide zustimmt.
    .sie = Am ehesten ginge { $to }. Gebucht wird das nur, wenn Sie beide zustimmen.
scheduling-offer-away = { $at }: Da bist du nicht da oder hast sonst längst frei.
    .sie = { $at }: Da sind Sie nicht da oder haben sonst längst frei.
scheduling-offer-taken = { $at }: Da steht etwas in deinem Kalender.
    .sie = { $at }: Da steht etwas in Ihrem Kalender.
scheduling-offer-outside-hours = { $at }: Das liegt außerhalb deiner Arbeitszeit oder der Zeiten, die das Programm vorsieht.
    .sie = { $at }: Das liegt außerhalb Ihrer Arbeitszeit oder der Zeiten, die das Programm vorsieht.

scheduling-tentative = { $at }: Da steht etwas unter Vorbehalt in deinem Kalender.
    .sie = { $at }: Da steht etwas unter Vorbehalt in Ihrem Kalender.
scheduling-wishes-missed = { $of ->
    [one] Das Treffen liegt
   *[other] { $sessions ->
        [one] Eines von { $of } Treffen liegt
       *[other] { $sessions } von { $of } Treffen liegen
     }
 } nicht auf den Tagen und Tageszeiten, die du dir gewünscht hast; anders ging es nicht.
    .sie = { $of ->
    [one] Das Treffen liegt
   *[other] { $sessions ->
        [one] Eines von { $of } Treffen liegt
       *[other] { $sessions } von { $of } Treffen liegen
     }
 } nicht auf den Tagen und Tageszeiten, die Sie sich gewünscht haben; anders ging es nicht.

scheduling-calendar-unreadable = { $who ->
    [you] Deinen Kalender
   *[other] Den Kalender deines Gegenübers
 } kann ich nicht lesen. Wählt bitte gemeinsam aus den Vorschlägen; vorher wird nichts gebucht.
    .sie = { $who ->
    [you] Ihren Kalender
   *[other] Den Kalender Ihres Gegenübers
 } kann ich nicht lesen. Wählen Sie bitte gemeinsam aus den Vorschlägen; vorher wird nichts gebucht.
scheduling-state-unknown = Welche regionalen Feiertage { $who ->
    [you] bei dir
   *[other] bei deinem Gegenüber
 } gelten, weiß ich nicht. Schau die Termine bitte daraufhin durch.
    .sie = Welche regionalen Feiertage { $who ->
    [you] bei Ihnen
   *[other] bei Ihrem Gegenüber
 } gelten, weiß ich nicht. Schauen Sie die Termine bitte daraufhin durch.
scheduling-hours-unknown = Wann du arbeitest, sagt mir Outlook nicht. Ich gehe von Montag bis Freitag, 8 bis 17 Uhr, aus.
    .sie = Wann Sie arbeiten, sagt mir Outlook nicht. Ich gehe von Montag bis Freitag, 8 bis 17 Uhr, aus.
scheduling-zone-unknown = Nach welcher Uhr du lebst, sagt mir Outlook nicht. Ich rechne mit der Zeit von { $zone }.
    .sie = Nach welcher Uhr Sie leben, sagt mir Outlook nicht. Ich rechne mit der Zeit von { $zone }.
scheduling-holidays-unknown = Welche Feiertage { $who ->
    [you] bei dir
   *[other] bei deinem Gegenüber
 } gelten, weiß ich nicht. Schau die Termine bitte daraufhin durch.
    .sie = Welche Feiertage { $who ->
    [you] bei Ihnen
   *[other] bei Ihrem Gegenüber
 } gelten, weiß ich nicht. Schauen Sie die Termine bitte daraufhin durch.
scheduling-series-monthly-for = { $name } und das Gegenüber treffen sich jeden { scheduling-index } { scheduling-weekday } im Monat, { $start }–{ $end } Uhr{ scheduling-place }.
scheduling-series-weeks-for = { $name } und das Gegenüber treffen sich alle { $weeks } Wochen am { scheduling-weekday }, { $start }–{ $end } Uhr{ scheduling-place }.
scheduling-series-once-for = Das nächste Treffen: { $at }. An dessen Ende wird das übernächste vereinbart.
scheduling-offer-away-for = { $at }: Da ist { $name } nicht da oder hat sonst längst frei.
scheduling-offer-taken-for = { $at }: Da steht etwas im Kalender von { $name }.
scheduling-offer-outside-hours-for = { $at }: Das liegt außerhalb der Arbeitszeit von { $name } oder der Zeiten, die das Programm vorsieht.
