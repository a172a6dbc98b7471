"""Retrospectives on a session."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, MENTOR, MET, PROGRAMME, SESSIONS, TANDEM
from mentoring.domain.errors import Refusal
from mentoring.domain.retrospective import LONGEST, Taken
from mentoring.domain.session import not_met
from mentoring.domain.tandem import TandemState
from mentoring.notices import Notice
from mentoring.usecases.tandem.retrospective import RetrospectiveNotice


def retrospectives() -> dict[str, Notice]:
    """Asked of both, answered, shown to the other one, with what was wrong, and after the end."""
    session = SESSIONS[0]
    mentor = RetrospectiveNotice(session, TANDEM, MENTOR, MENTEE, PROGRAMME)
    mentee = replace(mentor, viewer=MENTEE, partner=MENTOR)
    line = "Ich lasse mir Mails erst zusammenfassen, dann lese ich."
    said = replace(mentee, said=Taken("tried", "this_week", line), shared=True)
    anew = replace(TANDEM, id=f"{TANDEM.id}-anew")
    wrong = Refusal("retrospective-long", field="line", most=LONGEST)
    told = replace(mentor, session=MET[0])
    untold = replace(told, session=not_met(MET[0]))
    return {
        "retrospective-by-hand": told,
        "retrospective-taken-back": untold,
        "retrospective-mentor": mentor,
        "retrospective-mentee": mentee,
        "retrospective-said": said,
        "retrospective-unsaved": replace(said, said=replace(said.said, draft="Und frage nach.")),
        "retrospective-theirs": replace(mentor, theirs=line, asks=False),
        "retrospective-wrong": replace(mentee, problem=wrong, raw={"line": "Sehr " * 41}),
        "retrospective-over": replace(mentor, tandem=replace(TANDEM, state=TandemState.CLOSED)),
        "retrospective-earlier": replace(mentee, tandem=anew),
        "retrospective-undone": replace(mentor, tandem=replace(anew, state=TandemState.ACCEPTED)),
    }
