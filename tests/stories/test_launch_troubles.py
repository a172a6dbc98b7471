"""A launch that meets several causes at once: each is foreseen by name, none stops another tandem,
and owners decide about each with a button.
"""

from __future__ import annotations

from pathlib import Path

from sandbox.connector.clients import Shown
from sandbox.directory import Person
from sandbox.dump import dumped
from sandbox.server import running
from tests.databases import migrated_sqlite
from tests.stories.stage import NOW, QUICK, Actor, Stage, product, words_of
from tests.stories.tandem import both_have_said_yes
from tests.stories.test_road import TEXTS

TEXT = TEXTS["de"]


def pairs_of(stage: Stage, number: int) -> list[tuple[Person, Person]]:
    """So many mentors and mentees with everything that they need."""
    fit = [each for each in stage.people() if each.has_mailbox and each.mailbox_readable]
    return list(zip(fit[:number], fit[number : 2 * number], strict=True))


async def decided(owner: Actor, number: int, choice: str) -> None:
    """The owner has pressed a button in the receipt's line about a tandem."""
    receipt = await owner.reads(f"Tandem {number}: ")
    [about] = [each for each in decisions_on(receipt, number) if each["choice"] == choice]
    await owner.presses("launch.decide", receipt, data=about)


def decisions_on(receipt: Shown, number: int) -> list[dict[str, object]]:
    """What the buttons of the tandem's line send."""
    found: list[dict[str, object]] = []

    def walk(part: object) -> None:
        if isinstance(part, dict):
            data = part.get("data")
            if part.get("verb") == "launch.decide" and isinstance(data, dict):
                found.append(data)
            for key, each in part.items():
                if key != "fallback":
                    walk(each)
        elif isinstance(part, list):
            for each in part:
                walk(each)

    walk(receipt.card)
    return [each for each in found if str(each["tandem"]).startswith(f"tandem-{number}-")]


FORESEEN = (
    "Tandem 2: Das Konto von {disabled} ist gesperrt.",
    "Tandem 3: {boxless} hat kein Postfach in Microsoft 365",
    "Tandem 4: Gast im Unternehmen: {guest}.",
    "Tandem 5: Der Kalender von {unread} lässt sich nicht lesen.",
)


def hindered(pairs: list[tuple[Person, Person]]) -> dict[str, Person]:
    """Nothing hinders the first tandem; in each other one somebody has a trouble of their own."""
    (_, disabled), (boxless, _), (_, guest), (_, unread) = pairs[1:]
    disabled.account_enabled, boxless.without_mailbox = False, True
    guest.user_type, unread.mailbox_readable = "Guest", False
    return {"disabled": disabled, "boxless": boxless, "guest": guest, "unread": unread}


async def all_decided(owner: Actor, disabled: Person) -> None:
    """IT has enabled the account again; one is done by hand, one is left out."""
    disabled.account_enabled = True
    for number, choice, becomes in (
        (2, "retry", "und der neue Versuch ist geglückt"),
        (3, "by_hand", "Die beiden machen ihre Termine selbst aus"),
        (4, "leave_out", "Weggelassen, entschieden von"),
    ):
        await decided(owner, number, choice)
        await owner.reads(becomes)


async def test_each_cause_is_foreseen_named_and_decided_about(tmp_path: Path) -> None:
    url = migrated_sqlite(tmp_path)
    async with running(limits="off", now=NOW, delays=QUICK) as tenant:
        stage = Stage(tenant)
        owner, pairs = stage.owners[0], pairs_of(stage, 5)
        owner.locale = owner.person.preferred_language = "de-DE"
        both_have_said_yes(url, *pairs)
        people = hindered(pairs)
        async with product(tenant, tmp_path, url):
            await owner.add_app()
            await owner.says(TEXT["launch"])
            preview = await owner.reads("Das wird nicht klappen")
            names = {each: person.display_name for each, person in people.items()}
            said = [line for line in FORESEEN if line.format(**names) in words_of(preview.card)]
            assert said == list(FORESEEN)
            await owner.presses("positive", preview)
            receipt = await owner.reads("2 von 5 Tandems sind gestartet")
            assert "Hier ist eine Entscheidung nötig" in words_of(receipt.card)
            await all_decided(owner, people["disabled"])
            done = await owner.reads("4 von 5 Tandems sind gestartet")
            assert "Hier ist eine Entscheidung nötig" not in words_of(done.card)
        held = dumped(tenant.state)
        rooms = [c for team in held["teams"].values() for c in team["channels"]]
        assert sum(room["displayName"].startswith("Tandem 0") for room in rooms) == 4
        booked = [e["subject"] for e in held["events"].get(people["boxless"].id, ())]
        assert [subject for subject in booked if subject.startswith("Tandem 0")] == []
