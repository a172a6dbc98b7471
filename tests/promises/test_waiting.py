"""*You come first next time* is said where it is true: not to somebody whom a rule will never let
in, and of them owners read it before they invite them.
"""

from __future__ import annotations

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.matching.settings import MatchingSettings, Parameters
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.usecases.enrolment.invitation import choose_role, invite_card, prepare
from mentoring.usecases.matching.offers import left_over_card
from tests.usecases.company import Company, enrol, profile, shown
from tests.usecases.ports import chat_of

ANY_DEPTH = Programme(
    name="Tandem Nord", matching=MatchingSettings(parameters=Parameters(reporting_line_depth=0))
)
"""Everybody is in the reporting line of the top: as mentee, they can have no mentor."""
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
    invite = await prepare(company.first, "otto", chosen, text, chat_of("otto"))
    if asked_first:
        await company.first.run(choose_role, invite.id, Role.MENTEE)
    notice = await shown(company.first, invite_card.name, invite.id, "otto")
    warned = {entry.name: entry.shut_out_by for entry in notice.invite.entries}
    assert warned == {"Ada": "reporting_line", "Dora": ""}
    for language, said in (("de", "nie ein Tandem"), ("en", "never become a tandem")):
        card = str(render(notice, Words(language)).content)
        assert f"Ada: {'Nach' if language == 'de' else 'under'}" in card
        assert card.count(said) == 1
