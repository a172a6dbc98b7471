"""Every card that there is, in each of its states, by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cards.examples.agreement import agreements
from cards.examples.certificate import certificates
from cards.examples.circles import circles
from cards.examples.closing import closings, kickoffs
from cards.examples.enrolment import enrolments
from cards.examples.fit import fits
from cards.examples.follow_up import follow_ups
from cards.examples.further import further
from cards.examples.going import goings
from cards.examples.key_figures import key_figures
from cards.examples.kits import kits, lessons
from cards.examples.launch import findings, launches
from cards.examples.matching import proposals
from cards.examples.measurement import measures
from cards.examples.offers import offers
from cards.examples.overview import overview
from cards.examples.owners import owners
from cards.examples.polls import polls
from cards.examples.question_box import boxes
from cards.examples.results import results
from cards.examples.retrospective import retrospectives
from cards.examples.road_map import road_maps
from cards.examples.seldom import seldom
from cards.examples.settings import settings_cards
from cards.examples.sponsor_thanks import sponsor_thanks
from cards.examples.trial import trials
from cards.examples.what_waited import what_waited
from mentoring.notices import Notice


@cache
def examples() -> Mapping[str, Notice]:
    """What they show; made once a process, when somebody asks for it."""
    usual = _usual()
    return {**usual, **seldom(usual)}


def _usual() -> dict[str, Notice]:
    return {
        **enrolments(),
        **offers(),
        **polls(),
        **owners(),
        **overview(),
        **boxes(),
        **agreements(),
        **road_maps(),
        **results(),
        **retrospectives(),
        **measures(),
        **certificates(),
        **fits(),
        **follow_ups(),
        **further(),
        **sponsor_thanks(),
        **goings(),
        **key_figures(),
        **kits(),
        **lessons(),
        **proposals(),
        **launches(),
        **kickoffs(),
        **circles(),
        **closings(),
        **findings(),
        **settings_cards(),
        **trials(),
        **what_waited(),
    }
