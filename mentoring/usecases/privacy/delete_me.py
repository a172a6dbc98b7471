"""*Delete me*: asked once, with what goes and what must stay; then somebody is forgotten.

What only they have seen goes at once. A tandem of theirs is ended first, some time within the next
three working days and in the words of every end, so that the other one does not learn why; with it
everything else goes: their rows, their cards in the chat, their name in others' lists, and at last
they themselves. Of past pairs a pseudonym stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal, get_args

import structlog

from mentoring.domain.cycle import SettingsVersion
from mentoring.domain.errors import NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.people import Person
from mentoring.domain.posting import Change, Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import TOGETHER, TandemState
from mentoring.domain.upkeep import Effect, Fact, Timer
from mentoring.notices import Notice, Scene, kinds_for_owners, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork, kinds, rows_of
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import in_force
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.holdings import (
    HOLDINGS,
    Part,
    Reader,
    about,
    by_its_parts,
    naming_them,
)
from mentoring.usecases.common.noting import forget_under_pseudonym
from mentoring.usecases.common.postings import post_anew, show_part
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.showing import depends, owners_read_otherwise
from mentoring.usecases.common.taking_out import Taken, standing, take_out
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.privacy.erasing import erase
from mentoring.usecases.privacy.forgetting import Traces
from mentoring.usecases.privacy.leaving import has_still_to_end

State = Literal["asked", "kept", "waiting", "done"]
Left = Literal["cards", "tandem"]
"""What Microsoft 365 did not let the bot take away: cards in the chat, a running tandem."""
KEPT = "kept"
SET_UP = TandemState.LAUNCHING, TandemState.LAUNCHED
LOOKED_AGAIN = timedelta(minutes=10)
LONGEST = timedelta(days=7)
"""After so long somebody is forgotten even if Microsoft 365 keeps something from ending."""
LONG_AGO = timedelta(days=365)
PORTION = 100
SHARED = frozenset(
    {
        *("tandems", "pairs", "proposals", "decisions", "runs", "invites"),
        *("launches", "undoings", "closings", "kickoffs"),
        *("settings_versions", "cycles", "programmes"),
    }
)
"""The rows that are not of one person alone: a pseudonym stands there instead."""
log = structlog.get_logger()


@dataclass(frozen=True)
class ErasureNotice(Notice):
    """The question, and what became of it.

    ``runs``: whether a tandem has to be ended first, also one that has not started yet; ``named``
    whether the settings name the person as somebody who stands for a programme; ``left`` what the
    receipt has to name. ``programmes``: those that have asked the person, by name.
    """

    is_of_all = True

    person: Person
    programme: Programme
    state: State
    runs: bool = False
    named: bool = False
    left: tuple[Left, ...] = ()
    programmes: tuple[str, ...] = ()


@shows(to="person", stored_as="erasure")
def erasure_card(uow: UnitOfWork, scene: Scene) -> ErasureNotice:
    """What the person sees of it."""
    person = uow.people.need(scene.posting.person_id)
    asked = uow.facts.get(_key(uow, person.id))
    state: State = "kept" if scene.posting.view == KEPT else "asked"
    if asked:
        state = "done" if asked.value.endswith(DONE) else "waiting"
    left = tuple(each for each in get_args(Left) if each in scene.posting.view.split())
    runs, named = (
        _is_in_one(uow, person.id, TOGETHER),
        any(_stands_for(person, each) for each in in_force(uow)),
    )
    homes = tuple(each.name for each in _homes(uow, person.id))
    return ErasureNotice(person, scene.programme, state, runs, named, left, homes)


def _stands_for(person: Person, programme: Programme) -> bool:
    standing = (programme.sponsor.email, programme.contact.email)
    return any(person.profile.is_meant_by(each) for each in standing)


def _homes(uow: UnitOfWork, person_id: str) -> list[Programme]:
    """The programmes in which the person has been asked to take part."""
    every = uow.everywhere
    asked = {key for (key,) in every.enrolments.columns("cycle_id", person_id=person_id)}
    homes = every.cycles.columns("programme_id", id=sorted(asked), tried_by="")
    return in_force(uow, {home for (home,) in homes})


@depends(erasure_card, Fact)
def _people(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """That somebody is to be forgotten, or has been."""
    return [_read(change.row)[0]] if change.row.id.startswith(ERASING) else ()


ERASING, DONE = "erasing:", " done"


def _key(uow: UnitOfWork, person_id: str) -> str:
    """Under which it is noted that somebody is to be forgotten."""
    return f"{ERASING}{uow.pseudonym(person_id)}"


def _is_in_one(uow: UnitOfWork, person_id: str, states: Collection[TandemState]) -> bool:
    """Whether the person is in a tandem, in whichever programme, that is in one of these states."""
    tandems, there = uow.everywhere.tandems, {"state": tuple(states)}
    return tandems.any(mentor_id=person_id, **there) or tandems.any(mentee_id=person_id, **there)


def offer(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> bool:
    """Ask whether everything is to be erased. Of whoever is not known any more at most something
    under a pseudonym is left, which is forgotten without a question; says whether that was so.

    Raises:
        Refusal: ``nothing-held`` for somebody of whom there is not even that.
    """
    if uow.people.get(person_id) is None:
        return _forget_stranger(uow, person_id)
    post_anew(uow, moment, erasure_card, person_id, person_id, chat)
    return False


def _forget_stranger(uow: UnitOfWork, person_id: str) -> bool:
    if not forget_under_pseudonym(uow, person_id):
        raise Refusal("nothing-held")
    return True


def keep(uow: UnitOfWork, _moment: Moment, person_id: str, posting_id: str) -> None:
    """*No*: everything stays as it is."""
    show_part(uow, erasure_card, person_id, posting_id, KEPT, 0)


def confirm(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """*Yes*: begin; pressed twice, begun once."""
    fact = Fact(_key(uow, person_id), f"{person_id} {moment.now.isoformat()}")
    if uow.facts.add(fact):
        erase_unshared(uow, person_id)
        _go_on(uow, moment, fact)


def erase_unshared(uow: UnitOfWork, person_id: str) -> None:
    """Erase at once what nobody but the person has ever seen."""
    for holding in HOLDINGS:
        own = [part for part in holding.parts if _is_read_by_its_author_alone(part)]
        if own or holding.unseen is not by_its_parts:
            for row in list(holding.find(uow.everywhere, person_id)):
                parts = holding.parts if holding.unseen(row) else own
                erase(uow, holding.entity, row.id, parts)


def _is_read_by_its_author_alone(part: Part) -> bool:
    shared = {Reader.PARTNER, Reader.DEPUTY}
    return Reader.AUTHOR in part.seen_by and not shared & part.seen_by


def _go_on(uow: UnitOfWork, moment: Moment, fact: Fact) -> None:
    person_id, asked_at = _read(fact)
    late = moment.now - asked_at > LONGEST
    if has_still_to_end(uow, moment, person_id) and not late:
        set_timer(uow, erasing_due, fact.id, moment.now + LOOKED_AGAIN)
    else:
        ask(uow, erase_person, fact.id, once=f"{moment.now:{STAMP}}")


def _read(fact: Fact) -> tuple[str, datetime]:
    person_id, asked_at = fact.value.removesuffix(DONE).split(" ")
    return person_id, datetime.fromisoformat(asked_at)


@when_due(stored_as="erasing-due")
def erasing_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Look again whether everything has ended that the person was in."""
    fact = uow.facts.get(timer.subject_id)
    if fact:
        _go_on(uow, moment, fact)


