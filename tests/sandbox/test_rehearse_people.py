"""The invented people and the owner of a rehearsal, in front of a bot that answers by the book."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from sandbox import cards
from sandbox.cards import Card
from sandbox.personas import Cast, Declines, Persona
from sandbox.rehearse.actor import Actor
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.staging import Stage as Play
from sandbox.rehearse.waiting import until
from tests.sandbox.pressed import NO, YES
from tests.sandbox.recording_bot import Answer, always, answered_with, card, taken, with_card
from tests.sandbox.stage import Stage, on_stage

INVITATION = card("Take part?", actions=[YES, NO])
TOPIC = {
    "type": "Input.ChoiceSet",
    "id": "wish_1",
    "isRequired": True,
    "choices": [{"title": "AI", "value": "ai"}],
}
SAID = {"verb": "offer.answer"}
OFFER = card("A tandem with Anna?", actions=[YES | SAID, NO | SAID])
WISH = card("Which topic?", actions=[YES])
WISH["body"] = [TOPIC]
RULES = card("The rules", actions=[YES | {"verb": "enrolment.agree"}])
THANKS = card("Thank you")
STEPS = [INVITATION, WISH, RULES, THANKS]


class Questionnaire:
    """Answers a press with the next card, a no with a thank-you; the first presses can be made to
    fail.
    """

    def __init__(self, failures: int = 0) -> None:
        self.data: list[Card] = []
        self.failures = failures

    def answer(self, activity: Card) -> Answer:
        if activity["type"] != "invoke":
            return taken(activity)
        if self.failures:
            self.failures -= 1
            return 500, None
        action = activity["value"]["action"]
        self.data.append(action)
        return answered_with(
            THANKS if action["verb"] == "no" else STEPS[min(len(self.data), len(STEPS) - 1)]
        )


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


@asynccontextmanager
async def alive(stage: Stage, declines: Declines = "", programmes: int = 1) -> AsyncIterator[Actor]:
    personas = [
        Persona(stage.person, "mentee", {"wish_1": "ai"}, declines) for _ in range(programmes)
    ]
    actor = Actor(stage.tenant.state, stage.tenant.clients, personas, Play(), seed=1)
    await stage.tenant.clients.add_app(stage.person)
    actor.installed.set()
    task = asyncio.create_task(actor.live())
    try:
        yield actor
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def invited(stage: Stage, actor: Actor, question: Card = INVITATION) -> None:
    place = actor.place
    assert place is not None
    await stage.post(place, with_card(question))


async def done(actor: Actor) -> None:
    await until(lambda: actor.through, "the person is through", 60, lambda: str(actor.memory))


async def test_a_person_goes_from_the_invitation_through_the_questionnaire(stage: Stage) -> None:
    book = Questionnaire()
    stage.bot.answer = book.answer
    async with alive(stage) as actor:
        await invited(stage, actor)
        await done(actor)
    assert [action["verb"] for action in book.data] == ["yes", "yes", "enrolment.agree"]
    assert book.data[1]["data"] == {"wish_1": "ai"}
    assert actor.memory.acknowledged == {"wish_1": "ai"}
    assert not actor.declined


async def test_after_something_went_wrong_the_person_tries_again(stage: Stage) -> None:
    book = Questionnaire(failures=2)
    stage.bot.answer = book.answer
    async with alive(stage) as actor:
        await invited(stage, actor)
        await done(actor)
    assert len(book.data) == 3
    assert len(actor.memory.refusals) == 2


async def test_who_looks_afresh_asks_until_the_product_answers(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old step on the screen is no answer that the product has lost."""
    monkeypatch.setattr("sandbox.rehearse.actor.TRY_AGAIN_SECONDS", 0.01)
    refresh = {"action": {"type": "Action.Execute", "verb": "refresh"}}
    async with alive(stage, "silent") as actor:
        await invited(stage, actor, {**WISH, "refresh": refresh})
        answers = [(500, None), (500, None), answered_with({**RULES, "refresh": refresh})]
        stage.bot.answer = lambda activity: (
            answers.pop(0) if activity["type"] == "invoke" else taken(activity)
        )
        await actor.look_afresh()
        shown = actor.newest()
    assert answers == []
    assert "The rules" in cards.texts((shown.card if shown else None) or {})


async def test_who_declines_the_invitation_presses_no_and_is_through(stage: Stage) -> None:
    book = Questionnaire()
    stage.bot.answer = book.answer
    async with alive(stage, "invitation") as actor:
        await invited(stage, actor)
        await done(actor)
    assert [action["verb"] for action in book.data] == ["no"]
    assert actor.declined


