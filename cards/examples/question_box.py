"""The question box of a tandem."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME, SIDES, TANDEM
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.question import MOST_OPEN, Question
from mentoring.domain.tandem import TandemState
from mentoring.notices import Notice
from mentoring.usecases.tandem.question_box import QuestionBoxNotice, WhichBoxNotice


def boxes() -> dict[str, Notice]:
    """Question boxes: empty, full, with what was wrong, and after the end."""
    mine = Question("q1", TANDEM.id, MENTEE.id, "Womit fängt man an?", NOW, NOW)
    hers = replace(mine, id="q2", author_id=MENTOR.id, text="Wie entsteht bei euch ein Beschluss?")
    waits = replace(mine, id="q3", told_at=None)
    done = replace(mine, id="q4", text="Was ist ein Prompt?", answered_at=NOW)
    empty = {
        role: QuestionBoxNotice(TANDEM, viewer, partner, PROGRAMME)
        for role, viewer, partner in SIDES
    }
    asked = replace(empty[Role.MENTEE], own=(mine, waits), theirs=(hers,), answered=(done,))
    long = tuple(replace(waits, id=f"q{n}", text="Wörter " * 42) for n in range(MOST_OPEN))
    wrong = Refusal("question-long", field="text", most=300)
    return {
        **{f"question_box-empty-{role}": each for role, each in empty.items()},
        "question_box-asked": asked,
        "question_box-full": replace(asked, own=long, theirs=long, answered=(done, done)),
        "question_box-wrong": replace(asked, problem=wrong, raw={"text": "Warum?"}),
        "question_box-off": replace(asked, tells=False),
        "question_box-which": WhichBoxNotice(mine.text),
        "question_box-over": replace(asked, tandem=replace(TANDEM, state=TandemState.CLOSED)),
        "question_box-undone": replace(asked, undone=True),
    }
