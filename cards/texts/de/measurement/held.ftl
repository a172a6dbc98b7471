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
held-result = Damit das Programm erfährt, was euer Tandem bewirkt hat, wenn ihr beide es freigebt.
    .sie = Damit das Programm erfährt, was Ihr Tandem bewirkt hat, wenn Sie beide es freigeben.
held-result-written = Damit klar ist, aus welchem Tandem ein Satz kommt und wer ihn geschrieben hat.
held-result-agreed = Damit nur gelesen wird, was beide freigegeben haben.
held-result-reported = Damit Programmverantwortliche ohne Namen lesen, was beide dafür freigegeben haben.
