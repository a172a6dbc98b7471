"""*Delete me* is asked once; then nothing of somebody is left but a pseudonym, and they get a
receipt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.act import Act
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Refusal
from mentoring.domain.finding import Finding, FindingKind
from mentoring.domain.intervention import Intervention, InterventionKind
from mentoring.domain.pair import Pair, PairKind
from mentoring.domain.people import ERASED, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Contact, Programme, Sponsor
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import (
    About,
    Answers,
    Competence,
    NotWith,
    ProtectedSpace,
    When,
)
from mentoring.domain.retrospective import Retrospective, Taken
from mentoring.domain.session import Session
from mentoring.domain.tandem import TandemState
from mentoring.notices import Notice, Scene, audience, notice_of
from mentoring.ports.messenger import Sent
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.common.noting import note, noted_under_pseudonym
from mentoring.usecases.launch import closing, ending
from mentoring.usecases.matching.inputs import inputs
from mentoring.usecases.privacy import delete_me
from mentoring.usecases.privacy.delete_me import ErasureNotice, Left
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
    asked_for,
    change,
    enrol,
    one,
    person,
    profile,
    put,
    refused,
    session,
    shown,
    told,
)
from tests.usecases.held import HER_PARTNER, SHE, everything
from tests.usecases.ports import chat_of

DAY = timedelta(days=1)


async def erased(company: Company, who: str) -> None:
    """Whatever was asked for is carried out."""
    for key in await asked_for(company.first, "erase_person"):
        await EFFECTS["erase_person"](company.first, key)
        waiting = await all_of(company.first, "effects", kind="erase_person", done=False)
        await put(company.first, "effects", *(replace(each, done=True) for each in waiting))


def card_of_dora(activity_id: str) -> Posting:
    """A card that stands in her chat."""
    made = Posting("old", "enrolment", "e", "dora", **vars(chat_of("dora")))
    return replace(made, activity_id=activity_id)


async def test_it_is_asked_first(company: Company) -> None:
    await company.first.run(delete_me.offer, "dora", chat_of("dora"))
    notice = await shown(company.first, "erasure", "dora", "dora")
    assert (notice.state, notice.runs) == ("asked", False)
    assert await asked_for(company.first, "erase_person") == []


async def test_whoever_has_a_tandem_reads_that_it_ends(company: Company) -> None:
    assert (await shown(company.first, "erasure", "eva", "eva")).runs


async def test_whoever_stands_for_the_programme_reads_that_they_still_do(
    company: Company,
) -> None:
    await company.set_up(Programme(contact=Contact(email="Dora@firma.example")))
    assert (await shown(company.first, "erasure", "dora", "dora")).named


async def test_so_they_do_by_another_address_of_theirs(company: Company) -> None:
    await company.set_up(Programme(contact=Contact(email="Former.Name@firma.example")))
    them = profile("dora", aliases=("former.name@firma.example",))
    await put(company.first, "people", person("dora", profile=them))
    assert (await shown(company.first, "erasure", "dora", "dora")).named


async def test_a_no_leaves_everything(company: Company) -> None:
    await company.first.run(delete_me.offer, "dora", chat_of("dora"))
    [posting] = await all_of(company.first, "postings", kind="erasure")
    await company.first.run(delete_me.keep, "dora", posting.id)
    assert (await shown(company.first, "erasure", "dora", "dora", view="kept")).state == "kept"
    assert await one(company.first, "people", "dora")


async def test_of_a_stranger_there_is_nothing_to_erase(company: Company) -> None:
    with refused("nothing-held"):
        await company.first.run(delete_me.offer, "stranger", chat_of("stranger"))


async def test_whoever_is_in_nothing_is_gone_at_once(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "dora", GERMAN, WISH)
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    assert await all_of(company.first, "people", id="dora") == []
    assert await all_of(company.first, "enrolments", person_id="dora") == []


async def test_pressed_twice_it_is_begun_once(company: Company) -> None:
    await company.first.run(delete_me.confirm, "dora")
    company.clock.moment = NOW + timedelta(minutes=1)
    await company.first.run(delete_me.confirm, "dora")
    assert len(await asked_for(company.first, "erase_person")) == 1


async def test_they_get_a_receipt_and_their_cards_leave_the_chat(company: Company) -> None:
    await put(company.first, "postings", card_of_dora("message-7"))
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    assert [each.activity_id for each in company.chats.removed] == ["message-7"]
    assert [(each.kind, each.person_id) for each in company.chats.messages] == [("erasure", "dora")]


class TestTheReceipt:
    """Issue 12, P1: it claims nothing that Microsoft 365 did not let happen."""

    async def left(self, company: Company, who: str) -> tuple[str, ...]:
        """What it names as left."""
        await erased(company, who)
        [sent] = company.chats.messages
        notice = await shown(company.first, "erasure", "ada", "ada", view=sent.view)
        assert isinstance(notice, ErasureNotice)
        return notice.left

    @pytest.mark.parametrize(
        ("error", "left"),
        [(None, ()), (NotThere("gone"), ()), (NotAllowed("no"), ("cards",))],
    )
    async def test_it_names_cards_that_teams_does_not_let_go(
        self, company: Company, error: OutsideError | None, left: tuple[str, ...]
    ) -> None:
        await put(company.first, "postings", card_of_dora("message-7"))
        if error:
            company.chats.refuses["remove"] = error
        await company.first.run(delete_me.confirm, "dora")
        assert await self.left(company, "dora") == left

    async def test_it_names_a_tandem_that_could_not_be_ended(self, company: Company) -> None:
        await company.first.run(delete_me.confirm, "eva")
        await company.at(NOW + 8 * DAY)
        assert await self.left(company, "eva") == ("tandem",)

    @pytest.mark.parametrize(
        "words", [Words("de"), Words("de", formal=True), Words("en")], ids=["du", "sie", "en"]
    )
    def test_what_is_left_is_not_among_what_is_gone(self, words: Words) -> None:
        def told(*left: Left) -> str:
            notice = ErasureNotice(person("eva"), Programme(), "done", left=left)
            return json.dumps(render(notice, words).content, ensure_ascii=False)

        gone, stays = words.text("erasure-goes-cards"), words.text("erasure-left-cards")
        assert (gone in told(), stays in told()) == (True, False)
        assert (gone in told("cards"), stays in told("cards")) == (False, True)


async def test_a_card_that_arrives_during_the_erasure_leaves_the_chat_as_well(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was on its way when the others were taken out; its row went, the message stayed."""
    late = card_of_dora("message-8")
    post = company.chats.post

    async def as_the_receipt_goes_out(receipt: Posting) -> Sent:
        await put(company.first, "postings", late)
        return await post(receipt)

    monkeypatch.setattr(company.chats, "post", as_the_receipt_goes_out)
    await company.first.run(delete_me.confirm, "dora")
    await erased(company, "dora")
    assert [each.activity_id for each in company.chats.removed] == ["message-8"]
    assert await all_of(company.first, "postings", person_id="dora") == []
    assert await all_of(company.first, "people", id="dora") == []


