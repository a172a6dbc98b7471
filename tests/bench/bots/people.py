"""Mentees of the simulated tenant with the questionnaire open, who ask for help, press on, press
back and look.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from sandbox import cards
from sandbox.connector.places import Place
from sandbox.conversations import BOT, Message
from sandbox.directory import Person
from sandbox.rehearse.owner import Owner
from sandbox.rehearse.waiting import Patience
from sandbox.server import Tenant

DEVICE = "laptop"
PATIENCE_SECONDS = 120.0
ANSWERS = {
    "about": {"languages": "de,en"},
    "wishes": {"wish_1": "ai", "wish_2": "data", "wish_3": "feedback_culture"},
}


@dataclass
class Mentee:
    """Somebody at the questionnaire's second step, which they answer and come back to, again and
    again.
    """

    tenant: Tenant
    person: Person
    place: Place
    message: Message

    async def help(self) -> None:
        """*help*, until its answer stands in the chat."""
        standing = self.tenant.state.conversations.messages[self.place.id]
        there = len(standing)
        _, delivered = await self.tenant.clients.say(self.person, "help", self.place)
        _must(delivered is not None and delivered.arrived, f"help was not taken: {delivered}")
        _must(len(standing) == there + 2, "help was not answered with one message")

    async def step(self) -> None:
        """*Next* or *Back*, until the message itself shows what the press was answered with."""
        edits = self.message.edits
        shown = await self.press()
        while self.message.edits == edits:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self.tenant.state.conversations.change(self.place.id)
        _must(self.message.card == shown, "the message shows another card than the answer")

    async def look(self) -> None:
        """Ask for the card as it stands, as a client does when it comes into sight."""
        asked = self.tenant.clients.refresh(self.person, self.place, DEVICE, self.message.id)
        _must((await asked).card == self.message.card, "the refresh shows another card")

    async def press(self) -> cards.Card:
        """The button that leads on, or back from the third step; the card that answers it."""
        answers = ANSWERS.get(self._position())
        wanted = "enrolment.leave" if answers is None and self._position() else "positive"
        pressed = await self.tenant.clients.click(
            self.person, self.place, DEVICE, self.message.id, wanted, answers
        )
        _must(pressed.card is not None, f"{wanted} was answered without a card: {pressed}")
        return pressed.card or {}

    def _position(self) -> str:
        card = self.message.card or {}
        return str(cards.find_action(card, "positive").spec.get("data", {}).get("position", ""))


async def mentees(tenant: Tenant, number: int) -> list[Mentee]:
    """So many people, invited by an owner and led to the questionnaire's second step."""
    people = _eligible(tenant, number)
    await _invite(tenant, people)
    found = [one for one in (_at_the_invitation(tenant, each) for each in people) if one]
    for _ in range(2):
        await asyncio.gather(*(mentee.step() for mentee in found))
    return found


def _eligible(tenant: Tenant, number: int) -> list[Person]:
    owners = tenant.state.teams[tenant.state.owners_team_id].members.values()
    owning = {member.person_id for member in owners}
    fit = [
        person
        for person in tenant.state.people.values()
        if person.id not in owning and person.account_enabled and person.licensed
        if person.user_type == "Member" and person.mailbox_readable
        if person.zone == "Europe/Berlin"
    ]
    _must(len(fit) >= number, f"the company has only {len(fit)} people who may take part")
    return fit[:number]


async def _invite(tenant: Tenant, people: Sequence[Person]) -> None:
    """As the rehearsal's owner does it, who also lets pass what a long list waits for."""
    members = tenant.state.teams[tenant.state.owners_team_id].members
    person = tenant.state.people[next(iter(members.values())).person_id]
    place = await tenant.clients.add_app(person)
    owner = Owner(tenant.state, tenant.clients, person, place)
    said = "invite mentees " + ", ".join(one.mail for one in people)
    await owner.command(
        said,
        lambda: all(_at_the_invitation(tenant, one) for one in people),
        "everybody has an invitation",
        Patience(PATIENCE_SECONDS, lambda: None),
    )


def _with_a_button(tenant: Tenant, place: Place) -> Message | None:
    standing = tenant.state.conversations.in_conversation(place.id)
    written = (one for one in standing if one.sender_id == BOT and one.card)
    return next((one for one in written if cards.styled(one.card or {}, "positive")), None)


def _at_the_invitation(tenant: Tenant, person: Person) -> Mentee | None:
    try:
        place = tenant.clients.place(person)
    except LookupError:
        return None
    message = _with_a_button(tenant, place)
    return Mentee(tenant, person, place, message) if message else None


def _must(holds: bool, otherwise: str) -> None:
    """A bench that measures something else than it says is worse than none."""
    if not holds:
        raise SystemExit(otherwise)
