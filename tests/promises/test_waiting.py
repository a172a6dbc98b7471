"""*You come first next time* is said where it is true: not to somebody whom a rule will never let
in, and of them owners read it before they invite them.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.enrolment import Application
from mentoring.domain.errors import NotAllowed
from mentoring.domain.match_run import DecisionKind, OwnerDecision
from mentoring.domain.matching.settings import MatchingSettings, Parameters
from mentoring.domain.pasted import PeopleAndGroups
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.usecases.enrolment.applications import applications_card
from mentoring.usecases.enrolment.correcting import Correction, correction_card
from mentoring.usecases.enrolment.correcting import prepare as prepare_correction
from mentoring.usecases.enrolment.invitation import choose_role, invite_card, prepare
from mentoring.usecases.enrolment.next_cycle import next_cycle_card
from mentoring.usecases.matching.left_over import left_over_card
from tests.usecases.company import FIRST, Company, all_of, change, enrol, profile, put, shown
from tests.usecases.ports import chat_of

ANY_DEPTH = Programme(
    name="Tandem Nord", matching=MatchingSettings(parameters=Parameters(reporting_line_depth=0))
)
"""Everybody is in the reporting line of the top: as mentee, they can have no mentor."""
SETTINGS = DecisionKind.SETTINGS
FIRST_NEXT_TIME = {"de": "zuerst dran", "en": "come first next time"}


@pytest.mark.parametrize("language", FIRST_NEXT_TIME)
async def test_whoever_the_rules_never_let_in_is_not_told_that_they_come_first(
    company: Company, language: str
) -> None:
    """Ada stands at the top; when the rule changes, so does what she reads."""

    async def read() -> str:
        notice = await shown(company.first, left_over_card.name, "ada", "ada")
        return render(notice, Words(language)).summary

    await enrol(company.first, Role.MENTEE, "ada")
    assert FIRST_NEXT_TIME[language] in await read()
    await company.set_up(ANY_DEPTH)
    assert FIRST_NEXT_TIME[language] not in await read()


@pytest.mark.parametrize("asked_first", [True, False])
async def test_owners_read_it_before_they_invite_somebody(
    company: Company, asked_first: bool
) -> None:
    await company.set_up(ANY_DEPTH)
    company.people.profiles["dora"] = profile("dora", managers=("ada",))
    chosen = None if asked_first else Role.MENTEE
    text = "ada@firma.example, dora@firma.example"
    invite = await prepare(company.first, "otto", chosen, PeopleAndGroups(text), chat_of("otto"))
    if asked_first:
        await company.first.run(choose_role, invite.id, Role.MENTEE)
    notice = await shown(company.first, invite_card.name, invite.id, "otto")
    warned = {entry.name: entry.shut_out_by for entry in notice.invite.entries}
    assert warned == {"Ada": "reporting_line", "Dora": ""}
    for language, said in (("de", "nie ein Tandem"), ("en", "never become a tandem")):
        card = str(render(notice, Words(language)).content)
        assert f"Ada: {'Nach' if language == 'de' else 'under'}" in card
        assert card.count(said) == 1


async def owners_keep(company: Company, depth: int) -> None:
    """For this cycle's matching owners have kept another depth of the reporting line."""
    kept = MatchingSettings(parameters=Parameters(reporting_line_depth=depth))
    key, now = f"{FIRST}.decision-1", company.clock.moment
    await put(company.first, "decisions", OwnerDecision(key, SETTINGS, "otto", now, settings=kept))


@pytest.mark.parametrize("depth", [0, 2])
async def test_what_owners_have_kept_for_the_matching_counts_and_is_said(
    company: Company, depth: int
) -> None:
    """The settings say the other one; the next cycle begins with them again."""
    written = Parameters(reporting_line_depth=2 - depth)
    await company.set_up(Programme(matching=MatchingSettings(parameters=written)))
    await owners_keep(company, depth)
    invite = await prepare(
        company.first, "otto", None, PeopleAndGroups("ada@firma.example"), chat_of("otto")
    )
    chosen = await company.first.run(choose_role, invite.id, Role.MENTEE)
    assert [bool(each.shut_out_by) for each in chosen.entries] == [depth == 0]
    notice = await shown(company.first, invite_card.name, invite.id, "otto")
    told = str(render(notice, Words("en")).content)
    assert ("(No reporting line between the two)" in told) is (depth == 0)
    await enrol(company.first, Role.MENTEE, "ada")
    again = await shown(company.first, next_cycle_card.name, FIRST, "otto")
    assert bool(again.shut_out) is (depth == 2)


async def test_they_read_it_of_a_long_list_as_well(company: Company) -> None:
    """Issue 12, P5: a whole department was invited without a word about its head."""
    await company.set_up(ANY_DEPTH)
    staff = {f"staff-{n}": profile(f"staff-{n}", managers=("ada",)) for n in range(120)}
    company.people.profiles |= staff
    company.people.members["all"] = ("ada", *staff)
    invite = await prepare(
        company.first, "otto", Role.MENTEE, PeopleAndGroups("", ("all",)), chat_of("otto")
    )
    assert [each.name for each in invite.entries if each.shut_out_by] == ["Ada"]


async def test_where_the_directory_tells_no_managers_nobody_counts_as_the_top(
    company: Company,
) -> None:
    await company.set_up(ANY_DEPTH)
    company.people.refuses["standings"] = NotAllowed("managers")
    text = "ada@firma.example"
    invite = await prepare(company.first, "otto", None, PeopleAndGroups(text), chat_of("otto"))
    chosen = await company.first.run(choose_role, invite.id, Role.MENTEE)
    assert [each.shut_out_by for each in chosen.entries] == [""]


async def test_owners_read_it_of_an_application(company: Company) -> None:
    applied = await enrol(company.first, Role.MENTOR, "ada")
    await change(company.first, "enrolments", applied.id, application=Application.OPEN)
    notice = await shown(company.first, applications_card.name, FIRST, "otto")
    assert [(each.name, each.shut_out_by) for each in notice.applicants] == [("Ada", "hierarchy")]
    assert "never become a tandem" in str(render(notice, Words("en")).content)


@pytest.mark.parametrize(("role", "rule"), [(Role.MENTEE, "hierarchy"), (Role.MENTOR, "")])
async def test_owners_read_it_before_they_correct_a_role(
    company: Company, role: Role, rule: str
) -> None:
    await enrol(company.first, role, "ada")
    await company.first.run(prepare_correction, "otto", Correction.ROLE, "ada", chat_of("otto"))
    (posting,) = await all_of(company.first, "postings", kind=correction_card.name)
    notice = await shown(company.first, posting.kind, posting.subject_id, "otto", view="role")
    assert notice.shut_out_by == rule
    told = str(render(replace(notice, is_old=False), Words("en")).content)
    assert ("never become a tandem" in told) is bool(rule)


async def test_owners_read_of_whoever_waits_in_vain_before_the_next_cycle(
    company: Company,
) -> None:
    """*Whoever was left over comes first* is said beside it."""
    await company.set_up(ANY_DEPTH)
    await enrol(company.first, Role.MENTEE, "ada")
    notice = await shown(company.first, next_cycle_card.name, FIRST, "otto")
    assert ("Ada", "reporting_line") in notice.shut_out
    told = str(render(notice, Words("en")).content)
    assert "Ada: under the rules" in told
    assert "as far as the rules allow" in told
