# Was der Raum über Menschen hält, und wozu: je ein Satz
held-measure = Damit du siehst, was sich für dich verändert hat.
    .sie = Damit Sie sehen, was sich für Sie verändert hat.
held-measure-asked = Damit du nach nichts zweimal gefragt wirst.
    .sie = Damit Sie nach nichts zweimal gefragt werden.
