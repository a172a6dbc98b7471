"""OData query options: `$select`, `$expand`, `$orderby`, `$top`, `$skip` and paging.

Source: "Use query parameters to customize responses" and "Advanced query capabilities on Microsoft
Entra ID objects".
"""

import base64
import binascii
import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from sandbox.graph.errors import bad_request
from sandbox.graph.filters import Filter, FilterSyntax, parse, value_at
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call
from sandbox.graph.types import properties

EXPAND = re.compile(r"(\w+)(?:\((.*)\))?")
Row = dict[str, Any]


def selection(call: Call, type_name: str, text: str | None = None) -> list[str] | None:
    """The properties of `$select` (or of `text`), None for all; unknown ones are refused (400)."""
    text = call.query.get("$select") if text is None else text
    if not text:
        return None
    names = [name.strip() for name in text.split(",")]
    unknown = [name for name in names if name not in properties(type_name)]
    if unknown:
        advice = (
            f"Could not find a property named '{unknown[0]}' on type 'microsoft.graph.{type_name}'."
        )
        raise bad_request(call.family, f"Parsing OData Select and Expand failed: {advice}")
    return names


def shaped(row: Row, names: Sequence[str] | None, keep: Sequence[str] = ()) -> Row:
    """The row with the selected properties; annotations, `id` and `keep` stay in any case."""
    if names is None:
        return row
    wanted = {*names, "id", *keep}
    return {key: value for key, value in row.items() if key in wanted or "@odata." in key}


def expansions(call: Call, *supported: str) -> dict[str, dict[str, str]]:
    """What `$expand` names, with the options in its parentheses; anything not `supported` is
    refused (400).
    """
    found: dict[str, dict[str, str]] = {}
    for part in _outside_parentheses(call.query.get("$expand", ""), ","):
        matched = EXPAND.fullmatch(part.strip())
        if matched is None or matched[1] not in supported:
            raise bad_request(
                call.family, f"Parsing OData Select and Expand failed: '{part}' cannot be expanded."
            )
        options = (option.partition("=") for option in _outside_parentheses(matched[2] or "", ";"))
        found[matched[1]] = {name.strip(): value.strip() for name, _, value in options}
    return found


def _outside_parentheses(text: str, separator: str) -> list[str]:
    parts, depth = [""], 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == separator and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part.strip()]


def filtering(call: Call, *supported: str) -> Filter | None:
    """The parsed `$filter`; syntax errors and whatever is not in `supported` are refused (400)."""
    text = call.query.get("$filter")
    if text is None:
        return None
    try:
        parsed = parse(text)
    except FilterSyntax as error:
        raise bad_request(call.family, f"Invalid filter clause: {error}") from None
    unsupported = sorted(parsed.uses - set(supported))
    if unsupported:
        raise bad_request(
            call.family, f"Invalid filter clause: '{unsupported[0]}' is not supported here."
        )
    return parsed


def ordered(call: Call, rows: list[Row], *supported: str) -> list[Row]:
    """The rows in the order of `$orderby`, or as they come if there is none; properties that are
    not `supported` are refused (400).
    """
    for part in reversed(call.query.get("$orderby", "").split(",")):
        path, _, direction = part.strip().partition(" ")
        if not path:
            continue
        if path not in supported or direction not in {"", "asc", "desc"}:
            raise bad_request(call.family, f"Ordering by '{part.strip()}' is not supported.")
        rows = sorted(rows, key=_by(path), reverse=direction == "desc")
    return rows


def _by(path: str) -> Callable[[Row], str]:
    return lambda row: str(value_at(row, path)).casefold()


def number(call: Call, name: str, default: int, most: int) -> int:
    """A whole number option; not a number, negative or above `most` is refused (400)."""
    text = call.query.get(name, str(default))
    if not text.isdecimal() or int(text) > most:
        raise bad_request(
            call.family, f"Invalid value '{text}' for {name}; it must be between 0 and {most}."
        )
    return int(text)


def page(call: Call, rows: Sequence[Row], what: str, default: int = 100, most: int = 999) -> Answer:
    """A page of a collection with `@odata.nextLink` and, if asked for, `@odata.count`.

    The directory and Teams continue by an opaque `$skiptoken`, Outlook by `$skip`.
    """
    size = number(call, "$top", default, most) or default
    start = _start(call)
    body: Row = {"@odata.context": f"{GRAPH_ROOT}/$metadata#{what}"}
    if call.query.get("$count") == "true":
        body["@odata.count"] = len(rows)
    if start + size < len(rows):
        body["@odata.nextLink"] = _next_link(call, start + size)
    return Answer(body=body | {"value": list(rows[start : start + size])})


def _start(call: Call) -> int:
    token = call.query.get("$skiptoken")
    if token is None:
        if call.family == "directory" and "$skip" in call.query:
            raise bad_request(call.family, "'$skip' is not supported by the service.")
        return number(call, "$skip", 0, 10**9)
    try:
        return int(base64.urlsafe_b64decode(token))
    except (binascii.Error, ValueError):
        raise bad_request(call.family, "Skip token is null or invalid.") from None


def _next_link(call: Call, start: int) -> str:
    rest = {key: value for key, value in call.query.items() if key not in {"$skip", "$skiptoken"}}
    token = base64.urlsafe_b64encode(str(start).encode()).decode()
    further = {"$skip": str(start)} if call.family == "outlook" else {"$skiptoken": token}
    return f"{call.state.base_url}{call.path}?{urlencode(rest | further, safe='$')}"
