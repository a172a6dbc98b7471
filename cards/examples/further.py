"""Whether the two would like more sessions."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, MENTOR, PROGRAMME, TANDEM
from mentoring.domain.further import GoingOn
from mentoring.notices import Notice
from mentoring.usecases.tandem.further import FurtherNotice


def further() -> dict[str, Notice]:
    """Asked of both, each answer, both would, and after the end."""
    mentor = FurtherNotice(TANDEM, MENTOR, MENTEE, PROGRAMME)
    mentee = replace(mentor, viewer=MENTEE, partner=MENTOR)
    return {
        "further-mentor": mentor,
        "further-yes": replace(mentee, said=GoingOn.YES),
        "further-no": replace(mentor, said=GoingOn.NO),
        "further-agreed": replace(mentee, said=GoingOn.YES, agreed=True),
        "further-booked": replace(mentor, said=GoingOn.YES, agreed=True, times="booked"),
        "further-none": replace(mentee, said=GoingOn.YES, agreed=True, times="none"),
        "further-over": replace(mentee, is_over=True),
    }
