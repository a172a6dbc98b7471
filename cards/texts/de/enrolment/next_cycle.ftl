# Der nächste Durchgang
again-title = { $programme }: bist du wieder dabei?
    .sie = { $programme }: sind Sie wieder dabei?
again-mentee-what = Hallo { $name }, ein neuer Durchgang von „{ $programme }“ beginnt. Deine Antworten vom letzten Mal sind noch da; nur du siehst sie und kannst sie ändern.
    .sie = Guten Tag { $name }, ein neuer Durchgang von „{ $programme }“ beginnt. Ihre Antworten vom letzten Mal sind noch da; nur Sie sehen sie und können sie ändern.
again-mentor-what = Hallo { $name }, ein neuer Durchgang von „{ $programme }“ beginnt. Deine Antworten vom letzten Mal sind noch da; nur du siehst sie und kannst sie ändern.
    .sie = Guten Tag { $name }, ein neuer Durchgang von „{ $programme }“ beginnt. Ihre Antworten vom letzten Mal sind noch da; nur Sie sehen sie und können sie ändern.
again-still-there = Deine Antworten vom letzten Mal stehen schon da. „Zurück“ zeigt sie, ändern kannst du sie auch später.
    .sie = Ihre Antworten vom letzten Mal stehen schon da. „Zurück“ zeigt sie, ändern können Sie sie auch später.
again-yes = Wieder dabei
again-as-mentor = Diesmal als Mentor:in
again-as-mentee = Diesmal als Mentee
again-no = Diesmal nicht
again-is-mentor = Du machst diesmal als Mentor:in mit. Deine neue Karte steht unter dieser.
    .sie = Sie machen diesmal als Mentor:in mit. Ihre neue Karte steht unter dieser.
again-is-mentee = Du machst diesmal als Mentee mit. Deine neue Karte steht unter dieser.
    .sie = Sie machen diesmal als Mentee mit. Ihre neue Karte steht unter dieser.
cycle-next = Durchgang { $number } von „{ $programme }“ beginnen
cycle-will-ask = { $people ->
    [one] Eine Person hat mitgemacht. Sie wird neu gefragt und antwortet mit einem Klick: wieder dabei, in der anderen Rolle, oder diesmal nicht.
   *[other] { $people } Personen haben mitgemacht. Alle werden neu gefragt und antworten mit einem Klick: wieder dabei, in der anderen Rolle, oder diesmal nicht.
 }
cycle-kept = Niemand wird ungefragt zugeordnet. Zwei, die schon ein Tandem waren, werden nicht noch einmal zusammengebracht; wer ohne Tandem blieb, kommt zuerst dran.
cycle-nothing-yet = Bis zur Bestätigung ändert sich nichts.
cycle-open = Durchgang beginnen
cycle-opened = Durchgang { $number } von „{ $programme }“ läuft
cycle-asked = { $people ->
    [0] Niemand war da, den man hätte fragen können.
    [one] Eine Person ist gefragt.
   *[other] { $people } Personen sind gefragt.
 }
cycle-goes-on = Mit „einladen“ kommen weitere dazu, „status“ zeigt, wie es steht.
cycle-sure = { $people ->
    [one] Eine Person bekommt
   *[other] { $people } Personen bekommen
 } dann sofort eine Frage. Das lässt sich nicht zurückholen. Durchgang { $number } eröffnen?
cycle-yes = Ja, eröffnen