async def test_who_stays_silent_presses_nothing(stage: Stage) -> None:
    book = Questionnaire()
    stage.bot.answer = book.answer
    async with alive(stage, "silent") as actor:
        assert not actor.through
        await invited(stage, actor)
        await done(actor)
        await asyncio.sleep(0.2)
    assert book.data == []


async def test_who_declines_an_offer_takes_part_until_it_comes(stage: Stage) -> None:
    book = Questionnaire()
    stage.bot.answer = book.answer
    async with alive(stage, "offer") as actor:
        await invited(stage, actor)
        await done(actor)
        actor._stage.name = "offer"
        await invited(stage, actor, OFFER)
        await until(lambda: actor.declined, "the offer is declined", 60, lambda: str(actor.memory))
    assert [action["verb"] for action in book.data] == [
        "yes",
        "yes",
        "enrolment.agree",
        "offer.answer",
    ]
    assert not actor.accepted


async def test_a_second_copy_of_the_invitation_is_not_taken_for_an_offer(stage: Stage) -> None:
    book = Questionnaire()
    stage.bot.answer = book.answer
    async with alive(stage) as actor:
        await invited(stage, actor)
        await done(actor)
        actor._stage.name = "offer"
        await invited(stage, actor)
        assert not actor.asked
        await until(
            lambda: len(book.data) == 4, "the copy is pressed", 60, lambda: str(actor.memory)
        )
        assert not actor.accepted
        await invited(stage, actor, OFFER)
        await until(lambda: actor.accepted, "the offer is accepted", 60, lambda: str(actor.memory))


async def test_an_invitation_that_nobody_answered_is_no_offer(stage: Stage) -> None:
    """It stands in the chat of the silent until the product takes it back, sooner or later."""
    async with alive(stage, "silent") as actor:
        await invited(stage, actor)
        actor.expect_offers()
        actor._stage.name = "offer"
        assert not actor.asked
        await invited(stage, actor, OFFER)
        assert actor.asked


async def test_a_reminder_of_the_invitation_is_no_offer(stage: Stage) -> None:
    """Who stays silent is reminded while the owners approve: then they were waited for no more."""
    async with alive(stage, "silent") as actor:
        await invited(stage, actor)
        actor.expect_offers()
        actor._stage.name = "offer"
        await invited(stage, actor)
        assert not actor.asked
        await invited(stage, actor, OFFER)
        assert actor.asked


async def test_a_yes_whose_answer_was_lost_counts_when_the_card_has_changed(stage: Stage) -> None:
    stage.bot.answer = always((500, None))
    async with alive(stage) as actor:
        actor._stage.name = "offer"
        await invited(stage, actor, OFFER)
        await until(
            lambda: bool(actor.memory.refusals), "the press fails", 60, lambda: str(actor.memory)
        )
        assert not actor.accepted
        place = actor.place
        assert place is not None
        [shown] = stage.tenant.clients.look(stage.person, place, "phone")
        await stage.edit(place, shown.message.id, with_card(THANKS))
        assert actor.accepted


async def test_an_offer_that_a_late_answer_to_a_refresh_brings_back_is_answered_again(
    stage: Stage,
) -> None:
    """The refresh was asked before the yes and answered after it; the message itself is edited no
    more.
    """
    stage.bot.answer = always(answered_with(THANKS))
    async with alive(stage) as actor:
        actor._stage.name = "offer"
        await invited(stage, actor, OFFER)
        await until(lambda: actor.accepted, "the yes is said", 60, lambda: str(actor.memory))
        conversations = stage.tenant.state.conversations
        shown = actor.newest()
        assert shown is not None
        phone = conversations.device(stage.person.id, "phone")
        conversations.show(phone, shown.message, OFFER)
        assert not actor.accepted
        await until(lambda: actor.accepted, "it is said again", 60, lambda: str(actor.memory))


