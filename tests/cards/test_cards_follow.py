"""A card follows whatever it shows: what its view reads is what it says that it depends on, and
each change is followed.
"""

from __future__ import annotations

from typing import Any

import pytest

import bot.app  # noqa: F401 - every view registers itself
from mentoring.domain.cycle import (
    Cycle,
    RegisteredProgramme,
    SettingsVersion,
)
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.file import FileOffer
from mentoring.domain.intervention import Intervention
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.launch import Launch
from mentoring.domain.match_run import OwnerDecision
from mentoring.domain.measurement.key_figures import KeyFigures
from mentoring.domain.pair import Pair
from mentoring.domain.people import Person
from mentoring.domain.poll import Poll
from mentoring.domain.posting import Posting
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.domain.undoing import TakenBack
from mentoring.domain.upkeep import Effect, Fact
from mentoring.domain.watching import Absence
from mentoring.notices import VIEWS, Scene
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.unit import ENTITIES
from mentoring.usecases.common.showing import depends
from tests.cards.following import FOLLOWED, cards, store, world

__all__ = ["store", "world"]

NEVER = "what it shows of them never changes"
COUNTED = "counted when the tandem is launched, and a receipt stays what it was"
COUNTED_ANEW = "a preview's number of sessions, counted again whenever somebody looks"
MADE_ANEW = "with it comes the tandem as which the same two stand ready again, which is followed"
OVER_BY_THEN = "as what the two go on, once their tandem is over, which is followed"
RULES = "which rule shuts somebody out, looked at again whenever somebody looks"
CARRIED_OUT = "which lock has been carried out, looked at again whenever somebody looks"
MEANT: dict[str, dict[type, str]] = {
    "applications_card": {
        Fact: "noted where an application ends, which is followed",
        OwnerDecision: RULES,
    },
    "result_card": {
        Tandem: NEVER,
        Posting: "whether one was thanked, which stays so",
        KeyFigures: "what may be chosen, looked at again whenever somebody looks",
    },
    "key_figures_card": {Cycle: "which cycles came before, which never changes"},
    "clearance_card": {
        Tandem: "who is in one already, looked at again whenever somebody looks: a card drawn anew "
        "loses what an owner has ticked",
    },
    "settings_card": {SettingsVersion: NEVER},
    "enrolment": {Fact: "when the last day was removed, noted where the cycle has none any more"},
    "texts_card": {SettingsVersion: NEVER, Fact: "a draft, which its writer's press shows"},
    "matching": {Tandem: CARRIED_OUT, Pair: CARRIED_OUT},
    "lessons_card": {Enrolment: "whose it is, and in which role, which never changes"},
    "needs_help": {Tandem: NEVER},
    "closed": {Tandem: NEVER, Session: NEVER, Poll: NEVER},
    "certificate_card": {Session: NEVER, KitChoice: NEVER},
    "certificate_file": {
        Tandem: NEVER,
        Session: NEVER,
        KitChoice: NEVER,
        Enrolment: "what was made is a sheet of paper of that day",
    },
    "correction_card": {
        Posting: "whether it has arrived, looked at again whenever somebody looks",
        OwnerDecision: RULES,
    },
    "ended_card": {Tandem: NEVER},
    "history_card": {Cycle: "which the programme has had; in a new one nothing is done yet"},
    "given_up_card": {Cycle: "which the programme has had; of a new one nothing is given up yet"},
    "session": {TakenBack: OVER_BY_THEN},
    "poll": {TakenBack: OVER_BY_THEN},
    "deputy": {TakenBack: OVER_BY_THEN},
    "intervention_card": {Session: COUNTED_ANEW, TakenBack: OVER_BY_THEN},
    "one_tandem_card": {Session: COUNTED_ANEW, TakenBack: OVER_BY_THEN},
    "status_card": {
        Session: COUNTED_ANEW,
        Effect: "counted again whenever somebody looks",
        Fact: "whether the directory refuses, looked at again whenever somebody looks",
        Intervention: "whether what was found is decided by an end, looked at again likewise",
        TakenBack: MADE_ANEW,
    },
    "next_cycle": {TakenBack: MADE_ANEW, OwnerDecision: RULES},
    "tandems_card": {TakenBack: MADE_ANEW},
    "undoing_card": {Session: COUNTED_ANEW, Launch: "its first day, which never changes"},
    "launch_undone_card": {Tandem: NEVER, TakenBack: NEVER},
    "closing": {
        Session: "a preview's number of sessions, counted again whenever a tandem changes or "
        "somebody looks",
        Poll: "how many of these are further ones, likewise",
    },
    "handover_card": {Session: COUNTED_ANEW},
    "partner_away": {Posting: "the card's own"},
    "launch": {Session: COUNTED},
    "receipt": {
        Enrolment: "when something was erased stays as it was",
        Tandem: "whether there was one, which is over by then",
    },
    "erasure": {
        Tandem: "whether one runs is said when it is asked, and looked at again then",
        **dict.fromkeys((Enrolment, Cycle), "which programmes have asked one, likewise"),
        **dict.fromkeys((RegisteredProgramme, SettingsVersion), "who stands for one, likewise"),
    },
    "file_link": {FileOffer: NEVER},
    "what_waited_card": {
        row: "whether a line still says something, looked at again whenever somebody looks"
        for row in ENTITIES.values()
        if row not in {Fact, Person}
    },
    "my_data": {
        row: "as it was when somebody asked; shown anew when something is erased"
        for row in ENTITIES.values()
        if row not in {Enrolment, Person, Tandem}
    },
}
"""What a view reads and does not follow, and why.

People: a chosen language shows all their cards anew, a new name waits.
"""


class Reading:
    """A unit of work that notes which kinds of rows are looked at."""

    def __init__(self, uow: UnitOfWork, seen: set[type]) -> None:
        self._uow, self._seen = uow, seen

    def __getattr__(self, name: str) -> Any:
        if name in ENTITIES:
            self._seen.add(ENTITIES[name])
        return (
            Reading(self._uow.everywhere, self._seen)
            if name == "everywhere"
            else getattr(self._uow, name)
        )


@pytest.mark.parametrize("kind", sorted(VIEWS))
async def test_what_a_card_shows_is_what_it_follows(kind: str, world: World) -> None:
    read: set[type] = set()
    for posting in await cards(world, kind):
        await world.of(posting.cycle_id).read(looked_at, posting, read)
    followed = {row for view, row in FOLLOWED if view == kind}
    missing = read - followed - {Person} - set(MEANT.get(kind, ()))
    assert not missing, (
        f"say in @depends of {VIEWS[kind].read.__name__} in which cards they show, or in MEANT why "
        "not"
    )
    assert not followed & set(MEANT.get(kind, ()))


def looked_at(uow: UnitOfWork, moment: Moment, posting: Posting, read: set[type]) -> None:
    try:
        VIEWS[posting.kind].read(Reading(uow, read), Scene(posting, moment))
    except Refusal:
        return


def test_a_view_says_once_what_it_depends_on() -> None:
    with pytest.raises(ValueError, match="depends on Absence twice"):
        depends(VIEWS["absence"], Absence)(lambda _uow, change: [change.row.id])
