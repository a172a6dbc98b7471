"""The house's own figures: none, some that are not complete, all, and each part of the card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from cards.examples.people import NOW, PROGRAMME
from mentoring.domain.cycle import Source
from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.key_figures import KeyFigure, Otherwise, Reading
from mentoring.notices import Notice
from mentoring.usecases.measurement.key_figures import FiguresSet, KeyFiguresNotice, ResultSeen

START, END = date(2026, 9, 1), date(2027, 3, 1)
TURNOVER = KeyFigure(
    "1-0",
    "Fluktuation unter 35",
    "%",
    "Personalbericht",
    Reading(Decimal("12.5"), START),
    Reading(Decimal("11.5"), END),
)
TICKETS = KeyFigure(
    "2-0", "Anfragen beim IT-Service", "im Monat", "IT", Reading(Decimal(1234), START)
)
LICENCES = KeyFigure("3-0", "Genutzte KI-Lizenzen", "", "", None, Reading(Decimal(410), END))
FIGURES = (TURNOVER, TICKETS, LICENCES)
RESULTS_SEEN = (
    ResultSeen(
        "Wir beantworten Anfragen jetzt zuerst mit KI und fragen dann.",
        PROGRAMME.topic("ai"),
        "Anfragen beim IT-Service",
    ),
    ResultSeen("Ich frage öfter, bevor ich entscheide.", None),
)
WRONG = {
    "part": "figure:2-0",
    "name": "Anfragen",
    "unit": "im Monat",
    "source": "",
    "start_value": "zwölf",
    "start_on": "2026-09-01",
    "end_value": "",
    "end_on": "",
}


def key_figures() -> dict[str, Notice]:
    """All of them, and the parts."""
    name = PROGRAMME.name
    some = KeyFiguresNotice(programme=name, figures=FIGURES[:2], number=2)
    form = replace(some, part="figure:2-0")
    added = FiguresSet(1, "Otto Vogel", NOW, Source.CARD, (Otherwise(None, TURNOVER),))
    without_end = replace(TURNOVER, end=None)
    back = Otherwise(TURNOVER, without_end), Otherwise(LICENCES, None)
    undone = FiguresSet(2, "", NOW, Source.UNDO, back)
    return {
        "figures-none": KeyFiguresNotice(programme=name, figures=(), before=FIGURES[:2]),
        "figures-some": some,
        "figures-all": replace(some, figures=FIGURES, number=3),
        "figures-new": replace(some, part="figure:"),
        "figures-one": form,
        "figures-wrong": replace(
            form, problem=Refusal("figure-number", field="start_value"), raw=WRONG
        ),
        "figures-history": replace(some, part="history", versions=(undone, added)),
        "figures-results": replace(some, part="results", many_results=2, results=RESULTS_SEEN),
        "figures-released": replace(some, many_results=2),
        "figures-version": replace(some, part="version:2", versions=(undone,)),
    }
