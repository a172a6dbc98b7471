"""What could not be examined is a line of its own, takes no other with it, and is never well."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.doctor.command import UNSEEN, as_data, doctor
from bot.doctor.examination import HERE
from bot.doctor.lines import Line, Part, State
from cards.kit.words import Words
from graph.probes import PROBES
from mentoring.domain.language import LANGUAGES
from sandbox.graph.errors import GraphRefusal
from sandbox.graph.operations import OPERATIONS, Answer, Call
from sandbox.server import Tenant
from tests.bot.doctor.looking import able, found, looked_at, registered

NOWHERE = "http://127.0.0.1:9/v1.0"
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is away stays away, however long one waits."""
    monkeypatch.setattr("graph.client.PAUSES_SECONDS", (0.01,))


def answering(monkeypatch: pytest.MonkeyPatch, route: str, answer: Answer | GraphRefusal) -> None:
    """The simulated tenant answers each request of this kind so."""

    def handler(_: Call) -> Answer:
        if isinstance(answer, GraphRefusal):
            raise answer
        return answer

    monkeypatch.setitem(OPERATIONS, route, replace(OPERATIONS[route], handler=handler))


def away() -> GraphRefusal:
    return GraphRefusal(503, "serviceNotAvailable", "The service is temporarily unavailable.")


def unseen(lines: list[Line]) -> set[str]:
    return {line.check for line in lines if line.state is State.UNSEEN}


