"""Where people stand, as owners may see it: each in one state, which the database finds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.usecases.enrolment import reminders
from mentoring.usecases.enrolment.applying import Yes
from mentoring.usecases.enrolment.enrolment import not_now, take_part, withdraw
from mentoring.usecases.enrolment.entrance import apply
from mentoring.usecases.programme.whereabouts import Counts, Standing, Whereabouts
from tests.usecases.company import FIRST, NOW, Company, change, enrol, one, put, remove
from tests.usecases.overview import status_of, where_people_are
from tests.usecases.ports import chat_of

SOON = NOW + timedelta(days=5)


async def asked(
    company: Company, key: str, state: EnrolmentState, role: Role = Role.MENTEE
) -> None:
    made = await enrol(company.first, role, key)
    await change(company.first, "enrolments", made.id, state=state)


async def paired(company: Company, state: TandemState, **more: object) -> None:
    for key, role in (("eva", Role.MENTEE), ("jan", Role.MENTOR)):
        await asked(company, key, EnrolmentState.DONE, role)
    made = Tandem("p1c1.t-1", 1, "", "jan", "eva", state, NOW, SOON)
    await put(company.first, "tandems", replace(made, **more))  # type: ignore[arg-type]  # fields by name


async def counts(company: Company, *readers: str) -> Counts:
    return await company.first.read(
        lambda uow, moment: Standing(uow, moment, frozenset(readers)).counts()
    )


@pytest.mark.parametrize(
    ("state", "like", "seen"),
    [
        (EnrolmentState.DECLINED, EnrolmentState.INVITED, "invited"),
        (EnrolmentState.WITHDRAWN, EnrolmentState.BEGUN, "begun"),
    ],
)
async def test_nobody_sees_who_said_no(
    programmes: Company, state: EnrolmentState, like: EnrolmentState, seen: str
) -> None:
    await asked(programmes, "eva", state)
    await asked(programmes, "ada", like)
    assert await where_people_are(programmes.first) == {seen: ("Ada", "Eva")}


async def test_people_are_counted_by_role_and_state(programmes: Company) -> None:
    await asked(programmes, "eva", EnrolmentState.BEGUN)
    await asked(programmes, "ada", EnrolmentState.DONE)
    await asked(programmes, "jan", EnrolmentState.DONE, Role.MENTOR)
    expected = {Role.MENTEE: {"begun": 1, "done": 1}, Role.MENTOR: {"done": 1}}
    assert await counts(programmes) == expected


async def test_whoever_stands_in_both_roles_is_one_person(programmes: Company) -> None:
    await asked(programmes, "eva", EnrolmentState.DONE)
    await asked(programmes, "eva", EnrolmentState.INVITED, Role.MENTOR)
    await asked(programmes, "ada", EnrolmentState.INVITED)
    status = await status_of(programmes.first)
    assert (status.figures.asked, status.figures.enrolled) == (2, 1)
    await change(programmes.first, "enrolments", "p1c1:mentor:eva", state=EnrolmentState.DONE)
    status = await status_of(programmes.first)
    assert (status.figures.asked, status.figures.enrolled) == (2, 1)


@pytest.mark.parametrize(
    ("state", "told", "seen"),
    [
        (TandemState.ASKED_MENTOR, False, "offered"),
        (TandemState.RELEASED, False, "offered"),
        (TandemState.RELEASED, True, "waiting"),
        (TandemState.ACCEPTED, False, "in_tandem"),
        (TandemState.LAUNCHED, False, "in_tandem"),
    ],
)
async def test_a_released_offer_looks_open_until_its_round_is_over(
    programmes: Company, state: TandemState, told: bool, seen: str
) -> None:
    await paired(programmes, state, told_left_over=told)
    assert await where_people_are(programmes.first) == {seen: ("Eva", "Jan")}


async def test_after_the_cycle_nobody_waits(programmes: Company) -> None:
    await paired(programmes, TandemState.RELEASED, told_left_over=True)
    await change(programmes.unbound, "cycles", FIRST, state=CycleState.CLOSED)
    assert await where_people_are(programmes.first) == {"done": ("Eva", "Jan")}


async def test_whoever_rests_does_not_wait(programmes: Company) -> None:
    await paired(programmes, TandemState.CLOSED)
    await change(programmes.first, "enrolments", f"{FIRST}:mentee:eva", rests=True)
    assert await where_people_are(programmes.first) == {"done": ("Eva",), "waiting": ("Jan",)}


async def test_a_pause_counts_before_a_tandem_and_ends_with_its_day(programmes: Company) -> None:
    await paired(programmes, TandemState.LAUNCHED)
    await put(programmes.unbound, "absences", Absence("eva", NOW, NOW.date()))
    expected = {"in_tandem": ("Jan",), "paused": ("Eva",)}
    assert await where_people_are(programmes.first) == expected
    programmes.clock.moment = NOW + timedelta(days=1)
    assert await where_people_are(programmes.first) == {"in_tandem": ("Eva", "Jan")}


async def test_whom_nothing_reaches_is_unreachable_whatever_else(programmes: Company) -> None:
    """Met in Teams; what the directory says of an account keeps nobody from their tandem."""
    await paired(programmes, TandemState.LAUNCHED)
    for key, hindrance in (("eva", "blocked"), ("jan", "guest")):
        known = (await one(programmes.first, "people", key)).profile
        await change(programmes.first, "people", key, profile=replace(known, hindrance=hindrance))
    expected = {"unreachable": ("Eva",), "in_tandem": ("Jan",)}
    assert await where_people_are(programmes.first) == expected


async def test_owners_of_one_programme_see_nobody_of_another(programmes: Company) -> None:
    await paired(programmes, TandemState.LAUNCHED)
    assert await where_people_are(programmes.second) == {}


async def test_those_who_read_it_are_neither_named_nor_counted(programmes: Company) -> None:
    """issue 12, P12: whether an offer of one's own is open is for its own card to say.

    Issue 14: nor does the other one stand there with an open offer, beside no open offer at all in
    *status*: that would name them before they may be known.
    """
    await paired(programmes, TandemState.ASKED_MENTOR)
    assert await where_people_are(programmes.first, "eva") == {"done": ("Jan",)}
    found = await counts(programmes, "eva", "otto")
    assert found == {Role.MENTEE: {}, Role.MENTOR: {Whereabouts.DONE: 1}}


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize(
    "state", [TandemState.ASKED_MENTOR, TandemState.ASKED_MENTEE, TandemState.RELEASED]
)
async def test_a_reader_sees_the_other_one_as_if_nobody_had_been_offered_to_them(
    programmes: Company, state: TandemState, told: bool
) -> None:
    """Neither that there is an offer, nor, once its round is over, that nothing came of it."""
    await asked(programmes, "ada", EnrolmentState.DONE, Role.MENTOR)
    await paired(programmes, state, told_left_over=told)
    seen = await where_people_are(programmes.first, "eva")
    await programmes.first.run(lambda uow, _: uow.tandems.delete("p1c1.t-1"))
    assert seen == await where_people_are(programmes.first, "eva") == {"done": ("Ada", "Jan")}


async def test_a_readers_partner_in_another_offer_stands_with_that_one(programmes: Company) -> None:
    await paired(programmes, TandemState.ASKED_MENTOR)
    other = Tandem("p1c1.t-2", 2, "", "jan", "ada", TandemState.ASKED_MENTOR, NOW, SOON)
    await put(programmes.first, "tandems", other)
    assert await where_people_are(programmes.first, "eva") == {"offered": ("Jan",)}


async def test_somebody_in_both_roles_stands_in_each(programmes: Company) -> None:
    await asked(programmes, "eva", EnrolmentState.BEGUN)
    await asked(programmes, "eva", EnrolmentState.DONE, Role.MENTOR)
    found = await programmes.first.read(lambda uow, m: Standing(uow, m, only=("eva",)).by_person())
    assert found == {"eva": {Role.MENTEE: Whereabouts.BEGUN, Role.MENTOR: Whereabouts.DONE}}


@pytest.mark.parametrize(
    ("state", "there"),
    [
        (TandemState.LAUNCHED, Whereabouts.IN_TANDEM),
        (TandemState.ASKED_MENTOR, Whereabouts.OFFERED),
    ],
)
async def test_a_tandem_in_one_role_says_nothing_of_the_other(
    programmes: Company, state: TandemState, there: Whereabouts
) -> None:
    """Issue 14: whoever still waited as a mentee stood in a tandem twice."""
    await asked(programmes, "jan", EnrolmentState.DONE)
    await asked(programmes, "jan", EnrolmentState.DONE, Role.MENTOR)
    await put(programmes.first, "tandems", Tandem("t", 1, "", "jan", "eva", state, NOW, SOON))
    found = await programmes.first.read(lambda uow, m: Standing(uow, m, only=("jan",)).by_person())
    assert found == {"jan": {Role.MENTOR: there, Role.MENTEE: Whereabouts.DONE}}


async def test_each_person_is_in_exactly_one_state_in_each_role(programmes: Company) -> None:
    """Whatever comes together, nobody is counted twice, and nobody gets lost."""
    for enrolled, state, away in product(EnrolmentState, (*TandemState, None), (False, True)):
        await asked(programmes, "eva", enrolled)
        await remove(programmes.first, "tandems", "p1c1.t-1")
        await remove(programmes.first, "absences", "eva")
        if state:
            tandem = Tandem("p1c1.t-1", 1, "", "jan", "eva", state, NOW, SOON)
            await put(programmes.first, "tandems", tandem)
        if away:
            await put(programmes.first, "absences", Absence("eva", NOW, NOW.date()))
        found = await counts(programmes)
        assert sum(found[Role.MENTEE].values()) == 1


async def applied(company: Company, state: EnrolmentState, application: Application) -> None:
    made = await enrol(company.first, Role.MENTOR, "jan")
    await change(company.first, "enrolments", made.id, state=state, application=application)


@pytest.mark.parametrize(
    ("state", "application", "seen"),
    [
        (EnrolmentState.DONE, Application.OPEN, {"applied": ("Jan",)}),
        (EnrolmentState.BEGUN, Application.OPEN, {"begun": ("Jan",)}),
        (EnrolmentState.DONE, Application.ACCEPTED, {"done": ("Jan",)}),
        (EnrolmentState.WITHDRAWN, Application.ACCEPTED, {"begun": ("Jan",)}),
        (EnrolmentState.WITHDRAWN, Application.OPEN, {"begun": ("Jan",)}),
    ],
)
async def test_whoever_came_by_themselves_waits_for_owners(
    programmes: Company,
    state: EnrolmentState,
    application: Application,
    seen: dict[str, tuple[str, ...]],
) -> None:
    await applied(programmes, state, application)
    assert await where_people_are(programmes.first) == seen


@pytest.mark.parametrize("state", [EnrolmentState.INVITED, EnrolmentState.DECLINED])
async def test_nobody_sees_who_has_only_looked_at_the_call(
    programmes: Company, state: EnrolmentState
) -> None:
    await applied(programmes, state, Application.OPEN)
    assert await where_people_are(programmes.first) == {}


UNDER_18 = Programme(under_18=True, apply_as=("mentee",))
EVA = f"{FIRST}:mentee:eva"


@pytest.mark.parametrize("application", list(Application))
@pytest.mark.parametrize("back", ["card", "call"])
async def test_whoever_leaves_what_they_have_begun_looks_so_all_the_time(
    programmes: Company, application: Application, back: str
) -> None:
    """Issue 12: who looked invited again, or was gone from the lists, had withdrawn. Whoever comes
    back reads what is asked before, may say *not now* to it, and come back once more.
    """
    await programmes.set_up(UNDER_18)
    await asked(programmes, "eva", EnrolmentState.BEGUN)
    await change(programmes.first, "enrolments", EVA, application=application)
    steps: dict[str, Callable[[], Awaitable[object]]] = {
        "withdraw": lambda: programmes.first.run(withdraw, EVA, "eva"),
        "card": lambda: programmes.first.run(take_part, EVA, "eva"),
        "call": lambda: apply(programmes.first, "eva", Role.MENTEE, chat_of("eva"), "call"),
        "no": lambda: programmes.first.run(not_now, EVA, "eva"),
        "yes": lambda: programmes.first.run(take_part, EVA, "eva", Yes(of_age=True)),
    }
    for each in ("withdraw", back, "no", back, "yes", "withdraw"):
        await steps[each]()
        reminded = await programmes.first.read(lambda uow, _: reminders._counted(uow))
        seen = await where_people_are(programmes.first)
        assert (each, reminded, seen) == (each, 1, {"begun": ("Eva",)})
