"""Whom the bot knows, in which language it speaks with them, and whom an input names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.language import language_of
from mentoring.domain.people import UNSAID, Person, Profile, Spoken
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.ports.messenger import Chat
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import (
    MOST_NAMED,
    as_heard,
    choose_language,
    heard,
    meet,
    name_of,
    people_named,
)
from tests.usecases.company import Company, one, person, profile, put, refused
from tests.usecases.ports import chat_of

GERMAN, ENGLISH = Programme(language="de"), Programme(language="en")
GUID = "0f0e0d0c-1111-2222-3333-444455556666"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de", "de"), ("de-AT", "de"), ("DE_de", "de"), ("en-GB", "en"), ("fr-FR", "de"), ("", "de")],
)
def test_a_language_that_the_bot_does_not_speak_gives_the_programmes(
    locale: str, language: str
) -> None:
    assert language_of(locale, GERMAN.language) == language


async def test_somebody_unknown_has_no_name(programmes: Company) -> None:
    assert await programmes.first.read(lambda uow, _: name_of(uow, "eva")) == "Eva"
    assert await programmes.first.read(lambda uow, _: name_of(uow, "nobody")) == ""


class TestTheClock:
    """The directory's counts; where it tells none, that of the person's own Teams (issue 12)."""

    UNKNOWN = profile("eva", zone_known=False)

    @pytest.mark.parametrize(
        ("known", "zone", "clock"),
        [
            (UNKNOWN, "America/Lima", ("America/Lima", True)),
            (UNKNOWN, "", (UNKNOWN.zone, False)),
            (profile("eva"), "America/Lima", ("Europe/Berlin", True)),
        ],
    )
    def test_whoever_speaks_tells_it(
        self, known: Profile, zone: str, clock: tuple[str, bool]
    ) -> None:
        heard_from = as_heard(person("eva", profile=known), Spoken("de", zone), None, GERMAN)
        assert (heard_from.profile.zone, heard_from.profile.zone_known) == clock

    async def test_it_stays_when_the_directory_is_read_once_more(self, programmes: Company) -> None:
        told = profile("eva", zone="America/Lima")
        await put(programmes.first, "people", person("eva", profile=told))
        found = await programmes.store.run(lambda uow: meet(uow, self.UNKNOWN, GERMAN))
        assert (found.profile.zone, found.profile.zone_known) == ("America/Lima", True)


class TestMeeting:
    """What the directory says of a person is taken over; what they have told the bot stays."""

    async def met(self, company: Company, known: Person | None, locale: str) -> Person:
        def unit(uow: UnitOfWork) -> Person:
            uow.people.delete("eva")
            if known:
                uow.people.put(known)
            return meet(uow, profile("eva", locale=locale, department="Vertrieb"), GERMAN)

        found = await company.store.run(unit)
        assert await one(company.first, "people", "eva") == found
        return found

    async def test_a_stranger_is_addressed_in_their_own_language(self, programmes: Company) -> None:
        found = await self.met(programmes, None, "en-US")
        assert (found.language, found.conversation) == ("en", "")

    async def test_whoever_has_never_written_follows_the_directory(
        self, programmes: Company
    ) -> None:
        silent = person("eva", conversation="", service_url="")
        assert (await self.met(programmes, silent, "en-US")).language == "en"

    async def test_whoever_has_written_keeps_language_and_chat(self, programmes: Company) -> None:
        found = await self.met(programmes, person("eva"), "en-US")
        assert (found.language, found.conversation) == ("de", chat_of("eva").conversation)
        assert found.profile.department == "Vertrieb"

    async def test_a_chosen_language_stays(self, programmes: Company) -> None:
        silent = person("eva", conversation="", chose_language=True)
        assert (await self.met(programmes, silent, "en-US")).language == "de"


class TestHearing:
    """The locale of whoever writes or presses counts from then on, unless they have chosen."""

    async def test_the_chat_is_kept(self, programmes: Company) -> None:
        await put(programmes.first, "people", person("eva", conversation="", service_url=""))
        await programmes.first.run(lambda uow, _: heard(uow, "eva", UNSAID, chat_of("eva"), GERMAN))
        assert await one(programmes.first, "people", "eva") == person("eva")

    async def test_a_stranger_stays_one(self, programmes: Company) -> None:
        unit = programmes.first.run(lambda uow, _: heard(uow, "nobody", Spoken("de"), None, GERMAN))
        assert await unit is None
        with refused("gone"):
            await one(programmes.first, "people", "nobody")

    @pytest.mark.parametrize(("chose", "language"), [(False, "en"), (True, "de")])
    def test_the_locale_counts_unless_they_chose(self, chose: bool, language: str) -> None:
        known = person("eva", chose_language=chose)
        assert as_heard(known, Spoken("en-GB"), None, GERMAN).language == language

    def test_no_locale_says_nothing(self) -> None:
        assert as_heard(person("eva"), UNSAID, None, ENGLISH) == person("eva")

    def test_another_chat_takes_the_place_of_the_one_before(self) -> None:
        moved = as_heard(person("eva"), UNSAID, Chat("19:new", "https://other.example/"), GERMAN)
        assert moved == replace(
            person("eva"), conversation="19:new", service_url="https://other.example/"
        )


async def test_a_chosen_language_shows_on_all_cards_of_the_person_and_nobody_elses(
    programmes: Company,
) -> None:
    cards = [Posting(f"card of {key}", "tandem", "t", key, "chat") for key in ("eva", "jan")]
    await put(programmes.first, "postings", *cards)
    await programmes.first.run(lambda uow, _: choose_language(uow, "eva", "en"))
    found = await one(programmes.first, "people", "eva")
    assert (found.language, found.chose_language) == ("en", True)
    wanted = [(await one(programmes.first, "postings", card.id)).wanted for card in cards]
    assert wanted == [2, 1]


class TestNaming:
    """A picker sends ids; what is typed are names or e-mails."""

    @pytest.mark.parametrize(
        "text", ["eva@firma.example; Ada", "Eva\nada@firma.example", "Eva <eva@firma.example>; Ada"]
    )
    async def test_people_are_named_or_addressed(self, programmes: Company, text: str) -> None:
        found = await people_named(programmes.first, "not_with", text)
        assert found == {"eva": "Eva", "ada": "Ada"}

    async def test_a_picker_sends_ids(self, programmes: Company) -> None:
        programmes.people.profiles[GUID] = profile(GUID)
        assert list(await people_named(programmes.first, "deputy", f" {GUID.upper()} ")) == [GUID]

    async def test_nobody_is_named_by_nothing(self, programmes: Company) -> None:
        assert await people_named(programmes.first, "deputy", "") == {}

    @pytest.mark.parametrize("name", ["Xaver", GUID])
    async def test_somebody_unknown_is_named_with_the_field(
        self, programmes: Company, name: str
    ) -> None:
        with refused("person-unknown", field="deputy", name=name):
            await people_named(programmes.first, "deputy", name)

    async def test_a_name_that_two_people_bear_is_asked_about(self, programmes: Company) -> None:
        programmes.people.profiles["eva2"] = replace(profile("eva2"), name="Eva")
        both = "eva@firma.example; eva2@firma.example"
        with refused("person-ambiguous", field="deputy", name="Eva", who=both):
            await people_named(programmes.first, "deputy", "Eva")

    async def test_whoever_may_be_meant_by_a_first_name_is_offered(
        self, programmes: Company
    ) -> None:
        """Issue 12, U5: it was said to be in no directory."""
        for key, name in (("eva2", "Eva Costa"), ("eva3", "Eva Lind")):
            programmes.people.profiles[key] = replace(profile(key), name=name)
        del programmes.people.profiles["eva"]
        both = "Eva Costa (eva2@firma.example); Eva Lind (eva3@firma.example)"
        with refused("person-alike", field="deputy", name="Eva", who=both):
            await people_named(programmes.first, "deputy", "Eva")

    async def test_nobody_names_the_whole_company(self, programmes: Company) -> None:
        crowd = "; ".join(f"p{number}@firma.example" for number in range(MOST_NAMED + 1))
        with refused("person-too-many", field="not_with", most=MOST_NAMED):
            await people_named(programmes.first, "not_with", crowd)