@one_step(queue="work")
async def erase_person(world: World, key: str) -> None:
    """Forget the person for whom this is noted; a repeat goes on where it was.

    Their cards leave the chat, others' rows lose their name, some at a time; then their own rows
    go, and their name from what owners have written about others; they read the receipt, and at
    last, when no card stands in their chat that has arrived meanwhile, they are not known any more.
    """
    fact = await world.read(lambda uow, _: uow.facts.get(key))
    if fact is None:
        return
    person_id, _ = _read(fact)
    taken = await take_out(world, partial(_own_cards, person_id=person_id))
    left = await world.read(lambda uow, _: _not_taken_away(uow, taken, person_id))
    traces = await world.run(lambda uow, _: _traces(uow, person_id))
    for name in sorted(SHARED | {"enrolments", "people"}):
        await _forget_in(world, name, traces, person_id)
    await world.run(lambda uow, _: _erase_own(uow, traces, person_id))
    await _forget_in(world, "interventions", traces, person_id)
    receipt = await world.run(_done, key, person_id, left)
    if receipt:
        await _send(world, receipt)
    await take_out(world, partial(_left_or_gone, key=key, person_id=person_id), taken)


def _traces(uow: UnitOfWork, person_id: str) -> Traces:
    person = uow.people.get(person_id)
    known_as = person.profile.names if person else frozenset[str]()
    called = person.profile.name if person else ""
    return Traces(known_as | {person_id}, uow.pseudonym(person_id), called)


def _not_taken_away(uow: UnitOfWork, taken: Taken, person_id: str) -> str:
    """What is left in Microsoft 365, as the receipt's view."""
    found: dict[Left, bool] = {"cards": taken.stays, "tandem": _is_in_one(uow, person_id, SET_UP)}
    return " ".join(each for each, is_left in found.items() if is_left)


def _own_cards(
    uow: UnitOfWork, _moment: Moment, taken: Set[str], *, person_id: str
) -> list[Posting]:
    """The person's own cards, which show what they have answered; none of them arrives unseen
    while this unit runs.
    """
    own = uow.everywhere.postings
    keys = sorted(key for (key,) in own.columns("id", person_id=person_id))
    return standing(own.hold(keys), taken)


def _left_or_gone(
    uow: UnitOfWork, moment: Moment, taken: Set[str], *, key: str, person_id: str
) -> list[Posting]:
    # Held first: a card that has just arrived is noted before this, or not at all.
    uow.people.hold([person_id])
    left = _own_cards(uow, moment, taken, person_id=person_id)
    if not left:
        _gone(uow, moment, key, person_id)
    return left


