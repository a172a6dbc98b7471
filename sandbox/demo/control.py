"""What the page's own buttons do: let the others answer, fill something in for me, the next day,
the next session.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from aiohttp import web

from sandbox.connector.clients import Clients, NoSuchThing
from sandbox.conversations import REFRESH_EVERY
from sandbox.demo.days import next_morning, next_session, on_the_way
from sandbox.demo.keeping import Kept
from sandbox.demo.others import Others
from sandbox.demo.progress import Progress
from sandbox.demo.seats import MENTEES, MENTORS
from sandbox.demo.tone import TONES, Tone
from sandbox.directory import Person
from sandbox.page.pulse import Pulse

Row = dict[str, Any]
SEATS = ("owner", "mentee", "mentor", "second")
Introduce = Callable[[], Awaitable[None]]
MORNING_SECONDS = 2.0
"""What a morning brings has come once for so long nothing has."""
MOST_SECONDS = 20.0
"""Somebody looks at the page and waits."""
LANGUAGES = {"de": "de-DE", "en": "en-GB"}


class DemoControl:
    """The routes below ``/sandbox/demo``; JSON in and out."""

    def __init__(
        self,
        here: Kept,
        clients: Clients,
        pulse: Pulse,
        introduce: Introduce,
    ) -> None:
        state, seats = here.state, here.seats
        self._state = state
        self._introduce = introduce
        self._clients = clients
        self._seats = seats
        self._others = Others(state, clients, seats)
        self._progress = Progress(state, seats, lambda: self._others.rounds, here.ticks)
        self._pulse = pulse
        self._tone = Tone(state, clients, seats)

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        return [
            web.get("/sandbox/demo", self.about),
            web.post("/sandbox/demo/others", self.others),
            web.post("/sandbox/demo/me", self.me),
            web.post("/sandbox/demo/language", self.language),
            web.post("/sandbox/demo/tone", self.tone),
            web.get("/sandbox/demo/progress", self.progress),
            web.post("/sandbox/demo/day", self.day),
            web.post("/sandbox/demo/session", self.session),
        ]

    async def about(self, _: web.Request) -> web.Response:
        """The seats, everybody else, the groups to invite, and the tone."""
        everybody = sorted(self._state.people.values(), key=lambda person: person.display_name)
        seats = {role: getattr(self._seats, role).id for role in SEATS}
        people = [
            _person(one)
            for one in everybody
            if (one.account_enabled and one.licensed) or one.id in seats.values()
        ]
        groups = {"mentees": MENTEES, "mentors": MENTORS}
        return web.json_response(
            {"seats": seats, "people": people, "groups": groups, "tone": self._tone.now}
        )

    async def others(self, _: web.Request) -> web.Response:
        """Everybody but the three answers what waits."""
        return web.json_response({"answered": await self._others.answer()})

    async def me(self, request: web.Request) -> web.Response:
        """Answer what waits for one of the three."""
        try:
            person = self._clients.person(str((await request.json()).get("person", "")))
        except NoSuchThing as error:
            return web.json_response({"error": str(error)}, status=404)
        return web.json_response({"answered": await self._others.answer_for(person)})

    async def language(self, request: web.Request) -> web.Response:
        """The language of the Teams and mailboxes of whoever has a seat, ``de`` or ``en``; in the
        first one the bot greets.
        """
        wanted = (await request.json()).get("language")
        if wanted not in LANGUAGES:
            return web.json_response(
                {"error": f"'language' must be one of {', '.join(LANGUAGES)}."}, status=400
            )
        for seat in SEATS:
            person: Person = getattr(self._seats, seat)
            person.preferred_language = person.mailbox_language = LANGUAGES[wanted]
        await self._introduce()
        return web.json_response({"language": wanted})

    async def tone(self, request: web.Request) -> web.Response:
        """The tone in which the programmes speak German from now on, ``du`` or ``sie``; their
        owners set it. A minute passes, after which clients ask for their cards again.
        """
        wanted = (await request.json()).get("tone")
        if wanted not in TONES:
            return web.json_response(
                {"error": f"'tone' must be one of {', '.join(TONES)}."}, status=400
            )
        await self._tone.speak(wanted)
        self._state.clock.advance(REFRESH_EVERY.total_seconds())
        self._pulse.beat()
        return web.json_response({"tone": wanted})

    async def progress(self, _: web.Request) -> web.Response:
        """Which steps of the tour are done, and how many of the others have answered."""
        others = {"done": self._others.done, "asked": self._others.asked}
        return web.json_response({"steps": self._progress.done(), "others": others})

    async def day(self, _: web.Request) -> web.Response:
        """The next working morning."""
        self._state.clock.set(next_morning(self._state))
        self._pulse.beat()
        return web.json_response({"now": self._state.clock.now().isoformat()})

    async def session(self, request: web.Request) -> web.Response:
        """The day before the next session, then its beginning; ``session`` is null where none is
        booked.
        """
        person = str((await request.json()).get("person", ""))
        start = next_session(
            self._state, person if person in self._state.mailboxes else self._seats.mentee.id
        )
        if start is not None:
            await self._pass(on_the_way(self._state.clock.now(), start))
        return web.json_response({"session": None if start is None else start.isoformat()})

    async def _pass(self, mornings: Sequence[datetime]) -> None:
        """Time passes by these, and with each what it brings has a moment to come."""
        for number, each in enumerate(mornings):
            if number:
                await self._pulse.still(MORNING_SECONDS, MOST_SECONDS)
            self._state.clock.set(each)
            self._pulse.beat()


def _person(person: Person) -> Row:
    return {
        "id": person.id,
        "name": person.display_name,
        "title": person.job_title or "",
        "department": person.department or "",
        "city": person.city or "",
        "photo": bool(person.photo_pixels),
        "language": person.preferred_language or person.mailbox_language,
    }
