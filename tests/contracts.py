"""The closed check of Graph bodies, both ways, against the OpenAPI made from Microsoft's own
metadata.

`graph_contract()` gives a `Contract`; `contract.request(method, path, body)` and
`contract.answer(method, path, status, body)` return the list of violations, empty if there are
none. Closed: only declared properties, `@odata.*` and `x@odata.bind` are allowed, although the file
itself is open in places. The case of action parameters is folded, as Graph does. The file stands
beside the checkout; where it is absent the test is skipped, and with `CI=true` it fails.
"""

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "contracts"
CAST = re.compile(r"/(microsoft\.)?graph\.\w+$")
KEYS = re.compile(r"/([A-Za-z]+)\('([^']*)'\)")
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
Schema = dict[str, Any]
_OFFSET: Schema = {
    "type": "object",
    "properties": {
        "time": {"type": "string"},
        "dayOccurrence": {"type": "integer"},
        "dayOfWeek": {
            "type": "string",
            "enum": ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
        },
        "month": {"type": "integer"},
        "year": {"type": "integer"},
    },
}
_DAYLIGHT = {**_OFFSET, "allOf": [{"properties": {"daylightBias": {"type": "integer"}}}]}
DERIVED: dict[str, Schema] = {
    "#microsoft.graph.customTimeZone": {
        "type": "object",
        "allOf": [{"$ref": "#/components/schemas/microsoft.graph.timeZoneBase"}],
        "properties": {
            "bias": {"type": "integer"},
            "standardOffset": _OFFSET,
            "daylightOffset": _DAYLIGHT,
        },
    },
}
"""Types that the file leaves out, as their pages declare them (learn.microsoft.com, resources
customTimeZone, standardTimeZoneOffset, daylightTimeZoneOffset).
"""


def contract_file(name: str) -> Path:
    """A file of the contracts; skips the test where it is absent, fails it with CI=true."""
    path = FOLDER / name
    if path.exists():
        return path
    reason = f"{name} stands in ../shared/contracts beside the checkout, which is not here."
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def graph_contract() -> "Contract":
    """The contract of Graph, read once."""
    return _read(contract_file("graph-openapi.json"))


@cache
def _read(path: Path) -> "Contract":
    return Contract(json.loads(path.read_text(encoding="utf-8")))


class Contract:
    """Graph's operations and types."""

    def __init__(self, document: Schema) -> None:
        self.document = document
        self._paths = [(_pattern(template), item) for template, item in document["paths"].items()]

    def request(self, method: str, path: str, body: object) -> list[str]:
        """What is wrong with a request's body, as sentences."""
        operation = self._operation(method, path)
        if operation is None:
            return [f"{method} {path} is no operation of the contract"]
        declared = operation.get("requestBody")
        if declared is None:
            return [] if body is None else [f"{method} {path} takes no body"]
        if body is None:
            return [f"{method} {path} needs a body"] if declared.get("required") else []
        schema = declared["content"]["application/json"]["schema"]
        return list(self._check(schema, body, "body", folded="$ref" not in schema))

    def answer(self, method: str, path: str, status: int, body: object) -> list[str]:
        """What is wrong with an answer's body, as sentences."""
        operation = self._operation(method, path)
        if operation is None:
            return [f"{method} {path} is no operation of the contract"]
        if status >= 400:
            return list(
                self._check(
                    {"$ref": "#/components/schemas/microsoft.graph.ODataErrors.ODataError"},
                    body,
                    "error",
                )
            )
        content = next(
            answer for code, answer in operation["responses"].items() if code.startswith("2")
        ).get("content")
        if content is None:
            return [] if body is None else [f"{method} {path} answers without a body"]
        if "application/json" not in content:
            return [] if isinstance(body, bytes) else [f"{method} {path} answers bytes"]
        return list(self._check(content["application/json"]["schema"], body, "answer"))

    def properties(self, type_name: str) -> dict[str, Schema]:
        """The properties of a type, inherited ones included."""
        return self._properties({"$ref": f"#/components/schemas/microsoft.graph.{type_name}"})

    def _operation(self, method: str, path: str) -> Schema | None:
        plain = CAST.sub("", KEYS.sub(r"/\1/\2", path.partition("?")[0].removeprefix("/v1.0")))
        for pattern, item in self._paths:
            if pattern.fullmatch(plain) and method.lower() in item:
                found: Schema = item[method.lower()]
                return found
        return None

    def _check(
        self, schema: Schema, value: object, where: str, *, folded: bool = False
    ) -> Iterator[str]:
        if value is None:
            if not self._nullable(schema):
                yield f"{where} is null"
            return
        schema = self._resolved(schema, value)
        kind = schema.get("type", "object")
        if not isinstance(value, TYPES[kind]) or (isinstance(value, bool) and kind != "boolean"):
            yield f"{where} is no {kind}: {value!r:.80}"
        elif isinstance(value, str):
            yield from _check_text(schema, value, where)
        elif isinstance(value, list):
            for place, one in enumerate(value):
                yield from self._check(schema["items"], one, f"{where}[{place}]")
        elif isinstance(value, dict):
            yield from self._check_object(schema, value, where, folded=folded)

    def _check_object(
        self, schema: Schema, value: dict[str, Any], where: str, *, folded: bool
    ) -> Iterator[str]:
        declared = self._properties(schema)
        names = {name.casefold(): name for name in declared} if folded else {}
        given = {names.get(key.casefold(), key): one for key, one in value.items()}
        for name in schema.get("required", []):
            if name not in given:
                yield f"{where} lacks '{name}'"
        for key, one in given.items():
            if key in declared:
                yield from self._check(declared[key], one, f"{where}.{key}")
            elif not key.startswith("@odata.") and key.removesuffix("@odata.bind") not in declared:
                yield f"{where} has '{key}', which is not declared"

    def _resolved(self, schema: Schema, value: object) -> Schema:
        if "anyOf" in schema:
            schema = schema["anyOf"][0]
        if "$ref" in schema:
            schema = self._named(schema["$ref"])
        derived = value.get("@odata.type") if isinstance(value, dict) else None
        if derived in DERIVED:
            return DERIVED[str(derived)]
        for mapping in self._mappings(schema):
            if derived in mapping:
                return self._resolved({"$ref": mapping[derived]}, {})
        return schema

    def _mappings(self, schema: Schema) -> Iterator[dict[str, str]]:
        for part in (schema, *schema.get("allOf", [])):
            if "discriminator" in part:
                yield part["discriminator"].get("mapping", {})

    def _properties(self, schema: Schema) -> dict[str, Schema]:
        if "$ref" in schema:
            schema = self._named(schema["$ref"])
        found: dict[str, Schema] = dict(schema.get("properties", {}))
        for part in schema.get("allOf", []):
            found |= self._properties(part)
        return found

    def _nullable(self, schema: Schema) -> bool:
        return bool(schema.get("nullable")) or any(
            None in one.get("enum", []) for one in schema.get("anyOf", [])
        )

    def _named(self, reference: str) -> Schema:
        found: Schema = self.document["components"]["schemas"][reference.rpartition("/")[2]]
        return found


def _check_text(schema: Schema, value: str, where: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where} is '{value}', which is none of {schema['enum']}"
    if not re.search(schema.get("pattern", ""), value):
        yield f"{where} is '{value}', which does not match {schema['pattern']}"
    if len(value) > schema.get("maxLength", len(value)):
        yield f"{where} is longer than {schema['maxLength']} characters"


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(template)))
