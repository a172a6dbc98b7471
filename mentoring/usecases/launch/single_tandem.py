"""One tandem, as owners see it: who, where it stands, and what they may do to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mentoring.domain.intervention import Intervention
from mentoring.domain.people import Role
from mentoring.domain.tandem import TOGETHER, Tandem
from mentoring.notices import Correctable, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, leave_to_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends
from mentoring.usecases.launch.ending import decides_an_end, is_ended_by_owners


@dataclass(frozen=True)
class OneTandemNotice(Correctable):
    """A tandem with both names by id; nothing of what they say or do, nor of their sessions.
    ``addresses`` are those at which the two can be written to. ``became`` is the number of the
    tandem as which they stood ready again, where its launch was taken back. ``leaving`` is the role
    of whoever is to be replaced, empty if that is still to be chosen. ``is_ending``: owners have
    decided its end.
    """

    tandem: Tandem
    names: Mapping[str, str] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()
    became: int = 0
    leaving: Role | Literal[""] = ""
    is_ending: bool = False

    @property
    def stands(self) -> bool:
        """Whether anything may be done to it."""
        return self.tandem.state in TOGETHER


@shows(to="owners")
def one_tandem_card(uow: UnitOfWork, scene: Scene) -> OneTandemNotice:
    """What owners see; nobody sees their own."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    both = tandem.mentor_id, tandem.mentee_id
    leave_to_others("", both, readers=readers_of(uow, scene.moment, scene.posting))
    names = {person: name_of(uow, person) for person in both}
    people = [uow.people.get(person) for person in both]
    addresses = tuple(each.profile.email for each in people if each and each.profile.email)
    view = scene.posting.view
    leaving: Role | Literal[""] = Role(view) if view in {*Role} else ""
    is_ending = is_ended_by_owners(uow, tandem.id)
    return OneTandemNotice(tandem, names, addresses, _became(uow, tandem), leaving, is_ending)


def _became(uow: UnitOfWork, tandem: Tandem) -> int:
    undone = uow.taken_back.get(tandem.id)
    return uow.tandems.need(undone.made_id).number if undone else 0


@depends(one_tandem_card, Tandem, Intervention)
def _tandems(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Where it stands, and whether owners have decided its end."""
    match change.row:
        case Intervention(tandem_id=tandem_id):
            return [tandem_id] if decides_an_end(change) else ()
    return [change.row.id] if change.alters("state", "trouble", "ended_at") else ()


def show(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    tandem_id: str,
    chat: Chat,
    leaving: Role | Literal[""] = "",
    *,
    readers: Readers = frozenset(),
) -> None:
    """Put the tandem before the owner; ``leaving`` is whoever is to be replaced, if that is known.

    Raises:
        Refusal: ``gone``, ``decide-own``, ``decide-elsewhere``.
    """
    tandem = uow.tandems.need(tandem_id)
    leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id), readers=readers)
    post_anew(uow, moment, one_tandem_card, tandem.id, owner, chat, leaving)