async def test_what_only_they_have_seen_goes_before_the_tandem_has_ended(
    company: Company,
) -> None:
    about = About(("de",), "law", "Ich segle.", "1965_1980", "female")
    confided = (NotWith(("dora",)), Competence(9), ProtectedSpace(agreed=True))
    await enrol(company.first, Role.MENTEE, "eva", about, WISH, *confided)
    await company.first.run(delete_me.confirm, "eva")
    [left] = await all_of(company.first, "enrolments", person_id="eva")
    assert left.answers == Answers(About(("de",), about_me="Ich segle."), WISH)
    assert (await shown(company.first, "erasure", "eva", "eva")).state == "waiting"


async def test_so_does_what_they_have_kept_to_themselves_in_their_tandem(company: Company) -> None:
    """Issue 15: what they have tapped, a line that they have not shown, a question that waits."""
    said = Taken("tried", "not_yet", "Viel", "Mehr")
    hers = [
        Retrospective(f"r{n}", TANDEM, session(n), "eva", Role.MENTEE, NOW, said, shared=n == 1)
        for n in (1, 2)
    ]
    waits = Question(f"{TANDEM}:1", TANDEM, "eva", "Was ist neu?", NOW)
    told = replace(waits, id=f"{TANDEM}:2", told_at=NOW)
    await put(company.first, "retrospectives", *hers)
    await put(company.first, "questions", waits, told)
    await company.first.run(delete_me.confirm, "eva")
    assert await all_of(company.first, "retrospectives") == [
        replace(hers[0], said=Taken(line="Viel"))
    ]
    assert await all_of(company.first, "questions") == [told]


async def test_the_tandem_is_ended_first_and_the_other_one_reads_the_words_of_every_end(
    company: Company,
) -> None:
    await company.first.run(delete_me.confirm, "eva")
    assert await asked_for(company.first, "erase_person") == []
    await company.first.run(lambda uow, _: ending.close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    assert await told(company.first, "closed") == ["eva", "jan"]
    await sent(company)
    await company.at(NOW + timedelta(minutes=11))
    await erased(company, "eva")
    assert await all_of(company.first, "people", id="eva") == []
    tandem = await one(company.first, "tandems", TANDEM)
    assert tandem.mentor_id == "jan"
    assert tandem.mentee_id.startswith("erased-")


async def sent(company: Company) -> None:
    postings = await all_of(company.first, "postings", kind="closed")
    stand = (replace(each, activity_id=f"m-{each.id}") for each in postings)
    await put(company.first, "postings", *stand)


async def test_nobody_waits_for_ever(company: Company) -> None:
    """Microsoft 365 refuses to end the tandem."""
    await company.first.run(delete_me.confirm, "eva")
    await company.at(NOW + 8 * DAY)
    await erased(company, "eva")
    assert await all_of(company.first, "people", id="eva") == []


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
