"""What stands in a step stays, whichever button leads away from it: of a voluntary one as its
answer, of a required one as a draft (issue 12, U7, U29).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Position
from mentoring.storage.store import SqlStore
from tests.bot.test_where_others_read import heard, turn
from tests.cards.furnished import furnished, guid

ALONE = {"id": "a:1", "conversationType": "personal"}
TYPED = {"wishes": {"wish_1": "agile", "wish_2": "data"}, "purpose": {"goal": "Mut machen"}}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def enrolled(store: SqlStore, step: str) -> Enrolment:
    key = enrolment_id("p1c1", Role.MENTEE, guid(f"mentee-begun-{step}"))
    return store.read_now(lambda uow: uow.everywhere.enrolments.need(key))


async def presses(store: SqlStore, step: str, verb: str, **data: str) -> None:
    """Whoever is on the step presses, with what stands in its inputs."""
    about = enrolled(store, step)
    card = {"posting": f"enrolment:{about.id}:20261102090000", "enrolment": about.id}
    sent = {"verb": verb, **card, **data, **TYPED[step]}
    await heard(store, turn(about.person_id, ALONE, value=sent))


def kept(store: SqlStore, step: str) -> bool:
    """Whether the step shows what was typed the next time it is opened."""
    answers = enrolled(store, step).answers
    if step == "purpose":
        return answers.purpose is not None and answers.purpose.goal == TYPED[step]["goal"]
    return dict(answers.draft_at(Position.read(step)).typed) == TYPED[step]


@pytest.mark.parametrize("step", TYPED)
@pytest.mark.parametrize("onward", ["about", "summary"])
async def test_by_back_and_by_later(store: SqlStore, step: str, onward: str) -> None:
    assert not kept(store, step)
    await presses(store, step, "enrolment.leave", position=onward, since=step)
    assert enrolled(store, step).position == onward
    assert kept(store, step)


@pytest.mark.parametrize("step", TYPED)
async def test_by_in_english_please(store: SqlStore, step: str) -> None:
    await presses(store, step, "enrolment.language", position=step, language="en")
    about = enrolled(store, step)
    assert about.position == step
    assert store.read_now(lambda uow: uow.people.need(about.person_id).language) == "en"
    assert kept(store, step)
