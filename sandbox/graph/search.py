"""`$search` on the directory, and the header that it and other advanced queries need.

Source: "Use the $search query parameter"; "Advanced query capabilities on Microsoft Entra ID
objects".
"""

import re
from typing import Any

from sandbox.graph.errors import GraphRefusal, bad_request
from sandbox.graph.operations import Call

UNSUPPORTED = "Request_UnsupportedQuery"
SEARCH = re.compile(r'"(displayName|mail|userPrincipalName|givenName|surname|description):([^"]*)"')


def advanced(call: Call) -> bool:
    """Whether the request carries `ConsistencyLevel: eventual`."""
    return call.headers.get("consistencylevel", "").casefold() == "eventual"


def searched(call: Call, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows that `$search` finds, or all rows without it. Raises GraphRefusal (400)."""
    text = call.query.get("$search")
    if text is None:
        return rows
    if not advanced(call):
        advice = (
            "only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'"
        )
        raise GraphRefusal(400, UNSUPPORTED, f"Request with $search query parameter {advice}")
    clauses = SEARCH.findall(text)
    if not clauses or SEARCH.sub("", text).replace("OR", "").strip():
        raise bad_request(
            "directory",
            f'Syntax error: $search takes quoted clauses like "displayName:x", not {text}.',
        )
    return [row for row in rows if any(_finds(row, name, words) for name, words in clauses)]


def _finds(row: dict[str, Any], name: str, words: str) -> bool:
    # Entra searches token by token: every word must begin a word of the value.
    tokens = re.split(r"[\s@.\-_]+", str(row.get(name) or "").casefold())
    wanted = re.split(r"[\s@.\-_]+", words.casefold().strip())
    return all(any(token.startswith(word) for token in tokens) for word in wanted)
