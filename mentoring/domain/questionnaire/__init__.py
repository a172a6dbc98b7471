"""The questionnaire: what each step asks, what somebody has answered, and their way through it.

``steps`` one type per step, with what it takes · ``answers`` all that one person has answered ·
``on_behalf`` what owners may enter for somebody · ``way`` the steps in their order, and which are
still open.
"""

from mentoring.domain.questionnaire.answers import STEPS, Answers, Draft, Line, inputs_of, read
from mentoring.domain.questionnaire.steps import (
    About,
    Competence,
    Never,
    NotWith,
    Offered,
    Position,
    ProtectedSpace,
    Purpose,
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
    "Competence",
    "Draft",
    "Line",
    "Never",
    "NotWith",
    "Offered",
    "Position",
    "ProtectedSpace",
    "Purpose",
    "Step",
    "TopicSkill",
    "Topics",
    "When",
    "Wishes",
    "inputs_of",
    "read",
]
