"""The invented people of a try."""

from __future__ import annotations

import pytest

from mentoring.domain.people import ID, Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import ProtectedSpace, way
from mentoring.usecases.trial.cast import answers, invented, invented_id
from tests.usecases.company import person

OWNER = person("otto")


@pytest.mark.parametrize("role", Role)
def test_whatever_is_asked_of_everybody_is_answered_but_the_agreement(role: Role) -> None:
    said = answers(role, Programme())
    left = way.open_positions(role, said)
    assert [each.step for each in left] == [ProtectedSpace.name]


def test_they_answer_with_what_the_programme_offers() -> None:
    programme = Programme.model_validate({"topics": [{"id": "own", "de": "Eigenes", "en": "Own"}]})
    said = [part for role in Role for part in answers(role, programme).parts]
    assert len(said) > len(Role)
    assert {part.not_offered(programme.offered) for part in said} == {""}


def test_the_mentor_stands_below_the_mentee_and_neither_reports_to_the_other() -> None:
    mentee, mentor = (invented("p1t1", role, OWNER, "de").profile for role in Role)
    mentee, mentor = sorted((mentee, mentor), key=lambda each: each.level)
    assert mentor.level > mentee.level
    assert not {mentee.id, *mentee.managers} & {mentor.id, *mentor.managers}


def test_each_try_has_people_of_its_own_who_look_as_the_directorys_do() -> None:
    found = {invented_id(key, role) for key in ("p1t1", "p1t2") for role in Role}
    assert len(found) == 4
    assert all(ID.fullmatch(each) for each in found)


def test_they_speak_the_voices_language_and_are_written_to_where_the_owner_is() -> None:
    made = invented("p1t1", Role.MENTEE, OWNER, "en")
    assert (made.language, made.conversation) == ("en", OWNER.conversation)
    assert made.id != OWNER.id
