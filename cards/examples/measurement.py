"""What is asked at the start, in the middle and at the end, and one's own line."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME
from mentoring.domain.measurement.items import (
    Item,
    Marks,
    Measure,
    MeasureState,
    Stage,
    Waiting,
    asked,
    marked,
    measure_id,
)
from mentoring.domain.people import Role
from mentoring.notices import Notice
from mentoring.usecases.measurement.measure import MeasureNotice

THEN = {
    Role.MENTEE: Marks("ai", competence=3, usage=2, advice=2, together=3),
    Role.MENTOR: Marks(network=2, voice=2, presenting=3, feedback=2),
}
NOW_SAID = {
    Role.MENTEE: Marks("ai", competence=6, usage=4, advice=4, together=3),
    Role.MENTOR: Marks(network=4, voice=3, presenting=4),
}
PEOPLE = {Role.MENTEE: MENTEE.id, Role.MENTOR: MENTOR.id}


def measures() -> dict[str, Notice]:
    """Each question to each role, what was said at each stage, and what is left of it."""
    found: dict[str, Notice] = {}
    for role in Role:
        items = asked(role, Stage.END)
        end = _notice(role, Stage.END)
        for page, item in enumerate(items):
            found[f"measure-asked-{item}"] = replace(end, page=page)
        found[f"measure-line-{role}"] = replace(_said(role, Stage.END), page=len(items))
    start = _notice(Role.MENTEE, Stage.START)
    said = _said(Role.MENTOR, Stage.START)
    over = replace(said, measure=replace(said.measure, state=MeasureState.CLOSED))
    stopped = replace(start, measure=replace(start.measure, state=MeasureState.STOPPED))
    return {
        **found,
        "measure-start": start,
        "measure-start-said": replace(said, page=4),
        "measure-start-over": over,
        "measure-start-empty": replace(start, page=3),
        "measure-middle": _notice(Role.MENTOR, Stage.MIDDLE),
        "measure-middle-answered": _said(Role.MENTEE, Stage.MIDDLE),
        "measure-stopped": stopped,
        "measure-no-start": replace(_said(Role.MENTOR, Stage.END), start=Marks(), page=4),
        "measure-may-follow": replace(_said(Role.MENTEE, Stage.END), page=4, follows=False),
        "measure-follows": replace(_said(Role.MENTEE, Stage.END), page=4, follows=True),
        **_waiting(),
        **_staying(),
    }


def _waiting() -> dict[str, Notice]:
    """While somebody waits: whether they like to be asked, a question, and what was said."""
    start, end = _notice(Role.MENTEE, Stage.START), _said(Role.MENTEE, Stage.END)
    return {
        "measure-waiting": _who(start, Waiting.ASKED),
        "measure-waiting-declined": _who(start, Waiting.DECLINED),
        "measure-waiting-start": _who(start, Waiting.AGREED),
        "measure-waiting-middle": _who(_notice(Role.MENTOR, Stage.MIDDLE), Waiting.AGREED),
        "measure-waiting-line": replace(_who(end, Waiting.AGREED), page=4),
    }


def _staying() -> dict[str, Notice]:
    """Where mentors are asked whether they want to stay."""
    end = _notice(Role.MENTOR, Stage.END)
    asks = Marks(network=4, stay=4, asks_stay=True)
    asked_too = replace(end.measure, said=asks)
    line = replace(end, measure=asked_too, start=Marks(network=2, stay=3, asks_stay=True), page=4)
    unsaid = replace(asked_too, said=Marks(asks_stay=True))
    return {
        "measure-asked-stay": replace(end, measure=unsaid, page=3),
        "measure-line-stay": line,
    }


def _who(notice: MeasureNotice, waiting: Waiting) -> MeasureNotice:
    return replace(notice, measure=replace(notice.measure, waiting=waiting))


def _notice(role: Role, stage: Stage) -> MeasureNotice:
    key = measure_id(f"p1c1:{role}:{PEOPLE[role]}", stage)
    found = Measure(key, PEOPLE[role], role, stage, NOW, Marks(THEN[role].topic))
    is_start = stage is Stage.START
    return MeasureNotice(found, PROGRAMME, Marks() if is_start else THEN[role])


def _said(role: Role, stage: Stage) -> MeasureNotice:
    found = _notice(role, stage)
    said = NOW_SAID[role]
    for item in {*Item} - {*found.measure.items}:
        said = marked(said, item, None)
    return replace(found, measure=replace(found.measure, said=said))
