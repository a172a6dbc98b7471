"""The questionnaire: what each step asks, what somebody has answered, and their way through it.

``steps`` a type a step, with what it takes · ``answers`` all that one person has answered ·
``way`` the steps in their order, and which are still open.
"""

from mentoring.domain.questionnaire.answers import STEPS, Answers, read
from mentoring.domain.questionnaire.steps import (
    About,
    NotWith,
    Offered,
    Position,
    ProtectedSpace,
    Purpose,
    Standing,
    Step,
    Topics,
    TopicSkill,
    When,
    Wishes,
)
from mentoring.domain.questionnaire.way import SUMMARY

__all__ = [
    "STEPS",
    "SUMMARY",
    "About",
    "Answers",
    "NotWith",
    "Offered",
    "Position",
    "ProtectedSpace",
    "Purpose",
    "Standing",
    "Step",
    "TopicSkill",
    "Topics",
    "When",
    "Wishes",
    "read",
]
