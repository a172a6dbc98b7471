"""The road map of a tandem."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, NOW, PROGRAMME, SIDES, TANDEM
from mentoring.domain.course import Course
from mentoring.domain.errors import Refusal
from mentoring.domain.kits.choice import Pairing, Road, proposed
from mentoring.domain.people import Role
from mentoring.domain.question import Question
from mentoring.domain.tandem import TandemState
from mentoring.notices import Notice
from mentoring.usecases.tandem.library import packaged
from mentoring.usecases.tandem.road_map import RoadMapNotice, Stop

ASKED = "Wie erklärt ihr euren Eltern, was ihr tut?"
QUESTIONS = {
    "q1": ASKED,
    "q2": "Was liest du, bevor du etwas kaufst?",
    "q3": "Woran merkst du, dass du zu viel redest?",
    "q4": "Wann hast du zuletzt deine Meinung geändert?",
    "q5": "Welche Sitzung würdest du streichen?",
}


def road_maps() -> dict[str, Notice]:
    """Road maps: at the start, on the way, a long one, one with an open end, and after the end."""
    pairing = Pairing(("ai", "data", "agile"), levels={"ai": 3, "data": 2})
    found, long = _stops(6, pairing, ("q1",)), _stops(12, pairing, tuple(QUESTIONS))
    mentor, mentee = (
        RoadMapNotice(TANDEM, viewer, partner, PROGRAMME, course=Course(0, 6), stops=tuple(found))
        for _, viewer, partner in SIDES
    )
    question = Question("q1", TANDEM.id, MENTEE.id, ASKED, NOW, NOW)
    behind = [replace(each, is_over=True) for each in found[:3]]
    standing = replace(found[3], stands=True)
    under_way = (*behind[:2], Stop(is_over=True), standing, found[4], Stop())
    return {
        "road-map-start": mentee,
        "road-map-under-way": replace(mentor, course=Course(3, 6), stops=under_way),
        "road-map-long": replace(
            mentee, course=Course(3, 12), stops=(*behind, standing, *long[4:])
        ),
        "road-map-without-dates": replace(mentor, course=Course()),
        "road-map-changed": replace(mentor, version=1, changed_by=Role.MENTEE),
        "road-map-step": replace(mentee, looked_at=1, topics=("ai", "data"), questions=(question,)),
        "road-map-quicker": replace(
            mentor, looked_at=2, topics=("ai",), problem=Refusal("road-map-changed"), version=2
        ),
        "road-map-over": replace(mentor, tandem=replace(TANDEM, state=TandemState.CLOSED)),
        "road-map-undone": replace(mentee, undone=True),
    }


def _stops(sessions: int, pairing: Pairing, questions: tuple[str, ...]) -> list[Stop]:
    kits = proposed(sessions, pairing, packaged(), Road(questions=questions))
    return [Stop(kit, QUESTIONS.get(kit.step.question, "")) for kit in kits]
