"""An owner names who is to become one: shown first, and remembered until that person is a member of
the owners' team, because that alone makes somebody an owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mentoring.domain.errors import Refusal
from mentoring.domain.invitation import Choice
from mentoring.domain.pasted import names_in
from mentoring.domain.people import ID, Profile, one_spelling
from mentoring.domain.succession import Succession, SuccessionState
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post, post_anew
from mentoring.usecases.common.previews import grows_old, is_old, require_fresh
from mentoring.usecases.common.showing import EVERY, depends
from mentoring.usecases.programme.boundary import is_boundary
from mentoring.usecases.programme.needs import Asking, needs_owners
from mentoring.usecases.programme.status import status_card

MOST = 8
"""So many people of one name are offered to choose from."""
OPEN = frozenset({SuccessionState.CHOOSING, SuccessionState.PREVIEW})


@dataclass(frozen=True)
class SuccessorNotice(Notice):
    """Whom an owner (``by``, a name, empty if unknown) names, and how far it is.

    ``is_old``: shown too long ago to be confirmed.
    """

    succession: Succession
    by: str
    is_old: bool = False


@shows(to="owners")
def successor_card(uow: UnitOfWork, scene: Scene) -> SuccessorNotice:
    """What owners see of it."""
    named = uow.successions.need(scene.posting.subject_id)
    old = named.state in OPEN and is_old(named.noted_at, scene.now)
    return SuccessorNotice(named, name_of(uow, named.by), old)


@depends(successor_card, Succession)
def _itself(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """How far it is."""
    return [change.row.id]


@depends(status_card, Succession)
def _waits(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whether somebody is named who is no owner yet."""
    return [EVERY] if change.alters("state") else ()


