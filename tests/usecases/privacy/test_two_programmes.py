"""Whoever takes part in two programmes reads in *my data* what each of them holds, in its own words
and with its own time; and is told that *delete me* is about both.
"""

from __future__ import annotations

import json
from functools import partial

import pytest

from bot.seen import seen_now
from cards.catalogue import render
from cards.kit.documents import document_of
from cards.kit.words import Words
from cards.privacy.telling import Told, about, intro, others, told
from mentoring.domain.cycle import CycleKind
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Contact, Programme, Retention
from mentoring.domain.questionnaire import Competence, Wishes
from mentoring.domain.topics import Topic
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.privacy import delete_me
from mentoring.usecases.privacy.delete_me import ErasureNotice
from mentoring.usecases.privacy.my_data import MyDataNotice
from mentoring.usecases.programme.registration import register
from tests.answers import GERMAN, WISH
from tests.usecases.company import (
    FIRST,
    NOW,
    OTHER,
    SECOND,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    hidden,
    one,
    refused,
    shown,
)

EN, DE, SIE = Words("en"), Words("de"), Words("de", formal=True)
VOICES = (EN, DE, SIE)
GRAIN = Topic(id="grain", names={"en": "Grain", "de": "Getreide"})


@pytest.fixture
async def both(company: Company) -> Company:
    """Eva wants something else in each of the two; in the south half a year is enough, and it has
    a topic of its own.
    """
    settings = Programme(name="Tandem Süd", topics=(GRAIN,), retention=Retention(months=6))
    await company.store.run(lambda uow: register(uow, NOW, ["owners-2"], {"owners-2": settings}))
    await enrol(company.first, Role.MENTEE, "eva", GERMAN, WISH)
    await enrol(company.second, Role.MENTEE, "eva", GERMAN, Wishes("grain"))
    return company


async def of(company: Company, who: str = "eva") -> MyDataNotice:
    found: MyDataNotice = await shown(company.first, "my_data", who, who)
    return found


async def asked(company: Company, who: str) -> ErasureNotice:
    found: ErasureNotice = await shown(company.first, "erasure", who, who)
    return found


def of_purpose(notice: MyDataNotice, purpose: str, words: Words = EN) -> list[Told]:
    said = words.text(f"held-{purpose}")
    return [each for each in told(notice, words) if each.purpose.endswith(said)]


