"""``find`` tells of one person what owners may know, and keeps nothing of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Notice
from mentoring.usecases.programme.finding_people import (
    MOST,
    EachNotice,
    PersonNotice,
    SeveralNotice,
    UnaskedNotice,
    find,
)
from mentoring.usecases.programme.people_list import Listed
from mentoring.usecases.programme.whereabouts import Whereabouts
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    person,
    profile,
    put,
    refused,
)

EVA = {Role.MENTEE: Whereabouts.IN_TANDEM}


async def found(company: Company, said: str, owner: str = "otto") -> Notice:
    return await find(company.first, owner, said)


@pytest.fixture
async def paired(company: Company) -> Company:
    """Jan and Eva are enrolled, and their tandem runs."""
    await enrol(company.first, Role.MENTEE, "eva")
    await enrol(company.first, Role.MENTOR, "jan")
    return company


class TestSomebody:
    """State, role, tandem: what the lists say of them."""

    @pytest.mark.parametrize("said", ["Eva", "eva", "Dr. Eva", "eva@firma.example", '"Eva";'])
    async def test_is_found_however_they_are_named(self, paired: Company, said: str) -> None:
        expected = PersonNotice(Listed("Eva", EVA), ((1, "Jan"),))
        assert await found(paired, said) == expected

    async def test_a_no_looks_like_an_open_invitation(self, programmes: Company) -> None:
        made = await enrol(programmes.first, Role.MENTEE, "eva")
        await change(programmes.first, "enrolments", made.id, state=EnrolmentState.DECLINED)
        assert await found(programmes, "Eva") == PersonNotice(
            Listed("Eva", {Role.MENTEE: Whereabouts.INVITED})
        )

    async def test_an_offer_is_told_with_the_rounds_last_day_and_no_name(
        self, programmes: Company
    ) -> None:
        await enrol(programmes.first, Role.MENTEE, "eva")
        until = NOW + timedelta(days=5)
        asked = Tandem("t", 1, "", "jan", "eva", TandemState.ASKED_MENTOR, NOW, until)
        later = replace(asked, id="t2", mentee_id="ada", round_ends_at=until + timedelta(days=1))
        await put(programmes.first, "tandems", asked, later)
        expected = Listed("Eva", {Role.MENTEE: Whereabouts.OFFERED})
        told = PersonNotice(expected, (), later.round_ends_at.date())
        assert await found(programmes, "Eva") == told

    async def test_why_nothing_reaches_them(self, programmes: Company) -> None:
        made = await enrol(programmes.first, Role.MENTEE, "eva")
        await change(programmes.first, "enrolments", made.id, state=EnrolmentState.UNREACHABLE)
        away = replace(profile("eva"), hindrance="not-listed")
        await change(programmes.first, "people", "eva", profile=away)
        expected = Listed("Eva", {Role.MENTEE: Whereabouts.UNREACHABLE}, "not-listed")
        assert await found(programmes, "Eva") == PersonNotice(expected)

    async def test_whose_tandem_has_ended_rests_in_that_role(self, paired: Company) -> None:
        await change(paired.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await change(paired.first, "enrolments", f"{FIRST}:mentee:eva", rests=True)
        told = await found(paired, "Eva")
        assert isinstance(told, PersonNotice)
        assert (told.rests, told.is_over) == ((Role.MENTEE,), False)

    @pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
    async def test_a_former_partner_reads_nothing_of_another_tandem(
        self, paired: Company, role: Role
    ) -> None:
        """Whether Eva has asked for another partner is for Jan, who had her as his, not to know."""
        them, owner = ("eva", "jan") if role is Role.MENTEE else ("jan", "eva")
        await change(paired.first, "tandems", TANDEM, state=TandemState.CLOSED)
        told = []
        for rests in (True, False):
            await change(paired.first, "enrolments", f"{FIRST}:{role}:{them}", rests=rests)
            told.append(await found(paired, them, owner))
        [one, another] = told
        assert isinstance(one, PersonNotice)
        assert (one.rests, one) == ((role,), another)

    @pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
    async def test_nor_where_the_other_one_has_had_another_tandem_before(
        self, paired: Company, role: Role
    ) -> None:
        """Then *done* and *waiting* told them apart."""
        them, owner = ("eva", "jan") if role is Role.MENTEE else ("jan", "eva")
        over = await one(paired.first, "tandems", TANDEM)
        earlier = replace(over, id="t0", number=0, state=TandemState.CLOSED)
        before = {"mentor_id": "dora"} if role is Role.MENTEE else {"mentee_id": "ada"}
        await put(paired.first, "tandems", replace(earlier, **before))
        await change(paired.first, "tandems", TANDEM, state=TandemState.CLOSED)
        told = []
        for rests in (True, False):
            await change(paired.first, "enrolments", f"{FIRST}:{role}:{them}", rests=rests)
            told.append(await found(paired, them, owner))
        assert told[0] == told[1]
        otto_reads = await found(paired, them)
        assert isinstance(otto_reads, PersonNotice)
        assert Whereabouts.WAITING in otto_reads.person.roles.values()

    async def test_after_the_enrolment_or_the_cycle_nobody_can_enrol(self, paired: Company) -> None:
        """issue 14: reminding was advised where it was refused."""
        for later, expected in (
            ({"enrolment_end": NOW.date()}, (True, False)),
            ({"enrolment_end": NOW.date() - timedelta(days=1)}, (False, False)),
            ({"state": CycleState.CLOSED}, (False, True)),
        ):
            await change(paired.unbound, "cycles", FIRST, **later)
            told = await found(paired, "Eva")
            assert isinstance(told, PersonNotice)
            assert (told.may_enrol, told.is_over) == expected

    async def test_nothing_of_it_is_kept(self, paired: Company) -> None:
        before = [len(await all_of(paired.unbound, kind)) for kind in ("postings", "facts")]
        await found(paired, "Eva")
        assert before == [len(await all_of(paired.unbound, kind)) for kind in ("postings", "facts")]


class TestSeveral:
    """Where a name is not clear, those who may be meant are told apart."""

    @pytest.fixture
    async def evas(self, programmes: Company) -> Company:
        for number in range(MOST + 1):
            key = f"eva{number}"
            known = replace(profile(key, department=f"D{number}"), name=f"Eva {number}")
            await put(programmes.first, "people", person(key, profile=known))
            await enrol(programmes.first, Role.MENTEE, key)
        return programmes

    async def test_they_are_offered_to_choose_from(self, evas: Company) -> None:
        told = await found(evas, "Eva")
        assert isinstance(told, SeveralNotice)
        assert told.people[0] == ("Eva 0", "D0 · eva0@firma.example")
        assert (len(told.people), told.more) == (MOST, True)

    async def test_the_whole_name_is_clear(self, evas: Company) -> None:
        told = await found(evas, "Eva 3")
        assert isinstance(told, PersonNotice)
        assert told.person.name == "Eva 3"

    @pytest.mark.parametrize("state", [EnrolmentState.INVITED, EnrolmentState.DECLINED])
    async def test_nobody_is_among_them_whom_owners_see_nowhere(
        self, paired: Company, state: EnrolmentState
    ) -> None:
        """Who has only looked at the open call, or has let go of it, was told by the choice."""
        other = replace(profile("dora"), name="Dora Ems")
        await put(paired.first, "people", person("dora", profile=other))
        made = await enrol(paired.first, Role.MENTEE, "dora")
        came = {"state": state, "application": Application.OPEN}
        await change(paired.first, "enrolments", made.id, **came)
        await change(paired.first, "people", "eva", profile=replace(profile("eva"), name="Eva Ems"))
        told = await found(paired, "Ems")
        assert isinstance(told, PersonNotice)
        assert told.person.name == "Eva Ems"


class TestMoreThanOne:
    """Issue 12: of two mentions, or two addresses, the first alone was looked up."""

    IDS = ("0f0e0d0c-0000-4000-8000-00000000000a", "0f0e0d0c-0000-4000-8000-00000000000b")

    async def test_of_each_address_is_said_where_its_person_stands(self, paired: Company) -> None:
        told = await found(paired, "Eva <eva@firma.example>; ADA@firma.example")
        eva = PersonNotice(Listed("Eva", EVA), ((1, "Jan"),))
        assert told == EachNotice((eva, UnaskedNotice("ada@firma.example", "Ada")))

    async def test_so_it_is_of_each_mention(self, programmes: Company) -> None:
        for key in self.IDS:
            known = replace(profile(key), name=f"Eva {key[-1]}")
            await put(programmes.first, "people", person(key, profile=known))
            await enrol(programmes.first, Role.MENTEE, key)
        told = await found(programmes, " ".join(f'"Eva" <{key}>;' for key in self.IDS))
        assert isinstance(told, EachNotice)
        names = [each.person.name for each in told.each if isinstance(each, PersonNotice)]
        assert (names, told.more) == (["Eva a", "Eva b"], False)

    async def test_somebody_named_twice_is_one_person(self, paired: Company) -> None:
        told = await found(paired, "eva@firma.example, Eva@firma.example")
        assert isinstance(told, PersonNotice)

    async def test_so_many_are_looked_up_at_once(self, paired: Company) -> None:
        told = await found(paired, ";".join(f"x{each}@firma.example" for each in range(MOST + 1)))
        assert isinstance(told, EachNotice)
        assert (len(told.each), told.more) == (MOST, True)

    async def test_nobody_is_shown_themselves_among_others(self, paired: Company) -> None:
        with refused("find-own"):
            await found(paired, "jan@firma.example; eva@firma.example", owner="eva")


class TestNobody:
    """Who does not take part gets a clear answer."""

    async def test_whom_the_directory_knows(self, programmes: Company) -> None:
        assert await found(programmes, "eva@firma.example") == UnaskedNotice(
            "eva@firma.example", "Eva"
        )

    async def test_whom_nobody_knows(self, programmes: Company) -> None:
        assert await found(programmes, "Niemand") == UnaskedNotice("Niemand")

    async def test_whoever_takes_part_in_another_programme_alone(self, company: Company) -> None:
        await enrol(company.second, Role.MENTEE, "ada")
        assert await found(company, "ada@firma.example") == UnaskedNotice(
            "ada@firma.example", "Ada"
        )

    @pytest.mark.parametrize("said", ["", " ; ", "Dr."])
    async def test_somebody_has_to_be_named(self, programmes: Company, said: str) -> None:
        with refused("find-whom"):
            await found(programmes, said)


class TestOwners:
    """An owner who takes part is shown neither themselves nor their tandem."""

    async def test_nobody_is_shown_themselves(self, paired: Company) -> None:
        with refused("find-own"):
            await found(paired, "Eva", owner="eva")

    async def test_of_ones_partner_one_sees_what_the_lists_say(self, paired: Company) -> None:
        told = await found(paired, "Jan", owner="eva")
        expected = Listed("Jan", {Role.MENTOR: Whereabouts.IN_TANDEM})
        assert told == PersonNotice(expected)

    async def test_of_an_offer_with_oneself_one_sees_nothing(self, paired: Company) -> None:
        """Beside no open offer in *status*, one with him would be one's own."""
        await change(paired.first, "tandems", TANDEM, state=TandemState.ASKED_MENTOR)
        told = await found(paired, "Jan", owner="eva")
        assert told == PersonNotice(Listed("Jan", {Role.MENTOR: Whereabouts.DONE}))

    async def test_the_rounds_last_day_is_not_that_of_ones_own(self, programmes: Company) -> None:
        for role, key in ((Role.MENTEE, "ada"), (Role.MENTOR, "dora")):
            await enrol(programmes.first, role, key)
        theirs = Tandem("t", 1, "", "dora", "ada", TandemState.ASKED_MENTOR, NOW, NOW)
        mine = replace(theirs, id="t2", mentor_id="jan", mentee_id="eva")
        later = replace(mine, round_ends_at=NOW + timedelta(days=5))
        await put(programmes.first, "tandems", theirs, later)
        told = await found(programmes, "Dora", owner="eva")
        assert isinstance(told, PersonNotice)
        assert told.offers_until == NOW.date()
