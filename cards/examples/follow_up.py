"""What is asked some months after the end."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, NOW, PROGRAMME
from mentoring.domain.measurement.follow_up import AFTER, StillUses, agreed
from mentoring.notices import Notice
from mentoring.usecases.measurement.follow_up import FollowUpNotice


def follow_ups() -> dict[str, Notice]:
    """Open, answered with yes and with no, and over."""
    asked, last = (
        FollowUpNotice(replace(each, asked_at=NOW), PROGRAMME, is_open=True)
        for each in agreed("p1c1:mentee:eva", MENTEE.id, "ai", NOW - AFTER[3], NOW - AFTER[3])
    )
    return {
        "follow-up-asked": asked,
        "follow-up-yes": _said(asked, still=True),
        "follow-up-no": _said(last, still=False),
        "follow-up-over": replace(asked, is_open=False),
        "follow-up-ahead": replace(asked, is_open=False, is_ahead=True),
    }


def _said(notice: FollowUpNotice, *, still: bool) -> FollowUpNotice:
    return replace(notice, found=replace(notice.found, said=StillUses("ai", still)))
