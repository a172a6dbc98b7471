"""What a tandem has brought: to be written, written, waiting for the other one, and over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cards.examples.key_figures import FIGURES
from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME, TANDEM
from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.results import LONGEST, Result
from mentoring.notices import Notice
from mentoring.usecases.measurement.results import ResultNotice

LINE = "Ich beantworte Anfragen jetzt zuerst mit KI und frage dann."


def results() -> dict[str, Notice]:
    """As the mentee and as the mentor see it."""
    empty = ResultNotice(
        tandem=TANDEM,
        viewer=MENTEE,
        partner=MENTOR,
        programme=PROGRAMME,
        until=NOW + timedelta(days=7),
        figures=tuple(each.name for each in FIGURES),
        topic=PROGRAMME.topic("ai"),
    )
    hers = Result(f"{TANDEM.id}:mentee", TANDEM.id, MENTEE.id, LINE, NOW, FIGURES[1].name)
    his = replace(empty, viewer=MENTOR, partner=MENTEE, theirs=hers)
    wrong = Refusal("result-long", field="line", most=LONGEST)
    return {
        "result-to-write": empty,
        "result-wrong": replace(empty, problem=wrong, raw={"line": "Sehr " * 41, "figure": "-"}),
        "result-without-figures": replace(empty, figures=(), topic=None),
        "result-written": replace(empty, own=hers),
        "result-waits": his,
        "result-agreed": replace(his, theirs=replace(hers, agreed_by=MENTOR.id)),
        "result-over": replace(empty, is_over=True),
        "result-reported": replace(empty, is_over=True, reported=(LINE,)),
    }
