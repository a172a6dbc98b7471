"""Whatever stands behind a command's words is answered: nothing that somebody writes is a fault of
ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.commands.registry import COMMANDS
from bot.router import Router
from mentoring.storage.store import SqlStore
from tests.bot.test_own_tandem import turn_of
from tests.cards.desk import desk_over
from tests.cards.furnished import CHANNEL, OWNERS_TEAM, furnished

ODD = (
    *("1. ² 2027", "② 1 2027", "٢/٢/٢٠٢٧", "1.1.9999", "0.0.0000", "9" * 30, "1 um ²"),
    *('"', "<<>>@", '"Costa, Eva', "x" * 2000, "a, " * 300, "ı ſ İ ß", "11.01.2027 25:99 -5"),
)
PLACES = {"personal": "a:mia", "channel": CHANNEL.conversation}
TEAM = {"channelData": {"team": {"aadGroupId": OWNERS_TEAM}}}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


async def said(_message: Mapping[str, Any]) -> str:
    return "1"


@pytest.mark.parametrize("where", PLACES)
async def test_a_command_stands_whatever_is_written_behind_it(where: str, store: SqlStore) -> None:
    router = Router(desk_over(store), lambda _: None)
    for command, rest in product(COMMANDS.values(), ODD):
        spoken = {
            "type": "message",
            "text": f"{command.said('de')[0]} {rest}",
            "conversation": {"id": PLACES[where], "conversationType": where},
            **(TEAM if where == "channel" else {}),
        }
        await router(turn_of(spoken), said)
