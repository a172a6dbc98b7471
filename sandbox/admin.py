"""The control API for the tenant itself: clock, calendars, limits, faults, permissions, keys,
counters, dump.

JSON below `/sandbox`, described in docs/sandbox.md. Acting as a person is in `sandbox.control`. A
mistake of the caller is answered with 400 and `{"error": …}`.
"""

import asyncio
import contextlib
from datetime import datetime, timedelta
from typing import get_args

from aiohttp import web

from sandbox import outlook_control
from sandbox.answering import BadCall, Json, answering, aware
from sandbox.calendars import entered
from sandbox.diaries import busy
from sandbox.directory import BotAccess, Person
from sandbox.dump import dumped
from sandbox.graph.notifications import remove
from sandbox.limits import MODES
from sandbox.signin import SignIn
from sandbox.state import TenantState
from sandbox.watching import LifecycleEvent, Subscription

LONGEST_WAIT_SECONDS = 60.0
SWITCHES = (
    *("account_enabled", "licensed", "mailbox_readable"),
    *("on_premises", "online_meetings", "without_mailbox"),
)
"""What is so or not about a person."""
LIFECYCLE_EVENTS = ("reauthorizationRequired", "subscriptionRemoved", "missed")


def routes(state: TenantState, signin: SignIn) -> list[web.RouteDef]:
    """The routes, all of them below `/sandbox`."""
    admin = Admin(state, signin)
    state.closing.append(state.clock.stop)
    return [
        web.get("/sandbox/clock", admin.watch_clock),
        web.post("/sandbox/clock", answering(admin.set_clock)),
        web.get("/sandbox/limits", answering(admin.limits)),
        web.post("/sandbox/limits", answering(admin.set_limits)),
        web.post("/sandbox/faults", answering(admin.set_faults)),
        web.get("/sandbox/counters", answering(admin.counters)),
        web.get("/sandbox/dump", answering(admin.dump)),
        web.post("/sandbox/busy", answering(admin.add_busy)),
        web.post("/sandbox/person", answering(admin.change_person)),
        web.post("/sandbox/policies", answering(admin.set_policies)),
        web.post("/sandbox/permissions", answering(admin.set_permissions)),
        web.post("/sandbox/keys/roll", answering(admin.roll_keys)),
        web.get("/sandbox/subscriptions", answering(admin.subscriptions)),
        web.post("/sandbox/subscriptions/lifecycle", answering(admin.tell_lifecycle)),
        *outlook_control.routes(state),
    ]


