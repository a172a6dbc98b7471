"""The certificate: of whom, from when to when, with which hours and topics, and what it never
says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.questionnaire import Topics, TopicSkill, Wishes
from mentoring.domain.tandem import TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.files import file_card
from mentoring.usecases.common.sides import KEPT
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.polls.after_session import tell
from mentoring.usecases.tandem import certificate
from mentoring.usecases.tandem.certificate import (
    ASKS,
    MADE,
    MOST_HOURS,
    CertificateNotice,
    Where,
    certificate_card,
    certificate_file,
    whole_hours,
    with_hours,
)
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    hidden,
    one,
    put,
    refused,
    session,
    shown,
    told,
)
from tests.usecases.ports import chat_of

AFTER = STARTS[2] + timedelta(hours=3)
"""On the day of the third session, after it."""


@pytest.fixture
async def over(company: Company) -> Company:
    """The tandem of Eva and Jan has ended after its third session."""
    taught = TopicSkill("data", 2, "drei Jahre"), TopicSkill("ai", 3, "fünf Jahre")
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai", "agile", "data"))
    await enrol(company.first, Role.MENTOR, "jan", Topics(("data", "ai")), *taught)
    company.clock.moment = AFTER
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    return company


async def read(company: Company, who: str = "eva", view: str = "") -> CertificateNotice:
    found = await shown(company.first, certificate_card.name, TANDEM, who, view=view)
    assert isinstance(found, CertificateNotice)
    return found


async def put_before(company: Company, who: str = "eva") -> Where:
    """Somebody has opened it."""
    await company.first.run(certificate.show, TANDEM, who, chat_of(who))
    found = await all_of(company.first, "postings", kind=certificate_card.name, person_id=who)
    return Where(TANDEM, who, found[0].id)


async def taken(company: Company, where: Where, *, consents: bool = True) -> None:
    """Eva would like it as a file."""
    chat = chat_of("eva")
    await company.first.run(
        lambda uow, now: certificate.as_file(uow, now, where, chat, consents=consents)
    )


async def test_the_hours_that_are_proposed_are_those_of_the_sessions_that_took_place(
    over: Company,
) -> None:
    [found] = (await read(over)).parts
    assert (found.sessions, found.proposed, found.hours) == (3, 6, 0)
    assert (found.first, found.last) == (STARTS[0].date(), STARTS[2].date())


async def test_one_that_was_missed_is_none(over: Company) -> None:
    await over.first.run(lambda uow, _: uow.sessions.put(
        replace(uow.sessions.need(session(2)), outcome="missed")
    ))  # fmt: skip
    assert (await read(over)).parts[0].proposed == 4


async def test_half_an_hour_counts_as_a_whole_one(over: Company) -> None:
    [first, *_] = await all_of(over.first, "sessions", tandem_id=TANDEM)
    assert [whole_hours([replace(first, minutes=each)]) for each in (60, 75, 90, 120)] == [
        1,
        1,
        2,
        2,
    ]


async def test_its_topics_are_those_of_the_kits_each_once(over: Company) -> None:
    kits = [("ai", 1), ("ai", 2), ("cyber_security", 3), ("agile", 4)]
    rows = [KitChoice(session(number), TANDEM, f"{topic}-1", topic) for topic, number in kits]
    await put(over.first, "kit_choices", *rows)
    assert [each.id for each in (await read(over)).parts[0].topics] == ["ai", "cyber_security"]


async def test_without_kits_they_are_the_wishes_that_the_mentor_teaches(over: Company) -> None:
    assert [each.id for each in (await read(over, "jan")).parts[0].topics] == ["ai", "data"]


async def test_whoever_has_confirmed_their_hours_sees_it(over: Company) -> None:
    where = await put_before(over)
    await over.first.run(certificate.confirm, where, [7])
    posting = await one(over.first, "postings", where.posting_id)
    assert posting.view == with_hours([7])
    assert (await read(over, view=with_hours([7]))).hours == 7


async def test_the_hours_can_be_changed(over: Company) -> None:
    where = await put_before(over)
    await over.first.run(certificate.confirm, where, [7])
    await over.first.run(certificate.ask_again, where)
    posting = await one(over.first, "postings", where.posting_id)
    assert posting.view == ASKS
    assert (await read(over, view=ASKS)).hours == 0


@pytest.mark.parametrize("hours", [0, -1, MOST_HOURS + 1])
async def test_only_whole_hours_that_can_be_meant_are_taken(over: Company, hours: int) -> None:
    where = await put_before(over)
    with refused("certificate-hours", field="hours", most=MOST_HOURS):
        await over.first.run(certificate.confirm, where, [hours])


async def test_nobody_confirms_on_the_other_ones_card(over: Company) -> None:
    theirs = await put_before(over, "jan")
    with refused("stale"):
        await over.first.run(certificate.confirm, replace(theirs, person_id="eva"), [7])


@pytest.mark.parametrize("who", ["otto", "ada", "dora"])
async def test_nobody_else_has_one(over: Company, who: str) -> None:
    with refused("not-yours"):
        await over.first.run(certificate.show, TANDEM, who, chat_of(who))
    for view, subject in ((certificate_card, TANDEM), (certificate_file, f"{TANDEM}:7")):
        assert await hidden(over.first, view.name, subject, who) == "not-yours"


async def test_there_is_none_before_the_end(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "eva")
    with refused("stale"):
        await company.first.run(certificate.show, TANDEM, "eva", chat_of("eva"))


async def test_there_is_none_of_a_tandem_that_never_began(over: Company) -> None:
    await change(over.first, "tandems", TANDEM, told_left_over=True)
    with refused("stale"):
        await over.first.run(certificate.show, TANDEM, "eva", chat_of("eva"))


async def test_it_is_made_until_what_was_said_is_erased(over: Company) -> None:
    """Fourteen days after the end of somebody's last tandem; then the card says so."""
    where = await put_before(over)
    await over.first.run(certificate.confirm, where, [7])
    await over.at(AFTER + KEPT - timedelta(minutes=1))
    assert not (await read(over)).is_over
    before = (await one(over.first, "postings", where.posting_id)).wanted
    await over.at(AFTER + KEPT)
    assert (await read(over, view=with_hours([7]))).is_over
    assert (await one(over.first, "postings", where.posting_id)).wanted > before
    with refused("stale"):
        await over.first.run(certificate.confirm, where, [7])


