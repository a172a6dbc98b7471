# What the room holds about people, and what for: a sentence each
held-owners-settings = So sehen Programmverantwortliche, wer das Programm wann geändert hat.
held-named-in-settings = In den Einstellungen des Programms steht, wer dafür einsteht und wer Fragen beantwortet.
held-tries = Wer das Programm ausprobiert, bekommt die Karten dazu selbst.
held-owner-shut-off = Ist das Konto von jemandem gesperrt, der das Programm verantwortet, erfahren es die anderen, damit sie eine zweite Person finden.
held-owner = So ist bekannt, wer das Programm verantwortet, und keine Karte zeigt jemandem das eigene Tandem.
held-successor = So wissen die Programmverantwortlichen, wer zu ihnen kommen soll und in ihr Team aufzunehmen ist.
held-successor-asked = Tragen mehrere den Namen, der für die Nachfolge genannt ist, so wird gefragt, wer gemeint ist.