async def _forget_in(world: World, name: str, traces: Traces, person_id: str) -> None:
    entity = kinds()[name]
    keys = await world.read(
        lambda uow, _: [key for (key,) in rows_of(uow.everywhere, entity).columns("id")]
    )
    for first in range(0, len(keys), PORTION):
        await world.run(_forget_some, entity, keys[first : first + PORTION], traces, person_id)


def _forget_some(
    uow: UnitOfWork, _moment: Moment, entity: type, keys: Sequence[str], traces: Traces, own: str
) -> None:
    rows = rows_of(uow.everywhere, entity)
    for row in rows.all(id=keys):
        if traces.are_in(row) and not _is_own(row, own):
            changed = _as_it_counts(uow, row, traces.forgotten(row))
            if changed.id != row.id:
                rows.delete(row.id)
            rows.put(changed)


def _as_it_counts(uow: UnitOfWork, before: Any, changed: Any) -> Any:  # noqa: ANN401 - any entity
    """The changed row; the settings in force go on naming whoever stands for the programme, as the
    person was told, until owners name somebody else.
    """
    if not isinstance(before, SettingsVersion):
        return changed
    home = uow.everywhere.programmes.get(before.programme_id)
    if home is None or home.version != before.number:
        return changed
    standing = {"sponsor": before.settings.sponsor, "contact": before.settings.contact}
    return replace(changed, settings=changed.settings.model_copy(update=standing))


def _is_own(row: Any, person_id: str) -> bool:  # noqa: ANN401 - any entity
    """Whether the row is the person's alone, and goes as a whole."""
    return person_id in {getattr(row, "person_id", ""), row.id}


def _show_without(uow: UnitOfWork, traces: Traces, person_id: str) -> None:
    """What owners read names them no more, also on cards that are over, and is shown so."""
    cards, found = uow.everywhere.postings, uow.everywhere.enrolments
    cycles = {cycle_id for (cycle_id,) in found.columns("cycle_id", person_id=person_id)}
    for card in cards.all(kind=kinds_for_owners(), cycle_id=sorted(cycles)):
        parts = [traces.instead_of(each) for each in card.subject_id.split(":")]
        cards.put(replace(card, subject_id=":".join(parts)))
    owners_read_otherwise(uow, cycles)


def _erase_own(uow: UnitOfWork, traces: Traces, person_id: str) -> None:
    """Everything that is the person's alone, but for who they are and the card that says it; of
    what they have only done, as an owner, it is forgotten that it was they.
    """
    _show_without(uow, traces, person_id)
    shared = {kinds()[name] for name in SHARED}
    left = {Person, Posting, Effect, Fact}
    for holding in HOLDINGS:
        if holding.entity in shared | left:
            continue
        rows = rows_of(uow.everywhere, holding.entity)
        stays = all(part.emptied is not None for part in holding.parts)
        for row in list(holding.find(uow.everywhere, person_id)):
            if stays:
                erase(uow, holding.entity, row.id, holding.parts)
            else:
                rows.delete(row.id)


def _done(uow: UnitOfWork, moment: Moment, key: str, person_id: str, left: str) -> Posting | None:
    """All is erased; the last message to the person, if they can be reached, which names what is
    ``left``.
    """
    fact, person = uow.facts.get(key), uow.people.get(person_id)
    if fact is None or person is None or not person.conversation:
        return None
    uow.facts.put(Fact(key, fact.value.removesuffix(DONE) + DONE))
    return Posting(
        f"erased:{person_id}",
        erasure_card.name,
        person_id,
        person_id,
        person.conversation,
        person.service_url,
        view=left,
        cycle_id=moment.cycle.id,
    )


async def _send(world: World, receipt: Posting) -> None:
    """The receipt is sent as a message of its own, and noted nowhere."""
    try:
        await world.messenger.post(receipt)
    except (NotThere, NotAllowed, Rejected) as refused:
        log.info("receipt.not_sent", error=type(refused).__name__)


def _gone(uow: UnitOfWork, moment: Moment, key: str, person_id: str) -> None:
    """Nobody is known by this id any more."""
    everywhere = uow.everywhere
    own = [(each.entity, row.id) for each, row in about(everywhere, person_id)]
    named = [(each.entity, row.id) for each, row in naming_them(everywhere, person_id)]
    for entity, key_of_row in (*own, *named):
        if entity is Effect:
            # It counts as done long ago: with it the engine's log of it goes at once
            # (``Engine.tidy``).
            effect = everywhere.effects.need(key_of_row)
            long_ago = moment.now - LONG_AGO
            everywhere.effects.put(replace(effect, done=True, done_at=long_ago))
        elif entity in {Posting, Fact, Change}:
            rows_of(everywhere, entity).delete(key_of_row)
    everywhere.people.delete(person_id)
    everywhere.facts.delete(key)
