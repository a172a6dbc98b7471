"""What every button has ever sent: cards stay in people's chats, and are pressed there one day.

``make kept`` (``python -m tests.cards.kept_payloads``) adds to ``kept_payloads.jsonl`` what buttons
send today and is not in it yet. The file only grows: each line bears a seal over itself and the
line before it. Who renames a verb or a field keeps the old name as an alias
(``cards/kit/actions.py``); who takes a button away leaves its class, and a handler that says in
words how it goes on.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from sandbox import cards as client
from tests.cards.desk import desk_over
from tests.cards.furnished import OWNER, furnished, guid

FILE = Path(__file__).parent / "kept_payloads.jsonl"
Json = dict[str, Any]
APPLICANT = enrolment_id("p1c1", Role.MENTOR, guid("applicant"))
UNCLEARED = enrolment_id("p1c1", Role.MENTOR, guid("apprentice"))
FILLED_IN = {
    "applications.accept": {"applicants": APPLICANT},
    "applications.decline": {"applicants": APPLICANT},
    "clearance.confirm": {"people": UNCLEARED},
    "clearance.not_this_time": {"people": UNCLEARED},
    "certificate.confirm": {"hours": "6"},
    "farewell.write": {"line": "Danke!"},
    "figures.save": {"name": "Krankenstand"},
    "result.release": {"line": "Wir fragen noch öfter"},
    "entry.enter": {"languages": "de", "wish_1": "ai"},
    "one_tandem.replace": {"leaving": guid("mentor-1")},
    "questions.put": {"text": "Womit fängt man an?"},
    "settings.topic": {"name_de": "Laser"},
    "settings.dates": {"date": "2026-12-20"},
    "absence.pause": {"until": "2026-12-01"},
    "matching.try_level": {"person": "mentor1", "stands_on": "3"},
    "matching.try_by_hand": {"mentee": "mentee2", "mentor": "mentor1", "reason": "Sie wollen es"},
    "matching.try_settings": {"function": "35", "lowest_score": "50"},
    "matching.try_apart": {"people": "mentee1, mentor1"},
    "session.told": {"met_on": "2026-11-01"},
    "successor.look": {"successor": "mentee2"},
}
"""What the person types where the card's inputs are empty, or must be changed."""


@dataclass(frozen=True)
class Kept:
    """A press as Teams sent it: the ``value`` of the invoke, and of the message from its fallback.

    ``card`` is the kind of the card, ``by`` who pressed (an id of the directory), ``typed`` which
    of the data are inputs. A card refreshes itself by invoke alone: then there is no ``submit``.
    """

    card: str
    by: str
    typed: tuple[str, ...]
    execute: Json
    submit: Json = field(default_factory=dict)

    @property
    def verb(self) -> str:
        """What the button says that it is."""
        return str(self.execute["action"]["verb"])

    @property
    def sent(self) -> Json:
        """What the press carries, whichever way it goes."""
        return dict(self.execute["action"]["data"])

    @property
    def own(self) -> frozenset[str]:
        """The fields that the button itself sends."""
        return frozenset(self.sent) - {*self.typed}

    @property
    def shape(self) -> tuple[str, str, frozenset[str], tuple[str, ...]]:
        """What makes it another press than one that is kept already."""
        return self.card, self.verb, self.own, self.typed

    def __str__(self) -> str:
        own = ", ".join(sorted(self.own - {"posting"}))
        return f"{self.card}: {self.verb}({own}; {', '.join(self.typed)})"


def kept() -> list[Kept]:
    """All that was ever kept, the oldest first.

    Raises:
        ValueError: a line was changed, taken out, or moved.
    """
    seal, found = "", []
    for number, line in enumerate(_lines(), start=1):
        entry = json.loads(line)
        stated = entry.pop("seal")
        seal = _seal(seal, entry)
        if stated != seal:
            raise ValueError(f"{FILE.name}, line {number}: what is kept never changes, restore it")
        found.append(Kept(**{**entry, "typed": tuple(entry["typed"])}))
    return found


def keep(presses: Iterable[Kept]) -> None:
    """Add these to the file."""
    lines = _lines()
    for press in presses:
        entry = {key: value for key, value in asdict(press).items() if value or key != "submit"}
        entry["typed"] = list(press.typed)
        seal = _seal(json.loads(lines[-1])["seal"] if lines else "", entry)
        lines.append(json.dumps({**entry, "seal": seal}, ensure_ascii=False))
    FILE.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _lines() -> list[str]:
    return FILE.read_text(encoding="utf-8").splitlines()


def _seal(before: str, entry: Json) -> str:
    return hashlib.sha256(f"{before}{json.dumps(entry, sort_keys=True)}".encode()).hexdigest()[:16]


def missing() -> list[Kept]:
    """What buttons send today and nobody has kept yet."""
    known = {press.shape for press in kept()}
    return [press for press in sent_today() if press.shape not in known]


@cache
def sent_today() -> tuple[Kept, ...]:
    """One press of every button that a furnished card shows, each shape once."""
    with TemporaryDirectory() as folder:
        cards = asyncio.run(_cards(Path(folder)))
    presses = [press for posting, card in cards for press in _on(posting, card)]
    return tuple({press.shape: press for press in presses}.values())


async def _cards(folder: Path) -> list[tuple[Posting, Json]]:
    """Every furnished card, as it arrives at a client."""
    store = furnished(folder)
    screen = desk_over(store).screen
    standing = store.read_now(lambda uow: uow.postings.all())
    drawn = [(posting, (await screen.card(posting)).content) for posting in standing]
    store.close()
    return [(posting, json.loads(json.dumps(content))) for posting, content in drawn]


def _on(posting: Posting, card: Json) -> Iterator[Kept]:
    by = posting.person_id or OWNER
    for action in client.actions(card):
        if action.type == "Action.Execute":
            yield _pressed(posting.kind, by, card, action)
    if "refresh" in card:
        refresh = card["refresh"]["action"]
        yield Kept(posting.kind, by, (), _value(refresh, refresh["data"], "automatic"))


def _pressed(kind: str, by: str, card: Json, action: client.Action) -> Kept:
    there = client.inputs(card)
    answers = {name: text for name, text in FILLED_IN.get(action.verb, {}).items() if name in there}
    sent = client.press(card, action, answers)
    submit = client.press(card, client.as_action(action.spec["fallback"]), answers)
    typed = tuple(sorted(sent.keys() - action.spec["data"].keys()))
    return Kept(kind, by, typed, _value(action.spec, sent, "manual"), submit)


def _value(spec: Json, data: Json, trigger: str) -> Json:
    """What an invoke carries of a button."""
    named = {key: spec[key] for key in ("id", "verb") if key in spec}
    return {"action": {"type": "Action.Execute", **named, "data": data}, "trigger": trigger}


def main() -> None:
    """Keep what is missing, and say what that was."""
    found = missing()
    keep(found)
    sys.stdout.writelines(f"kept {press}\n" for press in found)


if __name__ == "__main__":
    main()
