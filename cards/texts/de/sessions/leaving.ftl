# Wenn es in einem Tandem nicht passt: ein anderes wünschen, oder sich an jemanden außerhalb des Programms wenden.
switch-open = Passt etwas nicht?
switch-what = Du kannst ein anderes Tandem bekommen, und niemand fragt nach einem Grund. Dieses endet dann irgendwann in den nächsten drei Arbeitstagen: für euch beide im selben Moment und mit denselben Worten wie jedes Ende. Bis dahin bleibt alles, wie es ist. Wer es wollte, erfährt von uns niemand.
    .sie = Sie können ein anderes Tandem bekommen, und niemand fragt nach einem Grund. Dieses endet dann irgendwann in den nächsten drei Arbeitstagen: für Sie beide im selben Moment und mit denselben Worten wie jedes Ende. Bis dahin bleibt alles, wie es ist. Wer es wollte, erfährt von uns niemand.
switch-question = Möchtest du wirklich wechseln? Zurücknehmen lässt es sich nicht.
    .sie = Möchten Sie wirklich wechseln? Zurücknehmen lässt es sich nicht.
switch-yes = Ja, ich möchte wechseln
switch-boundary = Wurde eine Grenze überschritten? Dafür ist „{ $name }“ da, außerhalb des Programms. Ob du dorthin schreibst, erfährt der Bot nicht.
    .sie = Wurde eine Grenze überschritten? Dafür ist „{ $name }“ da, außerhalb des Programms. Ob Sie dorthin schreiben, erfährt der Bot nicht.
switch-boundary-write = E-Mail: { $name }
