result-title = Was euer Tandem bewirkt hat
    .sie = Was Ihr Tandem bewirkt hat
result-intro = Magst du etwas davon für das Programm festhalten? Ein Satz genügt; er lässt sich mit einer Kennzahl des Hauses verbinden.
    .sie = Möchten Sie etwas davon für das Programm festhalten? Ein Satz genügt; er lässt sich mit einer Kennzahl des Hauses verbinden.
result-line = Dein Satz
    .sie = Ihr Satz
result-figure-choice = Dazu passt diese Kennzahl
result-no-figure = Keine
result-release = Freigeben
result-change = Geändert freigeben
result-take-back = Satz zurücknehmen
result-released = Von dir freigegeben. Ob { $partner } auch freigibt, steht hier nicht: Ein Nein, Schweigen und ein Zurücknehmen sehen gleich aus. Wenn du etwas änderst, muss neu freigegeben werden.
    .sie = Von Ihnen freigegeben. Ob { $partner } auch freigibt, steht hier nicht: Ein Nein, Schweigen und ein Zurücknehmen sehen gleich aus. Wenn Sie etwas ändern, muss neu freigegeben werden.
result-theirs = { $partner } möchte diesen Satz freigeben
result-theirs-seen = Nur wenn du ihn auch freigibst, lesen ihn die Programmverantwortlichen ab { $day }. Sonst erfährt niemand etwas, auch { $partner } nicht.
    .sie = Nur wenn Sie ihn auch freigeben, lesen ihn die Programmverantwortlichen ab { $day }. Sonst erfährt niemand etwas, auch { $partner } nicht.
result-agree = Auch freigeben
result-agreed = Auch von dir freigegeben. Bis { $day } kannst du das zurücknehmen, ohne dass es jemand erfährt.
    .sie = Auch von Ihnen freigegeben. Bis { $day } können Sie das zurücknehmen, ohne dass es jemand erfährt.
result-disagree = Freigabe zurücknehmen
result-seen = Was du freigibst, liest { $partner }. Die Programmverantwortlichen lesen es ab { $day }, ohne Namen, und nur wenn ihr beide genau diesen Wortlaut freigegeben habt. Bis dahin lässt es sich zurücknehmen, danach bleibt es bei ihnen stehen. In einem kleinen Programm lässt sich vielleicht trotzdem erraten, von wem es kommt.
    .sie = Was Sie freigeben, liest { $partner }. Die Programmverantwortlichen lesen es ab { $day }, ohne Namen, und nur wenn Sie beide genau diesen Wortlaut freigegeben haben. Bis dahin lässt es sich zurücknehmen, danach bleibt es bei ihnen stehen. In einem kleinen Programm lässt sich vielleicht trotzdem erraten, von wem es kommt.
result-topic-told = Dabei steht als Thema „{ $topic }“.
result-topic = Thema: { $topic }
result-figure = Kennzahl: { $figure }
result-over = Die Zeit dafür ist vorbei. Das lesen die Programmverantwortlichen, ohne Namen:
result-over-none = Die Zeit dafür ist vorbei. Von euch lesen die Programmverantwortlichen nichts.
    .sie = Die Zeit dafür ist vorbei. Von Ihnen lesen die Programmverantwortlichen nichts.
results-title = Was Tandems bewirkt haben
results-intro = Jeden dieser Sätze haben beide eines Tandems genau so freigegeben. Namen stehen keine dabei; bitte auch nicht danach fragen.
figures-no-cause-results = So sehen es die beiden. Ein Beweis, dass das Programm an einer Kennzahl etwas geändert hat, ist es nicht.
figures-results = { $results ->
    [one] Ein Satz aus einem Tandem
   *[other] { $results } Sätze aus Tandems
 }
going-results = { $results ->
    [one] Ein Satz aus einem Tandem ist freigegeben; er steht bei den Kennzahlen des Hauses.
   *[other] { $results } Sätze aus Tandems sind freigegeben; sie stehen bei den Kennzahlen des Hauses.
 }
