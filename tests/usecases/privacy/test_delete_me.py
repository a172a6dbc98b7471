"""*Delete me* is asked once; then nothing of somebody is left but a pseudonym, and they get a
receipt.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.errors import NotAllowed, NotThere, OutsideError
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Contact, Programme
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import (
    About,
    Answers,
    Competence,
    NotWith,
    ProtectedSpace,
)
from mentoring.domain.retrospective import Retrospective, Taken
from mentoring.ports.messenger import Sent
from mentoring.usecases.launch import closing, ending
from mentoring.usecases.privacy import delete_me
from mentoring.usecases.privacy.delete_me import ErasureNotice, Left
from tests.answers import GERMAN, WISH
from tests.usecases.company import (
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
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
from tests.usecases.ports import chat_of
from tests.usecases.privacy.erased import DAY, erased


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
