"""*My data* shows what somebody gave and what is about them, and lets nothing be inferred of what
others said in confidence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cards.common.reasons import reason_sentence
from cards.kit.documents import document_of
from cards.kit.words import Words, topic_name
from cards.privacy.telling import UNTOLD, told
from mentoring.domain.agreement import Agreement, Terms
from mentoring.domain.circle import CircleMember, Place, mentors_circle_id, topic_circle_id
from mentoring.domain.cycle import CycleKind
from mentoring.domain.matching.results import Reason
from mentoring.domain.pair import Pair, PairKind
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import NotWith
from mentoring.domain.retrospective import Retrospective, Taken, retrospective_id
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import HOLDINGS, Reader
from mentoring.usecases.privacy import my_data
from mentoring.usecases.privacy.my_data import MyDataNotice, is_shown, not_shown
from tests.answers import GERMAN, WISH
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    hidden,
    put,
    refused,
    session,
    shown,
)
from tests.usecases.ports import chat_of

VOICES = (Words("de"), Words("de", formal=True), Words("en"))


@pytest.mark.parametrize("rolls", [False, True])
async def test_where_there_is_no_end_nothing_is_counted_from_it(
    company: Company, rolls: bool
) -> None:
    await enrol(company.first, Role.MENTEE, "eva", GERMAN, WISH)
    kind = CycleKind.ROLLING if rolls else CycleKind.FIXED
    await change(company.first, "cycles", FIRST, kind=kind)
    lines = [each.meta for each in told(await of(company, "eva"), Words("de"))]
    assert any("Ende des Durchgangs" in line for line in lines) is not rolls
    assert any("ein halbes Jahr" in line for line in lines) is rolls


async def of(company: Company, who: str) -> MyDataNotice:
    found: MyDataNotice = await shown(company.first, "my_data", who, who)
    return found


def said(notice: MyDataNotice, purpose: str) -> dict[str, object]:
    return {
        each.field: each.value
        for kept in notice.kept
        if kept.part.purpose == purpose
        for each in kept.said
    }


@pytest.mark.parametrize("words", VOICES)
async def test_why_two_fit_is_said_in_words_and_without_points(
    company: Company, words: Words
) -> None:
    """What stood there was how the program writes a reason down, points included."""
    reasons = (Reason("topic", {"topic": "ai", "rank": 1, "level": 3}, 90),)
    await change(company.first, "tandems", TANDEM, reasons=reasons, minutes=0)
    lines = "\n".join(str(each.lines) for each in told(await of(company, "eva"), words))
    assert reason_sentence(reasons[0], Programme(), words) in lines
    assert "Reason(" not in lines
    assert "90" not in lines
    length = words.text("field-minutes")
    assert f"{length}: 0" not in lines


async def test_what_somebody_gave_is_there(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "eva", GERMAN, WISH)
    notice = await of(company, "eva")
    assert said(notice, "answers-topics")["wish_1"] == "ai"
    assert said(notice, "answers-language")["languages"] == GERMAN.languages


async def test_whom_one_has_named_is_there_for_oneself_alone(company: Company) -> None:
    """Issue 12, P1: what others said of somebody in confidence is never told to them."""
    await enrol(
        company.first, Role.MENTEE, "eva", GERMAN, NotWith(("dora",), names={"dora": "Dora"})
    )
    await enrol(company.first, Role.MENTOR, "dora", GERMAN)
    assert said(await of(company, "eva"), "answers-not-with")["not_with"] == ("dora",)
    assert "eva" not in repr((await of(company, "dora")).kept).casefold()


async def test_it_is_the_same_whether_or_not_somebody_has_named_one(company: Company) -> None:
    await enrol(company.first, Role.MENTOR, "dora", GERMAN)
    before = await of(company, "dora")
    await enrol(company.first, Role.MENTEE, "eva", GERMAN, NotWith(("dora",), ("dora",)))
    pair = Pair("p1:dora:eva", "dora", "eva", PairKind.NOT_AGAIN, NOW)
    await put(company.first, "pairs", pair)
    assert await of(company, "dora") == before


async def test_an_offer_that_never_came_to_somebody_stays_unknown_to_them(
    company: Company,
) -> None:
    """The mentor has declined: the mentee never learns of it."""
    await enrol(company.first, Role.MENTEE, "ada", GERMAN, WISH)
    before = await of(company, "ada")
    declined = Tandem("t", 9, "", "dora", "ada", TandemState.RELEASED, NOW, NOW)
    await put(company.first, "tandems", declined)
    assert await of(company, "ada") == before


async def test_who_said_yes_and_waits_does_not_learn_that_it_was_declined(
    company: Company,
) -> None:
    """Before the round's end it looks like an offer that is open."""
    open_one = Tandem("t", 9, "", "dora", "ada", TandemState.ASKED_MENTEE, NOW, NOW)
    open_one = replace(open_one, mentor_agreed=True)
    await put(company.first, "tandems", open_one)
    before = await of(company, "dora")
    await change(company.first, "tandems", "t", state=TandemState.RELEASED)
    assert await of(company, "dora") == before


