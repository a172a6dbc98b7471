"""The invitation as owners read it before anybody gets it; it follows the settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.domain.cycle import Cycle, CycleKind, RegisteredProgramme
from mentoring.domain.language import LANGUAGES
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.notices import Portrayed, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post, show_part
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.showing import depends
from mentoring.usecases.enrolment.due import until_if_asked_now


@dataclass(frozen=True, kw_only=True)
class InvitationToReadNotice(Portrayed):
    """The invitation as a ``role`` reads it in a ``language`` (empty: the owner's own)."""

    programme: Programme
    role: Role
    language: str
    closes: date | None
    now: datetime
    rolls: bool = False

    def portrays(self) -> str:
        """The sponsor, unless the programme names a picture."""
        sponsor = self.programme.sponsor
        return "" if sponsor.picture else sponsor.email


@shows(to="owners")
def invitation_to_read(uow: UnitOfWork, scene: Scene) -> InvitationToReadNotice:
    """What somebody would read now."""
    role, _, language = scene.posting.view.partition(":")
    return InvitationToReadNotice(
        programme=scene.programme,
        role=Role(role) if role in set(Role) else Role.MENTEE,
        language=language if language in LANGUAGES else "",
        closes=until_if_asked_now(uow, scene.moment),
        now=scene.now,
        rolls=scene.moment.cycle.kind is CycleKind.ROLLING,
    )


@depends(invitation_to_read, RegisteredProgramme, Cycle)
def _settings(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What counts, and until when one may enrol."""
    if change.before is None or change.after is None:
        return ()
    match change.row:
        case RegisteredProgramme(id=programme_id):
            return [programme_id] if change.alters("version") else ()
        case Cycle(programme_id=programme_id):
            return [programme_id] if change.alters("enrolment_end") else ()
    return ()


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Show it where the owner is; a copy that they have asked for there before gives way."""
    home = moment.home.id
    key = f"{invitation_to_read.name}:{home}:{owner}:{moment.now:{STAMP}}"
    post(uow, invitation_to_read, home, owner, key=key, chat=chat)


def read_as(uow: UnitOfWork, moment: Moment, posting_id: str, role: Role, language: str) -> None:
    """Show it as another role, or in another language."""
    view = f"{role}:{language}"
    show_part(uow, invitation_to_read, moment.home.id, posting_id, view, 0)
