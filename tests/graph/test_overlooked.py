"""What a service overlooks for a moment is believed to be gone only at a second look: whoever
believes the first one takes a series for cancelled that stands in two calendars for good.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from graph import client, overlooked
from graph.calendar import GraphCalendar
from graph.channels import GraphChannels
from graph.client import Graph
from graph.overlooked import (
    BELIEVED_SECONDS,
    FORGOTTEN_SECONDS,
    MOST_IN_MIND,
    SECOND_LOOK_SECONDS,
    Overlooked,
    Thing,
    thing_of,
)
from graph.sign_in import SignIn
from mentoring.domain.errors import Gone, NoMailbox, NotThere, NotYet, Rejected
from mentoring.ports.calendar import GatheringWish
from mentoring.ports.repeating import somebody_repeats
from mentoring.workflows.carrying import ANEW, PAUSES_SECONDS
from tests.graph.signed_in import Credential

AT = datetime(2027, 1, 12, 10, tzinfo=UTC)
Refused = tuple[int, str, str]
ITEM, LOST = (404, "ErrorItemNotFound", "no"), (404, "NotFound", "no")
THING = thing_of("event_of", {"user_id": "u", "event_id": "e", "start": AT})


class Service:
    """Refuses with what it is told to, and then finds everything."""

    def __init__(self) -> None:
        self.refusals: list[Refused] = []
        self.asked: list[str] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(f"{request.method} {request.path.rpartition('/')[2]}")
        if self.refusals:
            status, code, message = self.refusals.pop(0)
            return web.json_response({"error": {"code": code, "message": message}}, status=status)
        stamp = {"dateTime": "2027-01-12T10:00:00", "timeZone": "UTC"}
        return web.json_response({"id": "e", "start": stamp, "end": stamp, "value": []})


@pytest.fixture
async def there() -> AsyncIterator[tuple[Service, Graph]]:
    made, app = Service(), web.Application()
    app.router.add_route("*", "/{rest:.*}", made.answer)
    server = TestServer(app)
    await server.start_server()
    graph = Graph(SignIn(Credential), f"http://127.0.0.1:{server.port}/v1.0")
    yield made, graph
    await graph.close()
    await server.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PAUSES_SECONDS", (0.0, 0.0))
    monkeypatch.setattr(overlooked, "SECOND_LOOK_SECONDS", 0.0)


Call = Callable[[Graph], Awaitable[object]]


def cancel(graph: Graph) -> Awaitable[object]:
    return GraphCalendar(graph).cancel("u", "e", "")


def end(graph: Graph) -> Awaitable[object]:
    return GraphCalendar(graph).end_series("u", "e", datetime(2027, 1, 1, tzinfo=UTC), "", {})


def archive(graph: Graph) -> Awaitable[object]:
    return GraphChannels(graph).archive_channel("t", "c")


def move(graph: Graph) -> Awaitable[object]:
    return GraphCalendar(graph).change_gathering("u", "e", AT, 60, "Berlin")


CALLS = [(cancel, ITEM), (end, ITEM), (archive, LOST), (move, ITEM)]


@pytest.mark.parametrize(("call", "overlooks"), CALLS)
async def test_what_is_overlooked_once_is_tried_again_by_the_step(
    there: tuple[Service, Graph], call: Call, overlooks: Refused
) -> None:
    """One passing 404 and nothing was cancelled, nothing archived, nothing moved."""
    service, graph = there
    service.refusals = [overlooks]
    with somebody_repeats():
        with pytest.raises(NotYet, match="404"):
            await call(graph)
        await call(graph)
    assert service.asked[0] == service.asked[1], "the same is asked again"
    assert not service.refusals


async def test_a_series_that_was_overlooked_is_cancelled(there: tuple[Service, Graph]) -> None:
    service, graph = there
    service.refusals = [ITEM]
    await end(graph)
    assert service.asked == ["GET e", "GET e", "POST cancel"]


@pytest.mark.parametrize(("call", "overlooks"), [each for each in CALLS if each[0] is not move])
async def test_what_is_not_found_twice_stays_gone(
    there: tuple[Service, Graph], call: Call, overlooks: Refused
) -> None:
    service, graph = there
    service.refusals = [overlooks] * 2
    await call(graph)
    assert len(service.asked) == 2


@pytest.mark.parametrize("call", [cancel, end, archive])
async def test_another_404_says_nothing_of_what_was_looked_for(
    there: tuple[Service, Graph], call: Call
) -> None:
    """Of a person or mailbox that is gone, say: then somebody has to hear of it."""
    service, graph = there
    service.refusals = [(404, "ErrorInvalidUser", "no")] * 3
    with pytest.raises(NotThere, match="ErrorInvalidUser") as refused:
        await call(graph)
    assert not isinstance(refused.value, Gone)


async def test_that_somebody_has_no_mailbox_is_believed_at_once(
    there: tuple[Service, Graph],
) -> None:
    service, graph = there
    service.refusals = [(404, "MailboxNotEnabledForRESTAPI", "no")]
    with pytest.raises(NoMailbox, match="MailboxNotEnabledForRESTAPI"):
        await GraphCalendar(graph).series("u", "e", AT, AT)
    assert len(service.asked) == 1


@pytest.mark.parametrize(("told", "found"), [([ITEM], []), ([ITEM, ITEM], None), ([], [])])
async def test_a_series_is_gone_only_if_it_is_not_found_twice(
    there: tuple[Service, Graph], told: list[Refused], found: object
) -> None:
    """Taken for cancelled, all its sessions would be put to the two anew (issue 13)."""
    service, graph = there
    service.refusals = told
    assert await GraphCalendar(graph).series("u", "e", AT, AT) == found


async def test_what_was_made_up_to_try_a_permission_is_looked_for_once(
    there: tuple[Service, Graph],
) -> None:
    service, graph = there
    service.refusals = [ITEM]
    assert await GraphCalendar(graph).may_book("u")
    assert len(service.asked) == 1


WISH = GatheringWish("k:0", "u", "Kick-off", "", AT, AT + timedelta(hours=1), "Berlin")


def book(graph: Graph) -> Awaitable[object]:
    return GraphCalendar(graph).book_gathering(WISH)


def open_channel(graph: Graph) -> Awaitable[object]:
    return GraphChannels(graph).open_channel("t", "Tandem 7", "rules", ["a", "b"])


LISTS = [
    (book, (400, "ErrorDuplicateTransactionId", ""), NotThere),
    (open_channel, (400, "BadRequest", "Channel name already existed"), Rejected),
]


@pytest.mark.parametrize(("call", "refusal", "means"), LISTS)
async def test_what_is_not_listed_yet_is_nobody_elses(
    there: tuple[Service, Graph], call: Call, refusal: Refused, means: type[Exception]
) -> None:
    """The answer to the creation was lost, and the list lags behind: that is no trouble yet."""
    service, graph = there
    for expected in (NotYet, means):
        service.refusals = [refusal]
        with somebody_repeats(), pytest.raises(expected) as refused:
            await call(graph)
        assert type(refused.value) is expected


class TestTheSecondLook:
    """It is a moment later, and about the same thing."""

    def judged(self, looks: Overlooked, thing: tuple[str, ...] = THING) -> type[Exception]:
        return type(looks.judged(thing, NotThere("404", ITEM[1]), ITEM[1]))

    def test_what_is_asked_twice_at_once_was_looked_for_once(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(overlooked, "SECOND_LOOK_SECONDS", 1.5)
        looks = Overlooked()
        assert [self.judged(looks) for _ in range(2)] == [NotYet, NotYet]

    def test_what_was_found_meanwhile_is_looked_for_anew(self) -> None:
        looks = Overlooked()
        assert self.judged(looks) is NotYet
        looks.found(THING)
        assert [self.judged(looks) for _ in range(2)] == [NotYet, Gone]

    def test_what_was_not_found_long_ago_says_nothing(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looks, now = Overlooked(), [1000.0]
        monkeypatch.setattr(time, "monotonic", lambda: now[0])
        assert self.judged(looks) is NotYet
        now[0] += FORGOTTEN_SECONDS
        assert self.judged(looks) is NotYet

    def test_of_another_thing_it_says_nothing(self) -> None:
        looks = Overlooked()
        other = thing_of("event_of", {"user_id": "u", "event_id": "f"})
        assert [self.judged(looks), self.judged(looks, other)] == [NotYet, NotYet]

    def test_the_time_that_is_asked_about_makes_no_other_thing(self) -> None:
        later = thing_of("event_of", {"user_id": "u", "event_id": "e", "start": "later"})
        assert later == THING


class TestAStepInWhichMuchIsMissing:
    """It ends: what was believed once is not doubted again while the rest is looked for."""

    @pytest.fixture
    def now(self, monkeypatch: pytest.MonkeyPatch) -> list[float]:
        moment = [1000.0]
        monkeypatch.setattr(overlooked, "SECOND_LOOK_SECONDS", SECOND_LOOK_SECONDS)
        monkeypatch.setattr(time, "monotonic", lambda: moment[0])
        return moment

    def ends(self, looks: Overlooked, things: list[Thing], now: list[float]) -> bool:
        """Whether one attempt at the step comes to its end, repeated where it is."""
        for pause in (0.0, *PAUSES_SECONDS):
            now[0] += pause
            if all(looks.is_believed(each) for each in things):
                return True
        return False

    @pytest.mark.parametrize("missing", [1, 4, 7, 12])
    @pytest.mark.parametrize("first", [0, len(ANEW) - 1])
    def test_it_ends(self, now: list[float], missing: int, first: int) -> None:
        """Four kick-off dates deleted in Outlook, and then cancelled: 150 attempts were in vain."""
        looks, attempts = Overlooked(), 1
        things: list[Thing] = [("cancel_event", "u", f"e{number}") for number in range(missing)]
        while attempts <= missing and not self.ends(looks, things, now):
            now[0] += ANEW[min(first + attempts, len(ANEW)) - 1].total_seconds()
            attempts += 1
        assert attempts <= missing

    def test_what_is_found_again_is_doubted_again(self, now: list[float]) -> None:
        looks = Overlooked()
        assert self.ends(looks, [THING], now)
        looks.found(THING)
        assert not looks.is_believed(THING)

    def test_it_is_not_believed_for_good(self, now: list[float]) -> None:
        looks = Overlooked()
        assert self.ends(looks, [THING], now)
        now[0] += BELIEVED_SECONDS
        assert not looks.is_believed(THING)

    def test_only_so_much_is_remembered(self, now: list[float]) -> None:
        looks = Overlooked()
        assert self.ends(looks, [THING], now)
        for number in range(MOST_IN_MIND + 1):
            looks._believed[("cancel_event", "u", f"e{number}")] = now[0]
        assert not looks.is_believed(THING)
