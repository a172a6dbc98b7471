"""The open call: for which roles somebody may apply, and where that begins. Whether a call is open
is a setting of the programme (``apply_as``), with its history and undo.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.domain.cycle import RegisteredProgramme
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment, Moments
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends
from mentoring.usecases.programme import settings


@dataclass(frozen=True)
class OpenCallNotice(Notice):
    """For which roles the call is open; ``bot`` is the account with which its links begin a chat
    (``28:`` and the app's id).
    """

    programme: Programme
    bot: str

    def is_open(self, role: Role) -> bool:
        """Whether somebody may apply in this role."""
        return str(role) in self.programme.apply_as


@shows(to="owners")
def open_call_card(_uow: UnitOfWork, scene: Scene) -> OpenCallNotice:
    """What owners see; the posting's view is the bot's account."""
    return OpenCallNotice(scene.programme, scene.posting.view)


@depends(open_call_card, RegisteredProgramme)
def _settings(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What counts."""
    return [change.row.id] if change.before and change.alters("version") else ()


def show(uow: UnitOfWork, moment: Moment, owner: str, bot: str, chat: Chat) -> None:
    """Put the open call before the owner."""
    home = moment.home.id
    post_anew(uow, moment, open_call_card, home, owner, chat, bot)


def switch(uow: UnitOfWork, moment: Moment, owner: str, role: Role, *, on: bool) -> None:
    """Open the call for a role, or close it; who has applied already stays."""
    others = [each for each in moment.programme.apply_as if each != str(role)]
    settings.change(uow, moment, owner, {"apply_as": [*others, str(role)] if on else others})


def cycle_called(uow: UnitOfWork, moment: Moment, moments: Moments, name: str) -> str:
    """The id of the running cycle of the programme of this name, as a link names it; empty if it
    names none, or there is only one programme, whatever it is called by now.

    Raises:
        Refusal: ``call-unknown`` if no programme or several are called so: nobody applies in one
            that they did not mean.
    """
    wanted = name.strip().casefold()
    cycles = [home.cycle_id for home in uow.everywhere.programmes.all()]
    if not wanted or len(cycles) == 1:
        return ""
    named = [
        each for each in cycles if moments(uow, each).programme.name.strip().casefold() == wanted
    ]
    if len(named) != 1:
        contact = moment.programme.contact.name or moment.programme.name
        raise Refusal("call-unknown", name=name.strip(), contact=contact)
    return named[0]
