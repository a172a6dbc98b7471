"""A whole rehearsal from the command line, and what the tenant then holds read anew, independently
of who wrote it.

Servers that are killed in the middle of a launch, faults, several cycles and programmes, and a
rolling one are in ``make soak``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tzlocal.windows_tz import win_tz

pytestmark = pytest.mark.long
ROOT = Path(__file__).parents[2]
TANDEMS = 4


def rehearse(*options: str) -> dict[str, Any]:
    """The figures of a rehearsal that went well."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("TANDEM_")}
    command = [sys.executable, "-m", "sandbox", "rehearse", "--json", *options]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=environment, timeout=600, check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr[-3000:]}"
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    dump = tmp_path_factory.mktemp("rehearsal") / "tenant.json"
    figures = rehearse("--tandems", str(TANDEMS), "--seed", "11", "--dump", str(dump))
    return figures, json.loads(dump.read_text())


def moment(stamp: dict[str, str]) -> datetime:
    return datetime.fromisoformat(stamp["dateTime"][:19]).replace(tzinfo=UTC)


def sessions(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    single = [e for e in events if e["type"] in {"occurrence", "exception"}]
    return [e for e in single if str(e["subject"]).startswith("Tandem 0")]


def test_the_figures_are_complete(played: tuple[dict[str, Any], dict[str, Any]]) -> None:
    figures, _ = played
    assert [figures[key] for key in ("tandems", "channels", "series")] == [TANDEMS] * 3
    assert [figures[key] for key in ("lost", "duplicates", "repeated_cards")] == [0, 0, 0]
    assert figures["memberships"] == 2 * TANDEMS


def test_each_channel_belongs_to_its_two_members_alone(
    played: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    _, tenant = played
    rooms = [
        (team, c)
        for team in tenant["teams"].values()
        for c in team["channels"]
        if c["membershipType"] == "private"
    ]
    assert len(rooms) == TANDEMS
    for team, channel in rooms:
        inside = {m["userId"] for m in channel["members"]}
        assert len(inside) == 2
        assert inside <= {m["userId"] for m in team["members"]}
        assert all(m["roles"] == ["owner"] for m in channel["members"])
        assert not [
            m for m in channel["members"] if m["displayName"].split()[-1] in channel["displayName"]
        ]


def test_each_session_lasts_two_hours_and_is_free_for_both(
    played: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    _, tenant = played
    booked = 0
    for events in tenant["events"].values():
        taken = [
            e
            for e in events
            if e["type"] != "seriesMaster"
            and e["showAs"] in {"busy", "oof"}
            and not str(e["subject"]).startswith("Tandem 0")
        ]
        for session in sessions(events):
            start, end = moment(session["start"]), moment(session["end"])
            assert end - start == timedelta(hours=2)
            assert not [
                e["subject"]
                for e in taken
                if moment(e["start"]) < end and start < moment(e["end"]) and not e["isCancelled"]
            ]
            booked += 1
    assert booked == 2 * TANDEMS * 6


def test_the_wall_clock_stays_across_clock_changes(
    played: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    """Each series: the times of day of its sessions in the zone in which it was booked."""
    _, tenant = played
    clocks: dict[str, set[time]] = {}
    for events in tenant["events"].values():
        zones = {
            e["id"]: ZoneInfo(win_tz[e["originalStartTimeZone"]])
            for e in events
            if e["type"] == "seriesMaster"
        }
        for session in sessions(events):
            if session["type"] == "occurrence":
                series = session["seriesMasterId"]
                clocks.setdefault(series, set()).add(
                    moment(session["start"]).astimezone(zones[series]).time()
                )
    assert {len(each) for each in clocks.values()} == {1}


def test_each_series_has_teams_link_agenda_and_no_names(
    played: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    _, tenant = played
    masters = [
        e
        for events in tenant["events"].values()
        for e in events
        if e["type"] == "seriesMaster" and str(e["subject"]).startswith("Tandem 0")
    ]
    assert len(masters) == 2 * TANDEMS
    for master in masters:
        assert master["isOnlineMeeting"] or master["onlineMeeting"]["joinUrl"]
        assert "<ol>" in master["body"]["content"]
        assert "teams.microsoft.com/l/channel" in master["body"]["content"]
        assert [each["type"] for each in master["attendees"]].count("required") == 1