async def test_with_another_tandem_that_runs_it_is_made_longer(over: Company) -> None:
    tandem = await one(over.first, "tandems", TANDEM)
    another = replace(tandem, id="p1c1.tandem-9", mentor_id="ada", ended_at=None)
    await put(over.first, "tandems", replace(another, state=TandemState.LAUNCHED))
    await over.at(AFTER + KEPT)
    assert not (await read(over)).is_over


async def test_it_is_offered_as_a_file_with_these_hours(over: Company) -> None:
    where = await put_before(over)
    await over.first.run(certificate.confirm, where, [7])
    await taken(over, where)
    [offer] = await all_of(over.first, "files")
    assert (offer.kind, offer.subject_id) == (certificate_file.name, f"{TANDEM}:7")
    assert await told(over.first, file_card.name) == ["eva"]
    content = await shown(over.first, offer.kind, offer.subject_id, "eva")
    assert (content.hours, content.as_file) == (7, True)


async def test_where_there_are_no_consent_cards_it_comes_as_a_card(over: Company) -> None:
    where = await put_before(over)
    await over.first.run(certificate.confirm, where, [7])
    await taken(over, where, consents=False)
    assert await all_of(over.first, "files") == []
    [posting] = await all_of(over.first, "postings", kind=certificate_file.name)
    assert (posting.person_id, posting.subject_id) == ("eva", f"{TANDEM}:7")