async def test_nobody_reads_somebody_elses(company: Company) -> None:
    assert await hidden(company.first, "my_data", "eva", "jan") == "not-yours"


async def test_of_a_list_of_people_only_oneself_is_there(everywhere: SqlStore) -> None:
    """An owner's list of people to invite names others."""
    [holding] = [each for each in HOLDINGS if each.find.__name__ == "invited"]
    rows = everywhere.read_now(lambda uow: list(uow.everywhere.invites.all()))
    row = next(each for each in rows if len(each.entries) > 0)
    mine = row.entries[0].person_id
    other = replace(row.entries[0], text="somebody else", person_id="other")
    found = list(my_data._said(replace(row, entries=[*row.entries, other]), holding.parts[0], mine))
    assert [each.value for each in found] == [row.entries[0]]


async def test_it_is_shown_in_the_own_chat(company: Company) -> None:
    await company.first.run(my_data.show, "eva", chat_of("eva"))
    [posting] = await all_of(company.first, "postings", kind="my_data")
    assert (posting.person_id, posting.conversation) == ("eva", chat_of("eva").conversation)


async def test_of_a_stranger_there_is_nothing(company: Company) -> None:
    with refused("nothing-held"):
        await company.first.run(my_data.show, "stranger", chat_of("stranger"))


@pytest.mark.parametrize(("consents", "kind"), [(True, "file"), (False, "my_data")])
async def test_as_a_file_or_where_the_cloud_has_no_consent_cards_as_a_card(
    company: Company, consents: bool, kind: str
) -> None:
    await company.first.run(my_data.as_file, "eva", chat_of("eva"), consents=consents)
    assert [each.kind for each in await all_of(company.first, "postings")] == [kind]


def test_every_part_is_shown_or_at_least_named() -> None:
    """Issue 12, P1: every column is in the registry, and every part of it in *my data*."""
    named = {part.purpose for part in not_shown()}
    missing = [
        part.purpose
        for each in HOLDINGS
        for part in each.parts
        if not is_shown(part) and part.purpose not in named
    ]
    assert HOLDINGS
    assert missing == []


def test_whatever_only_others_may_read_is_not_shown() -> None:
    others = {Reader.PARTNER, Reader.DEPUTY, Reader.OWNERS}
    parts = [part for each in HOLDINGS for part in each.parts]
    assert not [p for p in parts if is_shown(p) and not p.seen_by - others]


@pytest.mark.parametrize("words", VOICES, ids=("du", "sie", "en"))
def test_every_field_that_is_shown_has_a_name_or_a_reason_why_it_has_none(words: Words) -> None:
    fields = {
        (part.purpose, path.rpartition(".")[2].replace("_", "-"))
        for each in HOLDINGS
        for part in each.parts
        if is_shown(part)
        for path in part.fields
    }
    silent = sorted(
        name
        for purpose, name in fields
        if name.replace("-", "_") not in UNTOLD
        and not words.has(f"field-{name}")
        and not words.has(f"field-{purpose}-{name}")
    )
    assert fields
    assert silent == [], "write field-<name> in cards/texts/*/privacy/my_data.ftl, or into UNTOLD"


