"""Owners see who stands where, by name, a page at a time; never themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.usecases.programme.finding_people import find
from mentoring.usecases.programme.needs import Asking, look_at
from mentoring.usecases.programme.people_list import (
    PAGE,
    Listed,
    people_card,
    show,
    turn_to,
)
from mentoring.usecases.programme.whereabouts import Whereabouts
from tests.usecases.company import FIRST, Company, all_of, change, enrol, one, person, put, refused
from tests.usecases.overview import listed
from tests.usecases.ports import chat_of

CHAT = chat_of("otto")


@pytest.fixture
async def many(programmes: Company) -> Company:
    """Sixty people who have enrolled, every tenth of whom has only begun."""
    for number in range(60):
        key = f"p{number:02}"
        await put(programmes.first, "people", person(key))
        made = await enrol(programmes.first, Role.MENTEE, key)
        if number % 10 == 0:
            await change(programmes.first, "enrolments", made.id, state=EnrolmentState.BEGUN)
    return programmes


class TestPages:
    """What is read is one page of one state, in the order of the names."""

    async def test_a_page_has_the_next_names(self, many: Company) -> None:
        found = await listed(many.first, page=1)
        assert [each.name for each in found.people] == [f"P{n}" for n in range(PAGE, 2 * PAGE)]
        assert (found.many, found.pages) == (60, 3)

    async def test_a_page_that_no_longer_exists_is_the_last_one(self, many: Company) -> None:
        found = await listed(many.first, page=9)
        assert (found.page, len(found.people)) == (2, 10)

    async def test_one_state_alone(self, many: Company) -> None:
        found = await listed(many.first, view=Whereabouts.BEGUN)
        assert [each.name for each in found.people] == [f"P{n}0" for n in range(6)]
        assert found.totals == {Whereabouts.BEGUN: 6, Whereabouts.DONE: 54}

    async def test_each_is_listed_once_with_all_their_roles(self, programmes: Company) -> None:
        for role in Role:
            await enrol(programmes.first, role, "eva")
        roles = dict.fromkeys(Role, Whereabouts.DONE)
        assert (await listed(programmes.first)).people == (Listed("Eva", roles),)


class TestReaders:
    """Whoever reads it is not in it."""

    async def test_nobody_sees_themselves(self, programmes: Company) -> None:
        await enrol(programmes.first, Role.MENTEE, "eva")
        found = await listed(programmes.first, "eva")
        assert (found.people, found.many, found.totals) == ((), 0, {})

    async def test_in_the_channel_no_owner_is_listed(self, programmes: Company) -> None:
        for key in ("eva", "ada"):
            await enrol(programmes.first, Role.MENTEE, key)
        home = await one(programmes.unbound, "programmes", "p1")
        await put(programmes.unbound, "programmes", replace(home, owners=("otto", "eva")))
        found = await listed(programmes.first, "otto", conversation="19:owners")
        assert ([each.name for each in found.people], found.private) == (["Ada"], False)

    async def test_owners_of_another_programme_see_nobody_of_it(self, many: Company) -> None:
        assert (await listed(many.second)).people == ()


class TestShowing:
    """The list is put before whoever asks, and turned in place."""

    async def test_another_page_or_state_is_shown_in_the_same_card(self, many: Company) -> None:
        await many.first.run(show, "otto", CHAT)
        (posting,) = await all_of(many.first, "postings", kind=people_card.name)
        await many.first.run(turn_to, posting.id, Whereabouts.DONE, 1)
        turned = await one(many.first, "postings", posting.id)
        assert (turned.subject_id, turned.view, turned.page) == (FIRST, "done", 1)

    async def test_a_card_about_something_else_is_not_turned(self, many: Company) -> None:
        with refused("stale"):
            await many.first.run(turn_to, "none", None, 1)

    async def test_whom_nothing_reaches_is_looked_at_first(self, many: Company) -> None:
        asking = Asking("otto", CHAT, frozenset())
        await many.first.run(look_at, "unreachable", asking)
        (posting,) = await all_of(many.first, "postings", kind=people_card.name)
        assert posting.view == Whereabouts.UNREACHABLE


@pytest.mark.parametrize("application", [Application.OPEN, Application.ACCEPTED])
async def test_who_came_uninvited_is_marked(programmes: Company, application: Application) -> None:
    """In the role in which they did."""
    for role in Role:
        await enrol(programmes.first, role, "eva")
    await change(programmes.first, "enrolments", f"{FIRST}:mentor:eva", application=application)
    [eva] = (await listed(programmes.first)).people
    assert eva.uninvited == {Role.MENTOR}


@pytest.mark.parametrize(
    ("state", "like"),
    [
        (EnrolmentState.WITHDRAWN, EnrolmentState.BEGUN),
        (EnrolmentState.DECLINED, EnrolmentState.INVITED),
    ],
)
async def test_of_who_was_accepted_no_mark_tells_that_they_have_left(
    programmes: Company, state: EnrolmentState, like: EnrolmentState
) -> None:
    """In the list, and if owners look for them."""
    eva = await enrol(programmes.first, Role.MENTOR, "eva")
    told = []
    for each in (state, like):
        fields = {"application": Application.ACCEPTED, "state": each}
        await change(programmes.first, "enrolments", eva.id, **fields)
        found = await find(programmes.first, "otto", "Eva")
        told.append(((await listed(programmes.first)).people, found))
    assert told[0] == told[1]