class TestWithGraphOutOfReach:
    async def test_each_check_in_the_tenant_is_named_as_not_made(self, env: dict[str, str]) -> None:
        lines = await looked_at(env, graph_base_url=NOWHERE)
        assert found(lines, "sign-in").state is State.OK
        assert unseen(lines) == {"clock", *set(Part) - set(HERE)}
        assert json.loads(as_data(lines, Words("en")))["ok"] is False

    async def test_the_exit_code_tells_it_from_a_tenant_in_order(
        self, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name, value in {**env, "TANDEM_GRAPH_BASE_URL": NOWHERE}.items():
            monkeypatch.setenv(name, value)
        told = await asyncio.to_thread(CliRunner().invoke, doctor, ["--language", "en"])
        assert told.exit_code == UNSEEN == 3
        assert "Not examined" in told.output
        assert "3" in CliRunner().invoke(doctor, ["--help"]).output

    async def test_a_sign_in_that_breaks_takes_no_line_with_it(
        self, env: dict[str, str], tmp_path: Path
    ) -> None:
        lines = await looked_at(env, login_ca_file=str(tmp_path / "gone.pem"))
        assert unseen(lines) == {Part.SIGN_IN, *set(Part) - set(HERE)}
        assert found(lines, "database").state is State.OK

    async def test_without_a_sign_in_it_is_the_same(self, env: dict[str, str]) -> None:
        lines = await looked_at(env | {"TANDEM_BOT_APP_SECRET": "wrong"})
        assert unseen(lines) == set(Part) - set(HERE)


class TestOneUnexpectedAnswer:
    async def test_about_a_permission_leaves_the_lines_of_all_others(
        self, tenant: Tenant, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answering(monkeypatch, "GET /appCatalogs/teamsApps", away())
        lines = await looked_at(env, able(tenant)[0].mail)
        told = {line.facts.get("permission") or line.facts.get("name") for line in lines}
        assert told >= set(PROBES)
        line = found([each for each in lines if each.check == "permission"], "away-of")
        assert (line.state, line.facts["name"]) == (State.UNSEEN, "AppCatalog.Read.All")
        assert {"mailbox", "capacity", "meetings", "address"} <= {line.check for line in lines}

    async def test_one_that_is_no_answer_of_graphs_at_all_does_so_too(
        self, tenant: Tenant, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A proxy on the way answers 200 with a page of its own."""
        answering(monkeypatch, "GET /appCatalogs/teamsApps", Answer(body=b"<html>Sign in</html>"))
        lines = await looked_at(env, able(tenant)[0].mail)
        assert found([each for each in lines if each.check == "app"], "away").who
        assert {"mailbox", "capacity", "meetings", "address"} <= {line.check for line in lines}

    @pytest.mark.parametrize(
        ("route", "check"),
        [
            ("GET /users/{user_id}/mailboxSettings", "mailbox"),
            ("GET /users/{user_id}/teamwork/installedApps", "app-allowed"),
            ("GET /teams/{team_id}/channels", "capacity"),
            ("POST /teams", "teams"),
            ("POST /teams/{team_id}/channels", "channels"),
            ("POST /users/{user_id}/events", "meetings"),
            ("POST /subscriptions", "address"),
        ],
    )
    async def test_about_one_thing_is_no_line_of_what_is_well(
        self,
        tenant: Tenant,
        env: dict[str, str],
        monkeypatch: pytest.MonkeyPatch,
        route: str,
        check: str,
    ) -> None:
        registered(env)
        answering(monkeypatch, route, away())
        monkeypatch.setattr("bot.doctor.channels.SEEN_AFTER_SECONDS", ())
        probe = not route.endswith("installedApps")
        lines = await looked_at(env, able(tenant)[0].mail, probe=probe)
        states = {line.state for line in lines if line.check == check}
        assert State.OK not in states
        assert states & {State.UNSEEN, State.MISSING}
        assert {"permission", "app", "channels", "meetings", "address"} <= {
            line.check for line in lines
        }

    async def test_about_the_members_of_a_team_leaves_those_who_are_named(
        self, tenant: Tenant, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answering(monkeypatch, "GET /teams/{team_id}/members", away())
        lines = await looked_at(env, able(tenant)[0].mail)
        assert "people" in unseen(lines)
        assert found(lines, "mailboxes").facts["count"] == 1


async def test_nobody_is_unknown_because_the_directory_may_not_be_read(
    tenant: Tenant, env: dict[str, str]
) -> None:
    tenant.state.permissions.discard("User.Read.All")
    lines = await looked_at(env, able(tenant)[0].mail)
    assert not [line for line in lines if line.code == "person-unknown"]
    assert "people" in unseen(lines)


async def test_with_a_database_that_is_away_a_probe_tells_the_rest(env: dict[str, str]) -> None:
    lines = await looked_at(env, probe=True, database_url="sqlite:////nowhere/tandem.sqlite")
    assert found(lines, "teams-later").state is State.UNSEEN
    assert found(lines, "channels").state is State.OK


async def test_where_nobody_is_found_what_asks_for_somebody_is_named_as_not_made(
    tenant: Tenant, env: dict[str, str]
) -> None:
    tenant.state.teams[tenant.state.owners_team_id].members.clear()
    lines = await looked_at(env, probe=True)
    assert unseen(lines) >= {"app-allowed", "teams", "channels", "meetings", "address"}


class TestEveryLineThatIsNotFine:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_has_words_in_every_language_and_says_who_does_what(self, language: str) -> None:
        words = Words(language)
        source = "".join(path.read_text() for path in (ROOT / "bot/doctor").glob("*.py"))
        named = re.findall(r"\b(?:missing|undecided|unseen)\(\s*[\w.\"-]+, \"([\w-]+)\"", source)
        assert len(set(named)) > 20
        keys = {f"doctor-{code}" for code in named}
        held = {key for key in words_held(language) if key.startswith("doctor-")}
        assert {f"{key}-todo" for key in keys} <= held
        assert {f"doctor-check-{part}" for part in Part} <= held
        assert {f"doctor-state-{state}" for state in State} <= held
        assert words.text("doctor-check-people")

    async def test_says_so_when_much_is_wrong(
        self, tenant: Tenant, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tenant.state.permissions.discard("Team.Create")
        no = GraphRefusal(403, "Forbidden", "Missing role permissions on the request.")
        answering(monkeypatch, "GET /teams/{team_id}/channels", no)
        lines = await looked_at(env)
        assert found(lines, "team-unread").todo(Words("en"))
        assert all(line.who for line in lines if line.state is not State.OK)


def words_held(language: str) -> set[str]:
    """The keys of the doctor's file."""
    text = (ROOT / f"cards/texts/{language}/programme/doctor.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w-]+) =", text, re.MULTILINE))
