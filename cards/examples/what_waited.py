"""What has waited for a day and comes together."""

from __future__ import annotations

from cards.examples.people import MENTEE, MENTOR, PROGRAMME
from mentoring.notices import Notice
from mentoring.usecases.tandem.what_waited import WhatWaitedNotice

KINDS = (
    *("lessons_card", "agreement_card", "question_box", "retrospective_card", "fit_card"),
    *("further_card", "measure_card", "result_card", "follow_up_card", "circle_card"),
    *("sponsor_thanks_card", "sponsor_words_card", "closed"),
)
"""What can wait."""


def what_waited() -> dict[str, Notice]:
    """Two things, each that there may be, and nothing any more."""
    two, every = (tuple((kind, "about") for kind in kinds) for kinds in (KINDS[:2], KINDS))
    return {
        "what-waited": WhatWaitedNotice(MENTOR, PROGRAMME, two),
        "what-waited-every": WhatWaitedNotice(MENTEE, PROGRAMME, every),
        "what-waited-none": WhatWaitedNotice(MENTOR, PROGRAMME, ()),
    }