class Admin:
    """The handlers: each takes the JSON body and returns the JSON answer."""

    def __init__(self, state: TenantState, signin: SignIn) -> None:
        self._state = state
        self._signin = signin

    async def watch_clock(self, request: web.Request) -> web.Response:
        """The tenant's present, or that of the clock that `of` names; with `wait` (seconds) and
        `unless` (an offset) as soon as the offset is another one.
        """
        name = request.query.get("of", "")
        try:
            wait, unless = (
                float(request.query.get("wait", "0")),
                float(request.query.get("unless", "nan")),
            )
        except ValueError as error:
            return web.json_response({"error": str(error)}, status=400)
        if not 0 <= wait <= LONGEST_WAIT_SECONDS:
            return web.json_response(
                {"error": f"wait is at most {LONGEST_WAIT_SECONDS:.0f} seconds."}, status=400
            )
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await self._state.clock.moved(unless, name)
        return web.json_response(self.clock(name))

    def clock(self, name: str = "") -> Json:
        """The tenant's present, or that of the clock called `name`."""
        clock = self._state.clock
        offset = clock.offset_of(name)
        ahead = timedelta(seconds=offset - clock.offset_seconds)
        return {"now": (clock.now() + ahead).isoformat(), "offset_seconds": offset}

    def set_clock(self, body: Json) -> Json:
        """Set the present (`now`) or move it (`advance_seconds`)."""
        if "now" in body:
            self._state.clock.set(datetime.fromisoformat(str(body["now"])))
        elif "advance_seconds" in body:
            self._state.clock.advance(float(body["advance_seconds"]))
        else:
            raise BadCall("Give 'now' or 'advance_seconds'.")
        return self.clock()

    def limits(self, _: Json) -> Json:
        """Which limits are on, and how often each has refused."""
        limits = self._state.limits
        return {
            "mode": limits.mode,
            "launched": limits.launched,
            "throttled": dict(limits.throttled),
        }

    def set_limits(self, body: Json) -> Json:
        """Switch the limits (`mode`: all, launch or off), or say that the launch has begun
        (`launched`).
        """
        mode = body.get("mode", self._state.limits.mode)
        if mode not in MODES:
            raise BadCall(f"'mode' must be one of {', '.join(MODES)}.")
        self._state.limits.mode = mode
        self._state.limits.launched = bool(body.get("launched", self._state.limits.launched))
        return self.limits({})

    def set_faults(self, body: Json) -> Json:
        """Set how many of all requests meet an injected fault (`rate`, 0 to 1)."""
        rate = float(body.get("rate", 0))
        if not 0 <= rate <= 1:
            raise BadCall("'rate' must be between 0 and 1.")
        self._state.faults.rate = rate
        return {"rate": rate, "injected": dict(self._state.faults.injected)}

    def counters(self, _: Json) -> Json:
        """How many requests of each kind were answered how."""
        journal = self._state.journal
        rows = [
            {"service": service, "operation": operation, "status": status, "count": count}
            for (service, operation, status), count in sorted(journal.statuses.items())
        ]
        totals = {
            "graph_requests": journal.count("graph"),
            "throttled": self._state.limits.throttled.total(),
        }
        told = {
            "injected": self._state.faults.injected.total(),
            "notifications": dict(self._state.outbox.counts),
        }
        return totals | told | {"requests": rows}

    def dump(self, _: Json) -> Json:
        """Everything in calendars and teams, in Graph's shape."""
        return dumped(self._state)

    def add_busy(self, body: Json) -> Json:
        """Enter a busy time in a person's calendar: `person`, `start`, `end` (aware), `status`,
        `subject`.
        """
        person = self._state.person_at(str(body.get("person")))
        if person is None:
            raise BadCall("Nobody has this id or address.")
        start, end = (aware(body, name) for name in ("start", "end"))
        entry = busy(
            self._state,
            person,
            start,
            end,
            body.get("status", "busy"),
            body.get("subject", "Appointment"),
        )
        return {"event": entered(self._state, entry).id}

    def change_person(self, body: Json) -> Json:
        """Make a person leave, lose the licence, hide the mailbox or block the bot: what
        ``SWITCHES`` names; `bot` (`allowed`, `blocked` by them, `forbidden` by the administrator);
        `mailbox_purpose`, `department`, `manager` (id or address, null for none), `guest`; `gone`
        takes them out of the directory.
        """
        person = self._state.person_at(str(body.get("person")))
        if person is None:
            raise BadCall("Nobody has this id or address.")
        for name in SWITCHES:
            setattr(person, name, bool(body.get(name, getattr(person, name))))
        person.mailbox_purpose = str(body.get("mailbox_purpose", person.mailbox_purpose))
        person.department = body.get("department", person.department)
        person.manager_id = self._manager(body, person)
        access = body.get("bot", person.bot)
        if access not in get_args(BotAccess):
            raise BadCall(f"'bot' must be one of {', '.join(get_args(BotAccess))}.")
        person.bot = access
        if "guest" in body:
            person.user_type = "Guest" if body["guest"] else "Member"
        if body.get("gone"):
            self._state.remove_person(person)
        return {"person": person.id}

    def _manager(self, body: Json, person: Person) -> str | None:
        if "manager" not in body or body["manager"] is None:
            return None if "manager" in body else person.manager_id
        manager = self._state.person_at(str(body["manager"]))
        if manager is None:
            raise BadCall("Nobody has the manager's id or address.")
        return manager.id

    def set_policies(self, body: Json) -> Json:
        """Allow or forbid in the whole tenant: `private_channels`, `team_creation` (true or false),
        `private_channels_a_team`; `clock_ahead_seconds` shifts the clock by which it judges.
        """
        policies = self._state.policies
        for name in ("private_channels", "team_creation"):
            setattr(policies, name, bool(body.get(name, getattr(policies, name))))
        most = body.get("private_channels_a_team", policies.private_channels_a_team)
        policies.private_channels_a_team = int(most)
        ahead = body.get("clock_ahead_seconds", self._state.wall_offset_seconds)
        self._state.wall_offset_seconds = float(ahead)
        return {**vars(policies), "clock_ahead_seconds": self._state.wall_offset_seconds}

    def set_permissions(self, body: Json) -> Json:
        """Grant and revoke application permissions (`grant`, `revoke`: lists); tokens from then on
        show it.
        """
        self._state.permissions.update(body.get("grant", []))
        self._state.permissions.difference_update(body.get("revoke", []))
        return {"granted": sorted(self._state.permissions)}

    def subscriptions(self, _: Json) -> Json:
        """What is subscribed to, in order of creation."""
        rows = [
            {
                "id": one.id,
                "person": one.mailbox_id,
                "changeType": one.change_type,
                "expires": one.expires.isoformat(),
            }
            for one in self._state.subscriptions.values()
        ]
        return {"subscriptions": rows}

    def tell_lifecycle(self, body: Json) -> Json:
        """Send a lifecycle `event` of a `subscription`, or of all of a `person`;
        `subscriptionRemoved` removes them.
        """
        event, person = body.get("event"), self._state.person_at(str(body.get("person")))
        if event not in LIFECYCLE_EVENTS:
            raise BadCall(f"'event' must be one of {', '.join(LIFECYCLE_EVENTS)}.")
        living = list(self._state.subscriptions.values())
        chosen = [
            one
            for one in living
            if one.id == body.get("subscription") or (person and one.mailbox_id == person.id)
        ]
        if not chosen:
            raise BadCall("There is no such subscription; give 'subscription' or 'person'.")
        for one in chosen:
            self._tell(one, event)
        return {"subscriptions": [one.id for one in chosen]}

    def _tell(self, one: Subscription, event: LifecycleEvent) -> None:
        if event == "subscriptionRemoved":
            remove(self._state, one)
            return
        for listener in self._state.lifecycle_listeners:
            listener(one, event)

    def roll_keys(self, _: Json) -> Json:
        """Let the Bot Framework sign with a new key from now on."""
        self._signin.roll_keys()
        return {"kids": [key.kid for key in self._signin.bot_keys]}