class TestMyData:
    """What is held, programme by programme."""

    async def test_it_is_told_which_programme_holds_what(self, both: Company) -> None:
        """Both were *cycle 1*, one below the other, and what was alike in both stood once."""
        north, south = of_purpose(await of(both), "answers-topics")
        assert north.purpose.startswith("Tandem Nord: ")
        assert south.purpose.startswith("Tandem Süd: ")
        wishes = ("Artificial intelligence", "Grain")
        for each, wish in zip((north, south), wishes, strict=True):
            assert [name for name in wishes if name in each.lines[0]] == [wish]

    async def test_what_is_alike_in_both_stands_in_both(self, both: Company) -> None:
        north, south = of_purpose(await of(both), "enrolment")
        assert north.lines == south.lines

    async def test_what_belongs_to_none_stands_once_and_names_none(self, both: Company) -> None:
        [found] = of_purpose(await of(both), "directory")
        assert found.purpose == EN.text("held-directory")

    async def test_each_keeps_it_as_long_as_its_owners_say(self, both: Company) -> None:
        """The south keeps for half a year who was with whom, and read so: *24 months*."""
        await enrol(both.first, Role.MENTOR, "jan", GERMAN)
        await enrol(both.second, Role.MENTOR, "jan", GERMAN)
        north, south = of_purpose(await of(both, "jan"), "tandem")
        assert ("24 months" in north.meta, "6 months" in south.meta) == (True, True)

    async def test_where_one_rolls_and_the_other_ends(self, both: Company) -> None:
        await change(both.second, "cycles", SECOND, kind=CycleKind.ROLLING)
        north, south = of_purpose(await of(both), "answers-topics")
        assert "half a year" not in north.meta
        assert "half a year" in south.meta

    async def test_so_it_is_with_what_is_only_named(self, both: Company) -> None:
        """Where both keep it equally long, it is named once."""
        found = [each.meta for each in others(await of(both), EN)]
        assert len(found) == len(others(await shown(both.first, "my_data", "dora", "dora"), EN))
        assert [each for each in found if "Tandem Süd: Kept: until 6 months" in each]
        assert [each for each in found if "Tandem Süd" not in each]

    @pytest.mark.parametrize("words", VOICES)
    async def test_card_and_file_name_both(self, both: Company, words: Words) -> None:
        notice = await of(both)
        assert EN.listed(["Tandem Nord", "Tandem Süd"]) in intro(notice, EN)
        for text in (intro(notice, words), about(notice, words)):
            assert "Tandem Nord" in text
            assert "Tandem Süd" in text
        assert intro(notice, words).split(", ", 1)[1] in document_of(notice, words).data.decode()

    async def test_of_one_programme_none_is_named(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva", GERMAN, WISH)
        notice = await of(company)
        assert not any("Tandem Nord" in each.purpose for each in told(notice, EN))
        assert EN.text("my-data-intro", name="Eva") == intro(notice, EN)

    async def test_who_is_in_the_other_alone_reads_its_words(self, both: Company) -> None:
        """The card of the first programme is about what the second one holds."""
        await enrol(both.second, Role.MENTEE, "dora", GERMAN, Wishes("grain"))
        notice = await of(both, "dora")
        [found] = of_purpose(notice, "answers-topics")
        assert "Grain" in found.lines[0]
        assert "Tandem Süd" in about(notice, EN)

    async def test_an_owner_of_one_reads_of_themselves_alone(self, both: Company) -> None:
        """Otto owns the north; with another one's id he sees nothing, in neither programme."""
        for world in (both.first, both.second):
            assert await hidden(world, "my_data", "eva", "otto") == "not-yours"


class TestErasing:
    """*Delete me* is about all programmes, *withdraw* about one."""

    async def test_it_says_that_it_is_about_both(self, both: Company) -> None:
        assert (await asked(both, "eva")).programmes == ("Tandem Nord", "Tandem Süd")

    async def test_of_one_there_is_nothing_to_tell_apart(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva", GERMAN)
        notice = await asked(company, "eva")
        assert EN.text("erasure-several", programmes="Tandem Nord")[:20] not in said(notice, EN)

    @pytest.mark.parametrize("words", VOICES)
    async def test_both_are_named_on_the_card(self, both: Company, words: Words) -> None:
        names = words.listed(["Tandem Nord", "Tandem Süd"])
        assert words.text("erasure-several", programmes=names) in said(
            await asked(both, "eva"), words
        )

    async def test_no_single_programme_stands_above_it(self, both: Company) -> None:
        """*Tandem Nord* stood above a card that erases in all."""
        for kind, subject, above in (
            ("my_data", "eva", ""),
            ("erasure", "eva", ""),
            ("enrolment", "p1c1:mentee:eva", "Tandem Nord"),
        ):
            card = Posting("a card", kind, subject, "eva", cycle_id=FIRST)
            seen = await both.first.read(partial(seen_now, posting=card, several=True))
            assert seen.programme == above

    async def test_whoever_stands_for_the_other_programme_reads_it_too(self, both: Company) -> None:
        settings = Programme(name="Tandem Süd", contact=Contact(email="dora@firma.example"))
        files = {"owners-2": settings}
        await both.store.run(lambda uow: register(uow, NOW, ["owners-2"], files))
        assert (await asked(both, "dora")).named

    async def test_it_ends_the_tandems_of_both(self, both: Company) -> None:
        await both.first.run(delete_me.confirm, "jan")
        asked = await all_of(both.unbound, "effects", kind="end_one", done=False)
        assert {(each.cycle_id, each.subject_id) for each in asked} == {
            ("p1c1", TANDEM),
            ("p2c1", OTHER),
        }

    async def test_what_only_they_have_seen_is_gone_from_both(self, both: Company) -> None:
        for world in (both.first, both.second):
            await enrol(world, Role.MENTEE, "eva", GERMAN, WISH, Competence(4))
        await both.first.run(delete_me.confirm, "eva")
        found = await all_of(both.unbound, "enrolments", person_id="eva")
        assert [each.answers.own.standing for each in found] == [None, None]


class TestLeavingOne:
    """Whoever withdraws from one programme is in the other as before."""

    async def test_the_answers_of_the_other_stay(self, both: Company) -> None:
        [mine] = await all_of(both.first, "enrolments", person_id="eva")
        await both.first.run(enrolment.withdraw, mine.id, "eva")
        [other] = await all_of(both.second, "enrolments", person_id="eva")
        assert other.answers.own.wishes == Wishes("grain")
        assert other.state == "done"

    async def test_the_other_programmes_tandem_runs_on(self, both: Company) -> None:
        await enrol(both.first, Role.MENTOR, "jan", GERMAN)
        await enrol(both.second, Role.MENTOR, "jan", GERMAN)
        [mine] = await all_of(both.first, "enrolments", person_id="jan")
        await both.first.run(enrolment.withdraw, mine.id, "jan")
        await catch_up(both.unbound)
        asked = await all_of(both.unbound, "effects", kind="end_one", done=False)
        assert [each.subject_id for each in asked] == [TANDEM]
        assert (await one(both.second, "tandems", OTHER)).state == "launched"

    async def test_nobody_withdraws_through_the_other_programme(self, both: Company) -> None:
        [mine] = await all_of(both.first, "enrolments", person_id="eva")
        with refused("gone"):
            await both.second.run(enrolment.withdraw, mine.id, "eva")


def said(notice: ErasureNotice, words: Words) -> str:
    return json.dumps(render(notice, words).content, ensure_ascii=False)
