"""Others' rows and cards name nobody any more who is erased; what was done stays without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.act import Act
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.finding import Finding, FindingKind
from mentoring.domain.intervention import Intervention, InterventionKind
from mentoring.domain.pair import Pair, PairKind
from mentoring.domain.people import ERASED, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Contact, Programme, Sponsor
from mentoring.domain.questionnaire import (
    When,
)
from mentoring.domain.session import Session
from mentoring.domain.tandem import TandemState
from mentoring.notices import Notice, Scene, audience, notice_of
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.common.noting import note, noted_under_pseudonym
from mentoring.usecases.matching.inputs import inputs
from mentoring.usecases.privacy import delete_me
from mentoring.usecases.sessions.partner_away import answer_key
from mentoring.usecases.sessions.reminders import met_key
from mentoring.usecases.tandem.wanted import brings_no_more
from mentoring.usecases.trial.imagined import imagined
from tests.answers import GERMAN, WISH
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
    put,
)
from tests.usecases.held import HER_PARTNER, SHE, everything
from tests.usecases.privacy.erased import DAY, erased


async def test_a_past_pair_stays_a_past_pair_when_somebody_comes_back(company: Company) -> None:
    pair = Pair("p1:jan:dora", "jan", "dora", PairKind.PAST, NOW)
    await put(company.first, "pairs", pair)
    await enrol(company.first, Role.MENTOR, "jan", GERMAN)
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    [kept] = await all_of(company.first, "pairs")
    assert "dora" not in repr(kept)
    await put(company.first, "people", person("dora"))
    await enrol(company.first, Role.MENTEE, "dora", GERMAN, WISH)
    found = await company.first.read(lambda uow, moment: inputs(uow, moment.programme))
    [dora] = [each for each in found.candidates if each.id == "dora"]
    assert dora.past_partners == frozenset({"jan"})


async def test_others_lists_name_them_no_more(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "ada", GERMAN, WISH, When(deputy=("dora",)))
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    [other] = await all_of(company.first, "enrolments", person_id="ada")
    assert other.answers.when == When()


async def test_the_other_ones_tandem_in_another_programme_is_not_touched(
    company: Company,
) -> None:
    await company.first.run(delete_me.confirm, "eva")
    await company.at(NOW + 8 * DAY)
    await erased(company, "eva")
    other = await one(company.second, "tandems", "p2c1.tandem-1")
    assert (other.mentor_id, other.state) == ("jan", TandemState.LAUNCHED)


async def test_what_an_owner_has_done_stays_without_them(company: Company) -> None:
    """It is about others: what was found about Jan, or what was done to a tandem."""
    found = Finding("f", TANDEM, FindingKind.DISABLED, "jan", NOW, decided_by="dora")
    ended = Intervention("i", InterventionKind.END, "dora", tandem_id=TANDEM)
    await put(company.first, "findings", found)
    await put(company.first, "interventions", ended)
    await put(company.first, "acts", Act("1", "card", "undo.confirm", "dora", NOW))
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    [about_jan] = await all_of(company.first, "findings")
    assert (about_jan.person_id, about_jan.decided_by) == ("jan", "")
    [of_tandem] = await all_of(company.first, "interventions")
    assert (of_tandem.tandem_id, of_tandem.by) == (TANDEM, "")
    assert [each.by for each in await all_of(company.first, "acts")] == [""]


@pytest.mark.parametrize(
    ("by", "why", "left"),
    [
        ("dora", "They have asked for each other", ""),
        ("otto", "dora knows them both", ""),
        ("otto", "They have asked for each other", "They have asked for each other"),
    ],
)
async def test_why_an_owner_has_added_a_tandem_goes_with_its_author_and_with_whom_it_names(
    company: Company, by: str, why: str, left: str
) -> None:
    """Issue 12, P1: free text belongs to its author, and nobody is named in it once erased."""
    made = Intervention("i", InterventionKind.ADD, by, mentor_id="jan", mentee_id="eva", reason=why)
    await put(company.first, "interventions", made)
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    [kept] = await all_of(company.first, "interventions")
    assert (kept.mentor_id, kept.mentee_id, kept.reason) == ("jan", "eva", left)


async def test_what_is_noted_for_a_while_under_their_id_goes_with_them(company: Company) -> None:
    """Whether two have met, what was answered while one was away, what was switched off."""
    asked = Session("p1c1.s", TANDEM, 1, NOW, 120, "kept")

    def notes(uow: UnitOfWork, moment: Moment) -> None:
        for key in (met_key(asked, "dora"), answer_key(asked, "dora"), met_key(asked, "jan")):
            note(uow, key, "met", moment.now + DAY)
        brings_no_more(uow, moment, TANDEM, "dora")

    await company.first.run(notes)
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    rows = [*await all_of(company.first, "facts"), *await all_of(company.first, "timers")]
    assert [each for each in rows if "dora" in repr(each)] == []
    assert met_key(asked, "jan") in {each.id for each in rows}


async def test_an_enrolment_of_theirs_is_nobodys(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "dora", GERMAN, WISH)
    await change(company.first, "enrolments", f"{FIRST}:mentee:dora", state=EnrolmentState.BEGUN)
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    assert await all_of(company.first, "enrolments") == []


@pytest.mark.parametrize("who", [SHE, HER_PARTNER], ids=["in everything", "her partner"])
async def test_nothing_is_left_of_whoever_was_in_every_row(
    everywhere: SqlStore, company: Company, who: str
) -> None:
    """Issue 12, P1: all tables are searched for the id, the address and the name."""
    world = replace(company.first, store=everywhere).of("p1c1")
    await world.run(delete_me.confirm, who)
    key = everywhere.read_now(lambda uow: f"erasing:{uow.pseudonym(who)}")
    await EFFECTS["erase_person"](world, key)
    left = everywhere.read_now(lambda uow: [row for _, row in everything(uow) if who in repr(row)])
    noted = everywhere.read_now(lambda uow: noted_under_pseudonym(uow, who))
    assert noted == []
    assert [type(row).__name__ for row in left if type(row).__name__ != "Effect"] == []
    assert [row.done for row in left] == [True] * len(left)


@pytest.mark.parametrize("address", ["Dora@firma.example", "dora@firma.example"])
async def test_settings_of_the_past_name_no_contact_any_more_who_was_erased(
    company: Company, address: str
) -> None:
    """issue 12: their name stayed in old versions, and their address became one that cannot be."""
    dora, jan = (Contact(name=key.title(), email=key) for key in (address, "jan@firma.example"))
    for contact in (dora, jan):
        await company.set_up(Programme(contact=contact, sponsor=Sponsor(name="Ada")))
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    versions = await all_of(company.unbound, "settings_versions", programme_id="p1")
    assert [each.settings.contact for each in versions[-2:]] == [Contact(), jan]
    assert {each.settings.sponsor.name for each in versions[-2:]} == {"Ada"}


async def test_whoever_still_stands_for_the_programme_does_so_until_owners_change_it(
    company: Company,
) -> None:
    contact = Contact(name="Dora", email="dora@firma.example")
    await company.set_up(Programme(contact=contact))
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    assert (await company.first.moment()).programme.contact == contact


@pytest.mark.parametrize("who", [SHE, HER_PARTNER], ids=["in everything", "her partner"])
async def test_every_other_card_is_still_drawn_and_shows_no_pseudonym(
    everywhere: SqlStore, company: Company, who: str
) -> None:
    """Issue 12, P1: the partner read *erased-…* in *my data*, owners had a choice with no name."""
    world = replace(company.first, store=everywhere, imagined=imagined).of("p1c1")
    await world.run(delete_me.confirm, who)
    key = everywhere.read_now(lambda uow: f"erasing:{uow.pseudonym(who)}")
    await EFFECTS["erase_person"](world, key)
    others = everywhere.read_now(lambda uow: uow.everywhere.postings.all())
    assert len(others) > 100
    assert [each.kind for each in others if ERASED in await read_aloud(world, each)] == []
    matched = [await read_aloud(world, each) for each in others if each.kind == "matching"]
    assert "jemand (nicht mehr dabei) → " in " ".join(matched)


async def test_each_card_of_owners_that_named_them_is_shown_anew(
    everywhere: SqlStore, company: Company
) -> None:
    """Also a receipt, which nothing else makes old once it is over."""
    world = replace(company.first, store=everywhere, imagined=imagined).of("p1c1")
    called = everywhere.read_now(lambda uow: uow.people.need(SHE).profile.name)
    name = re.compile(rf"(?<![-\w]){called}(?![-\w])")
    owners = everywhere.read_now(
        lambda uow: [
            each for each in uow.everywhere.postings.all() if audience(each.kind) == "owners"
        ]
    )
    named = {each.id: each for each in owners if name.search(await read_aloud(world, each))}
    assert len({each.kind for each in named.values()}) > 5
    await world.run(delete_me.confirm, SHE)
    key = everywhere.read_now(lambda uow: f"erasing:{uow.pseudonym(SHE)}")
    await EFFECTS["erase_person"](world, key)
    after = everywhere.read_now(lambda uow: uow.everywhere.postings.all())
    before = {key: each.wanted for key, each in named.items() if each.cycle_id == "p1c1"}
    assert [each.kind for each in after if each.wanted == before.get(each.id)] == []
    assert [each.kind for each in after if name.search(await read_aloud(world, each))] == []


async def read_aloud(world: World, posting: Posting) -> str:
    """What somebody reads on the card: its texts and the names of its choices."""

    def look(uow: UnitOfWork, moment: Moment) -> Notice | None:
        try:
            return notice_of(uow, Scene(posting, moment))
        except Refusal:
            return None

    notice = await world.of(posting.cycle_id).read(look)
    said = list(shown_words(render(notice, Words("de")).content)) if notice else []
    assert "" not in said, f"{posting.kind} says nothing somewhere"
    return " ".join(said)


def shown_words(node: Any) -> Iterator[str]:
    """The texts of a card, and the titles of its buttons and choices."""
    if isinstance(node, dict):
        yield from (node[key] for key in ("text", "title") if key in node)
        node = list(node.values())
    for each in node if isinstance(node, list) else ():
        yield from shown_words(each)
