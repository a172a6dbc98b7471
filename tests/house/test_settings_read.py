"""A setting that no code reads does not exist.

Code paths of the product are walked with a programme, and every field of its settings that they
read is noted: by the object that is read, so that neither a rename nor another class's field of the
same name is taken for it. What the settings read of themselves (bounds that are compared, say) does
not count, and neither does writing them down.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time
from types import FrameType
from typing import Any, get_args

import pytest

from bot.offline.matching.command import grouped
from bot.seen import words_of
from cards.catalogue import render
from cards.enrolment.invitation import invitation_body
from cards.kit.words import Words
from mentoring.domain.condition import Condition
from mentoring.domain.kits.choice import Pairing, proposed
from mentoring.domain.kits.session import session_kit
from mentoring.domain.kits.texts import Kit
from mentoring.domain.matching.rulebook import SWITCHES
from mentoring.domain.matching.settings import (
    ExclusionGroup,
    KpiGroup,
    MatchingSettings,
    Parameters,
    with_ids,
)
from mentoring.domain.measurement.items import Stage
from mentoring.domain.people import Role
from mentoring.domain.programme import Contact, Programme, Sponsor
from mentoring.domain.proposal import Proposal
from mentoring.domain.questionnaire.steps import Format
from mentoring.domain.scheduling.search import find_series
from mentoring.domain.scheduling.settings import LocalSpan, NoGoTime, Region, SchedulingRules
from mentoring.domain.scheduling.types import PersonCalendar
from mentoring.domain.site import site_of
from mentoring.domain.tables import Table
from mentoring.domain.topics import HouseLink, Topic
from mentoring.ports.matcher import Inputs
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment.card import EnrolmentNotice
from mentoring.usecases.enrolment.entrance import welcome
from mentoring.usecases.launch.running import it_runs
from mentoring.usecases.launch.when_over import let_follow_as_planned
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.inputs import inputs
from mentoring.usecases.matching.solving import solve
from mentoring.usecases.measurement.asking import made
from mentoring.usecases.polls.after_session import agree_on_the_next
from mentoring.usecases.polls.polls import ask_for_all
from mentoring.usecases.privacy.records import records_until
from mentoring.usecases.programme.registration import register
from mentoring.usecases.sessions.calendars import organizer_of
from mentoring.usecases.tandem.library import library_of
from tests.cards.samples import everything
from tests.domain.kits.shelf import a_kit
from tests.domain.matching.worlds import invented
from tests.people import berliner
from tests.usecases.company import NOW, TANDEM, Company, company, session
from tests.usecases.ports import chat_of

__all__ = ["company"]

OWN = (
    *("mentoring.domain.programme", "mentoring.domain.topics", "mentoring.domain.tables"),
    "mentoring.domain.condition",
)
TABLES = (
    "mentoring.domain.matching.settings",
    "mentoring.domain.scheduling.settings",
    "mentoring.domain.kits.texts",
)
"""With ``OWN`` where settings are defined: what is read there alone is read by nobody."""
PRODUCT = ("bot.", "cards.", "graph.", "mentoring.")
Read = tuple[type, str]
SESSIONS = SchedulingRules(
    rhythm="two_weeks",
    earliest=time(8),
    latest=time(18),
    no_go=(NoGoTime(start=time(9), end=time(10)),),
    closing_days=(date(2027, 2, 16),),
    regions=(Region(directory="Werk", holidays="DE-BY"),),
)
APART = MatchingSettings(
    rules=dict.fromkeys(SWITCHES, True),
    parameters=Parameters(mentee_level_at_most=9, mentor_level_at_least=1),
    lowest_score=1,
    trios=True,
    exclusion_groups=(ExclusionGroup(name="audit", people=("m000", "j000")),),
    blocked_pairs=(("m001", "j001"),),
    kpi_groups=(KpiGroup(name="north", people=("m002",)),),
)
PROGRAMME = Programme(
    sponsor=Sponsor(name="S", title="CEO", email="s@firma.example", sentences={"de": "Ja"}),
    contact=Contact(name="C", email="c@firma.example"),
    topics=(
        Topic(
            id="ai",
            names={"de": "KI"},
            links=(HouseLink(name="Leitlinie", address="https://firma.example/ki"),),
            rules={"de": "Nur im freigegebenen Assistenten."},
        ),
        Topic(id="agile"),
    ),
    kits=(Kit.model_validate(a_kit("ai-house", "ai", "discover")),),
    apply_as=("mentor", "mentee"),
    under_18=True,
    wish_to_stay=True,
    mentor_condition=Condition(texts={"de": "Ich bin neugierig."}),
    sessions=SESSIONS,
    matching=APART,
)


def fields(table: type[Table]) -> Iterator[Read]:
    """Every field of the table and of those inside it, by the class that defines it."""
    for name, field in table.model_fields.items():
        yield (
            next(
                each
                for each in reversed(table.__mro__)
                if name in vars(each).get("__annotations__", {})
            ),
            name,
        )
        for inner in inside(field.annotation):
            yield from fields(inner)


def definer(table: type[Table], field: str) -> type[Table]:
    """The class that says what the field is."""
    classes = (each for each in reversed(table.__mro__) if issubclass(each, Table))
    return next(each for each in classes if field in each.__annotations__)


def inside(kind: object) -> Iterator[type[Table]]:
    if isinstance(kind, type) and issubclass(kind, Table):
        yield kind
    for each in get_args(kind):
        yield from inside(each)


def asked_by(frame: FrameType | None) -> str:
    """The module that reads, past the settings' own methods and what notes their reads."""
    while frame and frame.f_globals.get("__name__", "") in (*OWN, *TABLES, __name__):
        frame = frame.f_back
    return str(frame.f_globals.get("__name__", "")) if frame else ""


