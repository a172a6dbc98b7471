needs-help-title = Tandem { $number } könnte Unterstützung brauchen: { $mentor } und { $mentee }
needs-help-text = Ein freundliches, offenes „Wie läuft es?“ genügt oft schon.
needs-help-seen = Was genau war, bleibt zwischen den beiden. Bitte frag nicht danach.
    .sie = Was genau war, bleibt zwischen den beiden. Bitte fragen Sie nicht danach.
