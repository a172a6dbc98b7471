"""Asking each other: what the two do with their question box.

Who keeps the calendar of one of them can do none of it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from mentoring.domain.errors import Refusal
from mentoring.domain.question import LONGEST, MOST_OPEN, Question
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.tandem.kits import propose_others
from mentoring.usecases.tandem.question_box import WhichBoxNotice, question_box
from mentoring.usecases.tandem.telling import comes_with_a_session, tell_soon


def put(
    uow: UnitOfWork,
    moment: Moment,
    tandem_id: str,
    person_id: str,
    text: str,
    *,
    at_once: bool = False,
) -> None:
    """Put a question into the box; the same one twice is one.

    It waits for the next session until what prepares the other one for that has come; from then on,
    where no session is ahead, and ``at_once``, they may read it now and are told when they next
    work.

    Raises:
        Refusal: ``stale`` once the tandem is over; ``not-yours``; ``question-empty``,
            ``question-long`` and ``question-many``, at the input ``text``.
    """
    tandem = running(uow, tandem_id)
    tandem.role_of(person_id)
    said = _checked(text)
    own = uow.questions.all(tandem_id=tandem.id, author_id=person_id)
    still = [each for each in own if each.is_open]
    made = next((each for each in still if each.text == said), None)
    if made is None and len(still) >= MOST_OPEN:
        raise Refusal("question-many", field="text", most=MOST_OPEN)
    if made is None:
        key = f"{tandem.id}:{moment.now:{STAMP}}:{secrets.token_hex(4)}"
        made = uow.questions.put(Question(key, tandem.id, person_id, said, moment.now))
    if at_once or not comes_with_a_session(uow, moment, tandem, tandem.partner_of(person_id)):
        _tell(uow, moment, tandem, made)


def _checked(text: str) -> str:
    said = text.strip()
    if not said:
        raise Refusal("question-empty", field="text")
    if len(said) > LONGEST:
        raise Refusal("question-long", field="text", most=LONGEST)
    return said


def _tell(uow: UnitOfWork, moment: Moment, tandem: Tandem, question: Question) -> None:
    if question.waits:
        uow.questions.put(replace(question, told_at=moment.now))
        tell_soon(uow, moment, tandem, tandem.partner_of(question.author_id))


def send(uow: UnitOfWork, moment: Moment, question_id: str, person_id: str) -> None:
    """Let the other one read a question of one's own now.

    Raises:
        Refusal: ``gone``, ``stale``, ``not-yours``.
    """
    tandem, question = _own(uow, question_id, person_id)
    _tell(uow, moment, tandem, question)


def take_back(uow: UnitOfWork, moment: Moment, question_id: str, person_id: str) -> None:
    """Take a question of one's own out of the box, whether the other one has read it or not;
    pressed twice, taken back once. A session ahead whose kit has grown from it gets another.

    Raises:
        Refusal: ``stale``, ``not-yours``.
    """
    if uow.questions.get(question_id):
        tandem, _ = _own(uow, question_id, person_id)
        uow.questions.delete(question_id)
        propose_others(uow, moment, tandem.id, question_id)


def _own(uow: UnitOfWork, question_id: str, person_id: str) -> tuple[Tandem, Question]:
    tandem, question = _known(uow, question_id, person_id)
    if question.author_id != person_id:
        raise Refusal("not-yours")
    return tandem, question


def _known(uow: UnitOfWork, question_id: str, person_id: str) -> tuple[Tandem, Question]:
    question = uow.questions.need(question_id)
    tandem = running(uow, question.tandem_id)
    tandem.role_of(person_id)
    if question.waits and question.author_id != person_id:
        raise Refusal("not-yours")
    return tandem, question


def answered(
    uow: UnitOfWork, moment: Moment, question_id: str, person_id: str, *, yes: bool
) -> None:
    """*Answered*, or *still open* after all; either of the two says it.

    Raises:
        Refusal: ``gone``, ``stale``, ``not-yours``.
    """
    _, question = _known(uow, question_id, person_id)
    if question.is_open == yes:
        uow.questions.put(replace(question, answered_at=moment.now if yes else None))


def show(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, chat: Chat) -> None:
    """Put the box before one of the two, who asks for it.

    Raises:
        Refusal: ``stale`` once the tandem is over; ``not-yours``.
    """
    tandem = running(uow, tandem_id)
    tandem.role_of(person_id)
    key = f"{question_box.name}:{tandem.id}:{person_id}:{moment.now:{STAMP}}"
    post(uow, question_box, tandem.id, person_id, key=key, chat=chat)


def ask_by_words(
    uow: UnitOfWork, moment: Moment, person_id: str, text: str, chat: Chat
) -> WhichBoxNotice | None:
    """``question …``: put it into the box, and show that; without a question the box alone.

    Who is in several tandems is shown each of their boxes, gets the question back, and chooses
    there.

    Raises:
        Refusal: ``question-nobody`` for somebody in no running tandem; as ``put``.
    """
    own = _running_of(uow, person_id)
    if not own:
        raise Refusal("question-nobody")
    said = _checked(text) if text.strip() else ""
    if said and len(own) == 1:
        put(for_cycle(uow, own[0].cycle_id), moment, own[0].id, person_id, said)
    for tandem in own:
        show(for_cycle(uow, tandem.cycle_id), moment, tandem.id, person_id, chat)
    return WhichBoxNotice(said) if said and len(own) > 1 else None


def _running_of(uow: UnitOfWork, person_id: str) -> Sequence[Tandem]:
    tandems = uow.everywhere.tandems
    return tandems.all(id=tandems_with(uow, person_id), state=TandemState.LAUNCHED)
