"""Whether the tandem fits."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, MENTOR, TANDEM, WITH_BOUNDARY
from mentoring.domain.fit import Feeling
from mentoring.notices import Notice
from mentoring.usecases.tandem.fit import FitNotice


def fits() -> dict[str, Notice]:
    """Asked of both, each answer, and after the end."""
    mentor = FitNotice(TANDEM, MENTOR, MENTEE, WITH_BOUNDARY)
    mentee = replace(mentor, viewer=MENTEE, partner=MENTOR)
    return {
        "fit-mentor": mentor,
        "fit-good": replace(mentee, said=Feeling.GOOD),
        "fit-not-sure": replace(mentor, said=Feeling.NOT_SURE),
        "fit-over": replace(mentee, is_over=True),
    }