async def test_a_card_that_comes_back_is_pressed_again_but_not_for_ever(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.rehearse.actor.LOOK_AGAIN_SECONDS", 0.01)
    pressed: list[Card] = []

    def same_again(activity: Card) -> Answer:
        if activity["type"] == "invoke":
            pressed.append(activity)
        return answered_with(INVITATION)

    async with alive(stage) as actor:
        stage.bot.answer = same_again
        await invited(stage, actor)
        await until(lambda: len(pressed) >= 8, "it is pressed again", 60, lambda: str(pressed))
        await asyncio.sleep(0.2)
    assert len(pressed) == 8


async def test_while_the_programme_runs_each_card_is_answered_once_the_older_ones_too(
    stage: Stage,
) -> None:
    pressed: list[str] = []

    def stay(activity: Card) -> Answer:
        if activity["type"] == "invoke":
            pressed.append(activity["replyToId"])
        return answered_with(INVITATION) if len(pressed) > 1 else answered_with(OFFER)

    stage.bot.answer = stay
    async with alive(stage) as actor:
        actor._stage.name = "running"
        await invited(stage, actor, WISH)
        await invited(stage, actor, OFFER)
        await invited(stage, actor, RULES)
        await until(
            lambda: len(pressed) == 4 and not actor.busy,
            "all are answered",
            60,
            lambda: str(pressed),
        )
        await asyncio.sleep(0.3)
    assert len(pressed) == 4


async def test_in_a_new_cycle_only_what_it_has_brought_is_answered(stage: Stage) -> None:
    book = Questionnaire()
    stage.bot.answer = book.answer
    persona = Persona(stage.person, "mentee", {"wish_1": "ai"})
    place = await stage.tenant.clients.add_app(stage.person)
    crowd = Crowd(stage.tenant.state, stage.tenant.clients, [Cast([], [], [persona], [])], seed=1)
    [actor] = crowd.actors
    actor.installed.set()
    crowd.stage.name = "offer"
    actor.memory.offers.add("of the last cycle")
    await stage.post(place, with_card(INVITATION))
    stage.tenant.state.clock.advance(60)
    async with crowd:
        await crowd.begin(2)
        assert (actor.asked, actor.met, actor.busy) == (False, False, False)
        await stage.post(place, with_card(INVITATION))
        await until(lambda: bool(book.data), "it is answered", 60, lambda: str(actor.memory))
        assert actor.met_by("whichever, there is but one")
        assert actor.was_asked_by("whichever")


async def test_who_takes_part_no_more_or_on_the_other_side_says_so_when_asked_anew(
    stage: Stage,
) -> None:
    other = {
        "type": "Action.Execute",
        "title": "As a mentor this time",
        "verb": "enrolment.other_role",
    }
    asked_anew = card("Again?", actions=[YES, other, NO])
    for persona, pressed in (
        (Persona(stage.person, "mentee", {}, cycles=(1,)), "no"),
        (Persona(stage.person, "mentee", {}, turns=True), "enrolment.other_role"),
        (Persona(stage.person, "mentee", {}), "yes"),
    ):
        actor = Actor(stage.tenant.state, stage.tenant.clients, [persona], Play(cycle=2), seed=1)
        assert cards.find_action(asked_anew, actor._choice(asked_anew)).verb == pressed


async def test_who_is_in_two_programmes_is_through_after_two_questionnaires_and_reads_which(
    stage: Stage,
) -> None:
    book = Questionnaire()
    stage.bot.answer = book.answer
    async with alive(stage, programmes=2) as actor:
        await invited(stage, actor, card("Weitblick: take part?", actions=[YES, NO]))
        await until(lambda: len(book.data) == 3, "one is done", 60, lambda: str(actor.memory))
        assert not actor.through
        assert (actor.met_by("Weitblick"), actor.met_by("Blickwechsel")) == (True, False)
        book.data.clear()
        await invited(stage, actor, card("Blickwechsel: take part?", actions=[YES, NO]))
        await done(actor)
        assert len(actor.memory.handed_in) == 2
        assert all(actor.was_asked_by(name) for name in ("Weitblick", "Blickwechsel"))
        assert not actor.was_asked_by("Rückenwind")
        actor._stage.name = "offer"
        await invited(stage, actor, OFFER)
        await until(
            lambda: len(actor.memory.offers) == 1,
            "the offer is accepted",
            60,
            lambda: str(actor.memory),
        )
        assert not actor.accepted


async def test_who_has_no_dates_takes_a_time_that_suits_only_so_so(stage: Stage) -> None:
    time = {"type": "Action.Execute", "title": "Tuesday", "verb": "poll.accept"}
    book = Questionnaire()
    stage.bot.answer = book.answer
    place = await stage.tenant.clients.add_app(stage.person)
    cast = Cast([], [], [Persona(stage.person, "mentee")], [])
    crowd = Crowd(stage.tenant.state, stage.tenant.clients, [cast], seed=1)
    crowd.actors[0].installed.set()
    crowd.stage.name = "running"
    async with crowd:
        await stage.post(place, with_card(card("No time suits well.", actions=[time, time])))
        await asyncio.sleep(0.2)
        assert (book.data, crowd.busy) == ([], False)
        crowd.let_choose([stage.person.id, "somebody without a part"])
        assert crowd.busy
        await until(lambda: bool(book.data), "it is taken", 60, lambda: str(crowd.actors[0].memory))
    assert book.data[0]["verb"] == "poll.accept"