async def test_before_the_hours_are_confirmed_there_is_no_file(over: Company) -> None:
    where = await put_before(over)
    with refused("stale"):
        await taken(over, where)


async def test_it_lies_nowhere(over: Company) -> None:
    """What stays is the number of hours, in the card that shows it and in the file's offer."""
    where = await put_before(over)
    await over.first.run(certificate.confirm, where, [7])
    before = set(map(repr, await all_of(over.first, "postings")))
    await taken(over, where)
    await read(over, view=with_hours([7]))
    [offer] = await all_of(over.first, "files")
    assert (offer.name, offer.subject_id) == ("", f"{TANDEM}:7")
    added = set(map(repr, await all_of(over.first, "postings"))) - before
    assert [each for each in added if file_card.name not in each] == []


@pytest.mark.parametrize(("who", "other"), [("eva", "jan"), ("jan", "eva")])
async def test_it_names_neither_the_partner_nor_a_rank(over: Company, who: str, other: str) -> None:
    for key in ("eva", "jan"):
        person = await one(over.first, "people", key)
        titled = replace(person.profile, job_title=f"Rang {key}", department=f"Bereich {key}")
        await change(over.first, "people", key, profile=titled)
    for view in ("", with_hours([7])):
        said = str(render(await read(over, who, view), Words("de")).content)
        assert who.title() in said
        assert [each for each in (other.title(), "Rang", "Bereich") if each in said] == []


async def test_a_session_told_missed_after_the_end_changes_what_is_proposed(
    company: Company,
) -> None:
    """What both said about a session counts, whoever said it."""
    await enrol(company.first, Role.MENTEE, "eva")
    company.clock.moment = AFTER
    await company.first.run(tell, session(1), "jan", "missed")
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    assert (await read(company)).parts[0].proposed == 4


async def test_of_another_tandem_of_theirs_the_card_ends_the_same_day(over: Company) -> None:
    tandem = await one(over.first, "tandems", TANDEM)
    await put(over.first, "tandems", replace(tandem, id="earlier", mentee_id="ada"))
    earlier = Posting("earlier", certificate_card.name, "earlier", "jan", activity_id="1")
    await put(over.first, "postings", earlier)
    await over.at(AFTER + KEPT)
    assert (await one(over.first, "postings", "earlier")).wanted > earlier.wanted


SECOND = "p1c1.tandem-2"


