# Was der Raum über Menschen hält, und wozu: je ein Satz
held-measure = Damit du siehst, was sich für dich verändert hat.
    .sie = Damit Sie sehen, was sich für Sie verändert hat.
held-follow-up = Damit man sieht, was nach dem Ende bleibt; nur weil du zugestimmt hast.
    .sie = Damit man sieht, was nach dem Ende bleibt; nur weil Sie zugestimmt haben.
held-follow-up-asked = Damit du zur verabredeten Zeit gefragt wirst, und nur einmal.
    .sie = Damit Sie zur verabredeten Zeit gefragt werden, und nur einmal.
held-measure-asked = Damit du nach nichts zweimal gefragt wirst.
    .sie = Damit Sie nach nichts zweimal gefragt werden.
held-owners-figures = So sehen Programmverantwortliche, wer welche Kennzahl eingetragen hat.
