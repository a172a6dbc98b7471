"""How an answer of Graph is read."""

from __future__ import annotations

import httpx
import pytest

from graph.client import Operation, _Reader

READ = Operation("user", "GET", "/users/{user-id}", "User.Read.All", "reads", ())
JSON = {"Content-Type": "application/json;odata.metadata=none"}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (b'{"displayName": "Anna \xf0\x9f\x98\x80"}', "Anna \U0001f600"),
        (rb'{"displayName": "Anna \ud83d\ude00"}', "Anna \U0001f600"),
        (rb'{"displayName": "Anna \ud83d"}', "Anna \ud83d"),
    ],
)
async def test_a_name_spoils_no_answer_even_if_it_was_cut_within_an_emoji(
    said: bytes, meant: str
) -> None:
    """JSON can say half a character [RFC 8259, 8.2], and not every reader takes it."""
    response = httpx.Response(200, headers=JSON, content=said)
    answer = await _Reader(READ).handle_response_async(response, {})
    assert answer.json == {"displayName": meant}
