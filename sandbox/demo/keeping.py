"""Keeping the tenant of the demo from one start to the next (`make demo KEEP=1`), in a file of this
machine's own.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, fields
from pathlib import Path

from sandbox.demo.seats import Seats
from sandbox.server import new_state
from sandbox.state import TenantState

FILE = "tenant.pickle"
STATE = (
    "identity", "permissions", "policies", "people", "mailboxes", "groups", "teams", "apps",
    "subscriptions", "delta_rounds", "drives", "programmes", "mail", "meetings_called",
    "_ids", "_ids_by_name", "_ids_by_address",
)  # fmt: skip
FOUND_OTHERWISE = ("chats", "installations")
"""What is found by something else than its id, too; by what is worked out anew."""
TALK = ("messages", "devices", "_by_id", "_last_id")
"""Of the conversations; who waits for a change is not kept."""


UNREADABLE = (
    pickle.UnpicklingError,
    EOFError,
    AttributeError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
"""What reading raises if the file is damaged, or of another version of this program."""


class NotReadable(Exception):
    """What was kept is damaged, or from another version."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} cannot be read: it is damaged, or of another version. Start without KEEP=1,"
            f" or move the folder {path.parent.name} away; then make demo KEEP=1 begins anew."
        )


class Elsewhere(Exception):
    """The page was asked for at another port than that of what was kept."""

    def __init__(self, port: int, folder: Path) -> None:
        super().__init__(
            f"What is kept in {folder.name}/ is at port {port}, where its bot writes to people: "
            f"make demo KEEP=1 PORT={port}. Elsewhere a demo begins anew, without KEEP=1."
        )


@dataclass(frozen=True)
class Ports:
    """Where the page is, and with it the tenant, and where the bot."""

    page: int = 0
    bot: int = 0


@dataclass(frozen=True)
class Kept:
    """The tenant, whose screens are looked at (the page has changed their language, by which they
    would be chosen anew), which steps of the tour are done, and where bot and tenant find each
    other: what was written once knows these addresses.
    """

    state: TenantState
    seats: Seats
    ticks: set[int] = field(default_factory=set)
    ports: Ports = Ports()


def keep(here: Kept, folder: Path) -> None:
    """Write it down, as a whole or not at all."""
    state, seats = here.state, here.seats
    told = {
        "seed": state.seed,
        "now": state.clock.now(),
        "ticks": here.ticks,
        "ports": here.ports,
        "seats": {each.name: getattr(seats, each.name).id for each in fields(Seats)},
        "state": {name: getattr(state, name) for name in STATE}
        | {name: dict(getattr(state, name)) for name in FOUND_OTHERWISE},
        "talk": {name: getattr(state.conversations, name) for name in TALK},
    }
    draft = folder / f"{FILE}.new"
    draft.write_bytes(pickle.dumps(told))
    draft.replace(folder / FILE)


def kept(folder: Path) -> Kept | None:
    """What was written down there, or None. Raises NotReadable."""
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        return _restored(path.read_bytes())
    except UNREADABLE as error:
        raise NotReadable(path) from error


def _restored(written: bytes) -> Kept:
    told = pickle.loads(written)  # noqa: S301 - a file that this program wrote into the checkout
    state = new_state(limits="all", seed=told["seed"], now=told["now"])
    for name in STATE:
        setattr(state, name, told["state"][name])
    for name in FOUND_OTHERWISE:
        getattr(state, name).update(told["state"][name])
    for name in TALK:
        setattr(state.conversations, name, told["talk"][name])
    state.conversations.look_over_devices()
    seats = Seats(**{seat: state.people[key] for seat, key in told["seats"].items()})
    return Kept(state, seats, told["ticks"], told["ports"])