def show_waiting(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    """Put everybody who is named and not there yet before the owner."""
    for each in waiting_for(uow):
        post_anew(uow, moment, successor_card, each.id, asking.owner, asking.chat)


@needs_owners(show_waiting)
def successor(uow: UnitOfWork, _moment: Moment, _readers: Readers) -> int:
    """Whoever is named has to be taken into the owners' team by somebody, in Teams."""
    return uow.successions.count(state=SuccessionState.NAMED)


def waiting_for(uow: UnitOfWork) -> Sequence[Succession]:
    """Those who are named and not in the owners' team yet."""
    return uow.successions.all(state=SuccessionState.NAMED)


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put whoever is named before an owner who names nobody.

    Raises:
        Refusal: ``successor-whom`` if nobody is.
    """
    if not waiting_for(uow):
        raise Refusal("successor-whom")
    show_waiting(uow, moment, Asking(owner, chat, frozenset()))


def prepare(
    uow: UnitOfWork, moment: Moment, owner: str, found: Sequence[Profile], chat: Chat
) -> None:
    """Show whom the owner would name; of several who bear the name, all, to choose from.

    Raises:
        Refusal: ``successor-is-owner``, ``successor-guest``, ``successor-disabled``,
            ``successor-boundary``, ``successor-named``.
    """
    key = next_id(uow, "succession")
    named = Succession(key, owner, moment.now, SuccessionState.CHOOSING)
    if len(found) == 1:
        named = _chosen(uow, moment, named, found[0])
    else:
        choices = tuple(Choice(each.id, each.name, _about(each)) for each in found[:MOST])
        named = replace(named, choices=choices)
    uow.successions.put(named)
    post(uow, successor_card, named.id, owner, chat=chat)
    grows_old(uow, moment, successor_card, named.id)


def _about(profile: Profile) -> str:
    return " · ".join(filter(None, (profile.department, profile.location, profile.email)))


def choose(uow: UnitOfWork, moment: Moment, succession_id: str, profile: Profile) -> None:
    """Say who is meant; whoever was not offered is not taken.

    Raises:
        Refusal: ``stale`` if there is nothing to choose; as ``prepare``.
    """
    named = _held(uow, succession_id)
    offered = {each.person_id for each in named.choices}
    if named.state is not SuccessionState.CHOOSING or profile.id not in offered:
        raise Refusal("stale")
    uow.successions.put(_chosen(uow, moment, named, profile))


def _chosen(uow: UnitOfWork, moment: Moment, named: Succession, profile: Profile) -> Succession:
    _require_possible(uow, moment, profile.id, profile.name)
    if profile.hindrance in {"guest", "disabled"}:
        raise Refusal(f"successor-{profile.hindrance}", name=profile.name)
    if is_boundary(profile, moment.programme):
        raise Refusal("successor-boundary", name=profile.name)
    state = SuccessionState.PREVIEW
    return replace(named, state=state, person_id=profile.id, name=profile.name, choices=())


def _require_possible(uow: UnitOfWork, moment: Moment, person_id: str, name: str) -> None:
    if person_id in moment.home.owners:
        raise Refusal("successor-is-owner", name=name)
    if uow.successions.any(state=SuccessionState.NAMED, person_id=person_id):
        raise Refusal("successor-named", name=name)


def confirm(uow: UnitOfWork, moment: Moment, succession_id: str) -> None:
    """Name whoever is shown; twice is as good as once.

    Raises:
        Refusal: ``preview-old``, ``stale``; as ``prepare``.
    """
    named = _held(uow, succession_id)
    if named.state is SuccessionState.NAMED:
        return
    if named.state is not SuccessionState.PREVIEW:
        raise Refusal("stale")
    require_fresh(named.noted_at, moment.now)
    _name(uow, moment, named)


def again(uow: UnitOfWork, moment: Moment, succession_id: str) -> None:
    """Let whoever was withdrawn be named once more.

    Raises:
        Refusal: ``stale``; as ``prepare``.
    """
    named = _held(uow, succession_id)
    if named.state is SuccessionState.NAMED:
        return
    if named.state is not SuccessionState.WITHDRAWN:
        raise Refusal("stale")
    _name(uow, moment, replace(named, withdrawn_by=""))


def _name(uow: UnitOfWork, moment: Moment, named: Succession) -> None:
    _require_possible(uow, moment, named.person_id, named.name)
    uow.successions.put(replace(named, state=SuccessionState.NAMED, noted_at=moment.now))


def discard(uow: UnitOfWork, _moment: Moment, succession_id: str) -> None:
    """Let go of what was shown; nothing has happened.

    Raises:
        Refusal: ``stale`` if somebody has been named by it meanwhile.
    """
    named = _held(uow, succession_id)
    if named.state in OPEN:
        uow.successions.put(
            replace(named, state=SuccessionState.DISCARDED, person_id="", name="", choices=())
        )
    elif named.state is not SuccessionState.DISCARDED:
        raise Refusal("stale")


def withdraw(uow: UnitOfWork, moment: Moment, owner: str, succession_id: str) -> None:
    """Name that person no longer; twice is as good as once.

    Raises:
        Refusal: ``stale`` if they are an owner by now, or were never named.
    """
    named = _held(uow, succession_id)
    if named.state is SuccessionState.WITHDRAWN:
        return
    if named.state is not SuccessionState.NAMED:
        raise Refusal("stale")
    state = SuccessionState.WITHDRAWN
    uow.successions.put(replace(named, state=state, noted_at=moment.now, withdrawn_by=owner))


def withdraw_own(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Withdraw whom this owner has named; what others have named is withdrawn on its card.

    Raises:
        Refusal: ``successor-none`` if they have named nobody.
    """
    own = [each for each in waiting_for(uow) if each.by == owner]
    if not own:
        raise Refusal("successor-none")
    for each in own:
        withdraw(uow, moment, owner, each.id)
        post_anew(uow, moment, successor_card, each.id, owner, chat)


def arrived(uow: UnitOfWork, moment: Moment) -> None:
    """Whoever is named and a member of the owners' team by now is a successor no longer."""
    owners = uow.programmes.need(moment.home.id).owners
    for each in waiting_for(uow):
        if each.person_id in owners:
            state = SuccessionState.JOINED
            uow.successions.put(replace(each, state=state, noted_at=moment.now))


def _held(uow: UnitOfWork, succession_id: str) -> Succession:
    return uow.successions.need(succession_id)


async def looked_up(world: World, said: str) -> tuple[Profile, ...]:
    """Whom the directory knows by what was typed or picked: one, or all who may be meant.

    Raises:
        Refusal: ``successor-whom`` if nothing was said, ``person-unknown``.
    """
    wanted = next(iter(names_in(said)), "")
    if not wanted:
        raise Refusal("successor-whom")
    if ID.fullmatch(wanted):
        return (await world.directory.profile(one_spelling(wanted)),)
    found = await world.directory.find(wanted) or await world.directory.like(wanted)
    if not found:
        raise Refusal("person-unknown", field="successor", name=wanted)
    return found
