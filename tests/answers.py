"""What people have answered, for tests: single steps, and questionnaires with all that is
required.
"""

from __future__ import annotations

from mentoring.domain.people import Role
from mentoring.domain.questionnaire import (
    About,
    Answers,
    Competence,
    NotWith,
    ProtectedSpace,
    Purpose,
    Step,
    Topics,
    TopicSkill,
    When,
    Wishes,
)


def answers(*said: Step) -> Answers:
    """All that somebody has answered."""
    return Answers().put(*said)


GERMAN = About(("de",))
WISH = Wishes("ai")
AGREED = ProtectedSpace(agreed=True)
MENTEE = answers(GERMAN, WISH, Competence(4), AGREED)
MENTOR = answers(
    GERMAN,
    Topics(("ai",)),
    TopicSkill("ai", 2, "drei Jahre"),
    Competence(9),
    Purpose(),
    When(),
    NotWith(),
    AGREED,
)
COMPLETE = {Role.MENTEE: MENTEE, Role.MENTOR: MENTOR}