class TestOfTwo:
    """A mentor of two tandems in the cycle has one certificate, in which both stand."""

    @pytest.fixture
    async def both(self, over: Company) -> Company:
        """Jan's tandem with Ada has ended after Eva's: one session of two hours, about agile."""
        tandem = await one(over.first, "tandems", TANDEM)
        late = over.clock.moment + timedelta(minutes=5)
        two = replace(tandem, id=SECOND, number=2, mentee_id="ada", ended_at=late)
        await put(over.first, "tandems", two)
        met = await one(over.first, "sessions", session(1))
        await put(over.first, "sessions", replace(met, id=session(1, SECOND), tandem_id=SECOND))
        await put(over.first, "kit_choices", KitChoice(session(1, SECOND), SECOND, "k", "agile"))
        over.clock.moment = late
        return over

    async def test_it_names_the_topics_and_hours_of_both_and_nobody(self, both: Company) -> None:
        where = await put_before(both, "jan")
        await both.first.run(certificate.confirm, where, [6, 2])
        view = (await one(both.first, "postings", where.posting_id)).view
        found = await read(both, "jan", view)
        assert [each.hours for each in found.told] == [6, 2]
        card = render(found, Words("de")).content
        [said] = [each["altText"] for each in card["body"] if each["type"] == "Image"]
        for wanted in ("", "Agil", "6 Stunden", "2 Stunden", "8 Stunden"):
            assert wanted in said
        assert [each for each in ("Eva", "Ada") if each in said] == []

    async def test_from_either_tandem_it_is_the_same(self, both: Company) -> None:
        for key in (TANDEM, SECOND):
            await both.first.run(certificate.show, key, "jan", chat_of("jan"))
        cards = await all_of(both.first, "postings", kind=certificate_card.name, person_id="jan")
        assert {each.subject_id for each in cards} == {TANDEM}

    async def test_it_asks_for_the_hours_of_each(self, both: Company) -> None:
        found = await read(both, "jan")
        assert [each.proposed for each in found.parts] == [6, 2]
        said = str(render(found, Words("de")).content)
        assert "mit Eva?" in said
        assert "mit Ada?" in said

    async def test_one_without_hours_is_left_out(self, both: Company) -> None:
        where = await put_before(both, "jan")
        await both.first.run(certificate.confirm, where, [0, 2])
        view = (await one(both.first, "postings", where.posting_id)).view
        found = await read(both, "jan", view)
        assert [[topic.id for topic in each.topics] for each in found.told] == [["agile"]]

    @pytest.mark.parametrize("hours", [[0, 0], [MOST_HOURS + 1, 2], [-1, 2]])
    async def test_hours_that_cannot_be_meant_are_refused(
        self, both: Company, hours: list[int]
    ) -> None:
        where = await put_before(both, "jan")
        with refused("certificate-hours", field="hours", most=MOST_HOURS):
            await both.first.run(certificate.confirm, where, hours)

    async def test_what_an_older_card_sends_is_asked_anew(self, both: Company) -> None:
        where = await put_before(both, "jan")
        with refused("stale"):
            await both.first.run(certificate.confirm, where, [7])

    async def test_each_mentee_has_their_own_alone(self, both: Company) -> None:
        assert len((await read(both, "eva")).parts) == 1

    async def test_one_made_before_the_other_has_ended_stays_true(self, both: Company) -> None:
        """Whichever ends later comes behind, so no hours change their tandem."""
        assert [each.hours for each in (await read(both, "jan", with_hours([7]))).told] == [7]

    async def test_of_many_all_count(self, both: Company) -> None:
        tandem = await one(both.first, "tandems", SECOND)
        for number in range(3, 8):
            key, late = f"p1c1.tandem-{number}", both.clock.moment + timedelta(minutes=number)
            further = replace(tandem, id=key, number=number, ended_at=late)
            await put(both.first, "tandems", further)
            met = await one(both.first, "sessions", session(1, SECOND))
            await put(both.first, "sessions", replace(met, id=session(1, key), tandem_id=key))
        where, hours = await put_before(both, "jan"), [6, 2, 500, 0, 500, 1, 500]
        await both.first.run(certificate.confirm, where, hours)
        view = (await one(both.first, "postings", where.posting_id)).view
        found = await read(both, "jan", view)
        assert [each.hours for each in found.parts] == hours
        assert "1.509 Stunden" in str(render(found, Words("de")).content)


@pytest.mark.parametrize("hours", [[7], [6, 2], [0, 2], [500] * 12])
def test_the_hours_of_several_are_read_as_they_were_said(hours: list[int]) -> None:
    assert certificate.hours_of(with_hours(hours)) == hours


@pytest.mark.parametrize("view", ["", ASKS, MADE])
def test_a_card_that_holds_no_hours_asks_for_them(view: str) -> None:
    """An earlier version kept them elsewhere than in the view."""
    assert certificate.hours_of(view) == []


async def test_a_tandem_that_begins_makes_no_certificate_old(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was asked in which tandems the two are at each step of a launch."""
    asked: list[str] = []

    def with_whom(_: UnitOfWork, who: str) -> list[str]:
        asked.append(who)
        return []

    monkeypatch.setattr(certificate, "tandems_with", with_whom)
    for state in (TandemState.LAUNCHING, TandemState.LAUNCHED):
        await change(company.first, "tandems", TANDEM, state=state)
    assert asked == []
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert sorted(asked) == ["eva", "jan"]
