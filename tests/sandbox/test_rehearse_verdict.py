"""What is missing after a launch: channels, series, memberships, cards that name the partner,
answers; and what must not be.
"""

from collections.abc import Sequence
from dataclasses import replace

from sandbox import company
from sandbox.connector.clients import Clients
from sandbox.conversations import BOT
from sandbox.personas import Cast, Persona
from sandbox.rehearse.baseline import teams_of
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.ledger import Ledger
from sandbox.rehearse.programme import Programme, programmes_of
from sandbox.rehearse.verdict import Verdict
from sandbox.teams import Member
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import Launch
from tests.sandbox.recording_bot import card, with_card


class One:
    """Tandems that shall come about: one of the first two people in each of the programmes."""

    def __init__(self, graph: GraphClient, programmes: int = 1) -> None:
        self.launch = Launch(graph)
        self.clients: Clients = graph.tenant.clients
        state = graph.tenant.state
        first, second = self.launch.people[:2]
        mentee, mentor = Persona(first, "mentee"), Persona(second, "mentor")
        casts = [Cast.of_pairs([(mentee, mentor)], []) for _ in range(programmes)]
        self.crowd = Crowd(state, self.clients, casts, seed=1)
        self.programmes: Sequence[Programme] = tuple(programmes_of(state, self.clients, casts))
        self.ledger = Ledger(state, self.programmes, self.crowd)
        self.verdict = Verdict(
            state, self.crowd, self.programmes, self.ledger, 1, state.clock.now()
        )

    async def form(self) -> None:
        await self.launch.members(0, 1)
        await self.launch.channel("Tandem 1", 0, 1)
        await self.launch.series(1, 0)

    async def tell(self, number: int, words: str) -> None:
        place = await self.clients.add_app(self.launch.people[number])
        state = self.launch.state
        state.conversations.add(place.id, BOT, with_card(card(words)), state.clock.now())

    def lost(self) -> int:
        return self.verdict.lost(self.launch.count())

    def noted(self) -> tuple[int, int]:
        noted = self.ledger.seen(self.launch.count())
        return len(noted.unasked), len(noted.repeated)


async def test_before_a_launch_everything_of_a_tandem_is_missing(graph: GraphClient) -> None:
    one = One(graph)
    channel, series, memberships, cards = 1, 1, 2, 2
    assert one.lost() == channel + series + memberships + cards


async def test_nothing_is_missing_when_both_have_everything_and_were_told_with_whom(
    graph: GraphClient,
) -> None:
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


async def test_what_one_programme_has_is_missing_in_the_other(graph: GraphClient) -> None:
    state = graph.tenant.state
    company.furnish(state, [[person for person in Launch(graph).people if person.manager_id][-3:]])
    one = One(graph, programmes=2)
    before = one.lost()
    await one.form()
    assert before - one.lost() == 4, (
        "a channel, a series and two memberships of the first programme"
    )
    first, second = (programme.pairs(one.launch.count()) for programme in one.programmes)
    assert (len(first), len(second)) == (1, 0)


async def test_a_team_that_the_product_opened_belongs_to_the_programme_whose_owners_own_it(
    graph: GraphClient,
) -> None:
    state = graph.tenant.state
    [programme] = state.programmes
    owner = next(iter(state.teams[programme.owners_team_id].members))
    stranger = next(person for person in state.people.values() if person.id != owner)
    opened = company.new_team(state, "Opened later", [state.people[owner]])
    opened.members[stranger.id] = Member(state.new_id(), stranger.id, [])
    foreign = company.new_team(state, "Somebody's", [stranger])
    assert {*programme.team_ids, opened.id} == teams_of(state, programme)
    assert foreign.id not in teams_of(state, programme)


async def test_whoever_is_in_a_tandem_without_having_said_yes_to_an_invitation_was_not_asked(
    graph: GraphClient,
) -> None:
    one = One(graph)
    await one.form()
    assert one.noted() == (2, 0)
    mentee, mentor = one.crowd.actors
    mentee.memory.said_yes.append(["Take part?"])
    assert one.noted() == (1, 0)
    mentor.memory.said_yes.append(["Take part?"])
    assert one.noted() == (0, 0)
    await one.crowd.begin(2)
    assert one.noted() == (2, 0), "what was said in the last cycle does not count in this one"


async def test_the_same_two_in_a_later_cycle_are_a_repeated_pair(graph: GraphClient) -> None:
    one = One(graph)
    await one.form()
    tally = one.launch.count()
    assert one.ledger.seen(tally).repeated == ()
    one.ledger.close(tally)
    [repeated] = one.ledger.seen(tally).repeated
    assert all(person.display_name in repeated for person in one.launch.people[:2])


async def test_acknowledged_answers_that_are_gone_are_lost(graph: GraphClient) -> None:
    one = One(graph)
    assert (
        replace(one.verdict, answers_gone=("goal", "level")).lost(one.launch.count())
        == one.lost() + 2
    )


async def test_sessions_without_another_date_are_lost_and_what_was_found_stays_found(
    graph: GraphClient,
) -> None:
    one = One(graph)
    found = replace(one.verdict, sessions_gone=2).found(one.launch.count())
    assert found.lost == one.lost() + 2
    await one.launch.members(0, 1)
    assert found.lost == one.lost() + 4


async def test_an_answer_is_gone_if_its_question_comes_back_with_another_value(
    graph: GraphClient,
) -> None:
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
    state.conversations.edit(
        message, with_card(asked | {"body": [wish | {"value": ""}]}), state.clock.now()
    )
    [gone] = await one.crowd.answers_gone()
    assert gone == f"{actor.name} had answered goal with 'understand'; now it is ''"
