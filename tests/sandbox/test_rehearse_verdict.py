"""What is missing after a launch: channels, series, memberships, cards that name the partner, answers."""

from dataclasses import replace

from sandbox.connector.clients import Clients
from sandbox.conversations import BOT
from sandbox.personas import Cast, Persona
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.verdict import Verdict
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import Launch
from tests.sandbox.recording_bot import card, with_card


class One:
    """One tandem, of the first two people, that shall come about."""

    def __init__(self, graph: GraphClient) -> None:
        self.launch = Launch(graph)
        self.clients: Clients = graph.tenant.clients
        mentee, mentor = (Persona(person, role) for person, role in zip(self.launch.people, ("mentee", "mentor"), strict=False))
        state = graph.tenant.state
        self.crowd = Crowd(state, self.clients, Cast.of_pairs([(mentee, mentor)], []), seed=1)
        self.verdict = Verdict(state, self.crowd, 1, state.clock.now())

    async def tell(self, number: int, words: str) -> None:
        place = await self.clients.add_app(self.launch.people[number])
        state = self.launch.state
        state.conversations.add(place.id, BOT, with_card(card(words)), state.clock.now())

    def lost(self) -> int:
        return self.verdict.lost(self.launch.count())


async def test_before_a_launch_everything_of_a_tandem_is_missing(graph: GraphClient) -> None:
    one = One(graph)
    channel, series, memberships, cards = 1, 1, 2, 2
    assert one.lost() == channel + series + memberships + cards


async def test_nothing_is_missing_when_both_have_everything_and_were_told_with_whom(graph: GraphClient) -> None:
    one = One(graph)
    await one.launch.members(0, 1)
    assert one.lost() == 4
    await one.launch.channel("Tandem 1", 0, 1)
    await one.launch.series(1, 0)
    assert one.lost() == 2
    await one.tell(0, f"Your mentor is {one.launch.people[1].display_name}.")
    await one.tell(1, "Your mentee is somebody.")
    assert one.lost() == 1
    await one.tell(1, f"Your mentee is {one.launch.people[0].display_name}.")
    assert one.lost() == 0


async def test_acknowledged_answers_that_are_gone_are_lost(graph: GraphClient) -> None:
    one = One(graph)
    assert replace(one.verdict, answers_gone=("goal", "level")).lost(one.launch.count()) == one.lost() + 2


async def test_sessions_without_another_date_are_lost_and_what_was_found_stays_found(graph: GraphClient) -> None:
    one = One(graph)
    found = replace(one.verdict, sessions_gone=2).found(one.launch.count())
    assert found.lost == one.lost() + 2
    await one.launch.members(0, 1)
    assert found.lost == one.lost() + 4


async def test_an_answer_is_gone_if_its_question_comes_back_with_another_value(graph: GraphClient) -> None:
    one = One(graph)
    place = await one.clients.add_app(one.launch.people[0])
    wish = {"type": "Input.Text", "id": "goal", "value": "understand"}
    yes = {"type": "Action.Execute", "title": "Next", "style": "positive"}
    asked = card("Goal?", actions=[yes]) | {"body": [wish]}
    state = one.launch.state
    message = state.conversations.add(place.id, BOT, with_card(asked), state.clock.now())
    actor = one.crowd.actors[0]
    actor.memory.acknowledged = {"goal": "understand"}
    assert await one.crowd.answers_gone() == []
    state.conversations.edit(message, with_card(asked | {"body": [wish | {"value": ""}]}), state.clock.now())
    [gone] = await one.crowd.answers_gone()
    assert gone == f"{actor.name} had answered goal with 'understand'; now it is ''"