@pytest.mark.parametrize("words", VOICES, ids=("du", "sie", "en"))
async def test_all_of_it_can_be_said_in_every_voice(
    company: Company, words: Words, everywhere: SqlStore
) -> None:
    await enrol(company.first, Role.MENTEE, "eva", GERMAN, WISH, NotWith(("dora",)))
    notice = await of(company, "eva")
    lines = [line for each in told(notice, words) for line in each.lines]
    assert any("ai" not in line and "Eva" in line for line in lines)
    assert all(each.meta and each.purpose for each in told(notice, words))


async def test_the_file_says_all_and_nothing_in_it_is_markup(company: Company) -> None:
    """Issue 12, P1: what was typed stands there as text."""
    typed: Any = replace(GERMAN, about_me="<script>alert(1)</script>")
    await enrol(company.first, Role.MENTEE, "eva", typed, WISH)
    document = document_of(await of(company, "eva"), Words("de"))
    page = document.data.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page
    assert document.name == "Meine Tandem-Daten.html"


class TestAgreements:
    """Issue 15: *my data* shows no more of an agreement than its card."""

    @pytest.fixture
    async def agreed(self, company: Company) -> Company:
        terms = Terms("Jans Ziel", "Evas Ziel", "Gehälter")
        made = Agreement(TANDEM, TANDEM, terms, valid=terms, valid_since=NOW)
        await put(company.first, "agreements", made)
        return company

    @pytest.mark.parametrize(("who", "others"), [("eva", "Jans Ziel"), ("jan", "Evas Ziel")])
    async def test_the_other_ones_goal_is_not_ones_own(
        self, agreed: Company, who: str, others: str
    ) -> None:
        found = repr((await of(agreed, who)).kept)
        assert others not in found
        assert f"{who.title()}s Ziel" in found
        assert "Gehälter" in found

    @pytest.mark.parametrize("who", ["eva", "jan"])
    async def test_once_the_tandem_is_over_nothing_of_it_is_shown(
        self, agreed: Company, who: str
    ) -> None:
        await change(agreed.first, "tandems", TANDEM, state=TandemState.CLOSED)
        kept = (await of(agreed, who)).kept
        assert not [each for each in kept if each.part.purpose.startswith("agreement")]

    async def test_a_card_that_stands_in_the_chat_shows_it_no_more_either(
        self, agreed: Company
    ) -> None:
        cards = [
            Posting(f"card-{who}", "my_data", who, who, activity_id=who, shown=1)
            for who in ("ada", "eva", "jan")
        ]
        await put(agreed.first, "postings", *cards)
        await change(agreed.first, "tandems", TANDEM, state=TandemState.CLOSED)
        behind = await agreed.first.read(lambda uow, _: uow.behind(9))
        assert [each.person_id for each in behind] == ["eva", "jan"]


async def test_of_a_retrospective_the_other_one_reads_the_line_at_most(company: Company) -> None:
    said = Taken("tried", "not_yet", "Viel", "Mehr")
    key = retrospective_id(session(1), Role.MENTEE)
    hers = Retrospective(key, TANDEM, session(1), "eva", Role.MENTEE, NOW, said, shared=True)
    await put(company.first, "retrospectives", hers)
    found = (await of(company, "eva")).kept
    readers = {each.field: kept.part.seen_by for kept in found for each in kept.said}
    said_there = ("first", "second", "line", "draft")
    assert [each for each in said_there if Reader.PARTNER in readers[each]] == ["line"]


@pytest.mark.parametrize("words", VOICES)
async def test_a_circle_is_named_as_on_its_own_card(company: Company, words: Words) -> None:
    """Issue 15: that somebody was in a circle stood there, and not in which."""
    of_topic, of_mentors = topic_circle_id(FIRST, "ai"), mentors_circle_id(FIRST)
    for each in (of_topic, of_mentors):
        place = CircleMember(f"{each}:jan", each, "jan", Place.IN, NOW)
        await put(company.first, "circle_members", place)
    lines = "\n".join(line for each in told(await of(company, "jan"), words) for line in each.lines)
    topic = topic_name(Programme().topic("ai"), words)
    assert words.text("circle-topic-name", topic=topic) in lines
    assert words.text("circle-mentors-name") in lines
    assert of_topic not in lines