@contextmanager
def noted() -> Iterator[set[Read]]:
    """The fields of settings that the product reads meanwhile."""
    found: set[Read] = set()

    def reading(table: Table, name: str) -> Any:
        is_field = name in type(table).model_fields
        if is_field and asked_by(sys._getframe(1)).startswith(PRODUCT):
            found.add((definer(type(table), name), name))
        return object.__getattribute__(table, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Table, "__getattribute__", reading)
        yield found


def unread(settings: type[Table], read: set[Read]) -> list[str]:
    return sorted(f"{table.__name__}.{name}" for table, name in set(fields(settings)) - read)


def cards_are_drawn() -> None:
    for notice in everything().values():
        render(notice, Words("de"))
    sample = everything()["enrolment-mentee-invited"]
    assert isinstance(sample, EnrolmentNotice)
    replace(sample, programme=PROGRAMME).portrays()
    for sessions in (SESSIONS, SchedulingRules(number=3)):
        programme = PROGRAMME.model_copy(update={"sessions": sessions})
        invitation_body(replace(sample, programme=programme), Words("de"))


def people_are_matched() -> None:
    settings = with_ids(APART, {})
    people = grouped(invented(2, 12, 10), settings)
    solve(Inputs(people, settings, (), (), ()), PROGRAMME)


def dates_are_found() -> None:
    mentor, mentee = (PersonCalendar(name, "Europe/Berlin") for name in ("mentor", "mentee"))
    site_of(berliner("p", "P", "p@firma.example", state="Werk"), SESSIONS)
    for rules in (SESSIONS, SchedulingRules(), SchedulingRules(number=2)):
        find_series(mentor, mentee, rules, date(2027, 2, 1), "Europe/Berlin", NOW)


def kits_are_laid_out() -> None:
    (chosen,) = proposed(1, Pairing(wishes=("ai",)), library_of(PROGRAMME))
    house = PROGRAMME.topic("ai")
    for way in get_args(Format):
        kit = session_kit(chosen, "de", 90, way, house=house)
    assert (kit.id, kit.links[0].name, kit.rules) == (
        "ai-house",
        "Leitlinie",
        "Nur im freigegebenen Assistenten.",
    )


async def a_cycle_is_played(company: Company) -> None:
    """A programme is registered, somebody applies, two are matched and asked, and two who have a
    tandem go on from session to session.
    """
    files = {"": PROGRAMME}
    await company.store.run(lambda uow: register(uow, NOW, ["owners-3"], files))
    await welcome(company.first, "dora", chat_of("dora"), "1")
    await company.first.run(lambda uow, moment: inputs(uow, moment.programme))
    await company.first.run(goes_on)


def goes_on(uow: UnitOfWork, moment: Moment) -> None:
    words_of(moment, moment.programme.language)
    offers.make(uow, moment, [Proposal("x", "run", "dora", "otto", 1)])
    tandem = replace(uow.tandems.need(TANDEM), rhythm="tandem", organizer_id="")
    organizer_of(moment, tandem)
    it_runs(uow, moment, tandem)
    let_follow_as_planned(uow, moment, tandem)
    mentor = next(each for each in uow.enrolments.all() if each.role is Role.MENTOR)
    made(uow, moment, mentor, Stage.START)
    records_until(moment.now, moment.programme)
    ask_for_all(uow, moment, TANDEM, "jan", 60, "tandem")
    agree_on_the_next(uow, moment, tandem, uow.sessions.need(session(6)), moment.now)


async def test_every_setting_is_read(company: Company) -> None:
    with noted() as read:
        await company.set_up(PROGRAMME)
        cards_are_drawn()
        people_are_matched()
        dates_are_found()
        kits_are_laid_out()
        await a_cycle_is_played(company)
    forgotten = unread(Programme, read)
    assert not forgotten, (
        f"nothing reads {forgotten}: read it from moment.programme; or, if it is read on a way "
        f"that this test does not walk, walk it here"
    )
    assert unread(WithAColour, read) == ["Looks.tone", "WithAColour.looks"]


class Looks(Table):
    """A table that nothing reads, with a field of another's name."""

    tone: str = "bright"


class WithAColour(Programme):
    """Settings with a field that nobody reads."""

    looks: Looks = Looks()


def test_settings_that_read_themselves_are_not_read() -> None:
    with noted() as read:
        assert SESSIONS.session_count == SchedulingRules(rhythm="two_weeks").session_count
        assert LocalSpan(start=time(1), end=time(2)).start == time(1)
        Programme.model_validate(PROGRAMME.model_dump())
    assert read == set()
