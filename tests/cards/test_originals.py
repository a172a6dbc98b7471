"""Texts are found without reading what all of them say: a file is read when it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fluent.syntax import ast

from cards.kit.originals import files, places, resource
from mentoring.domain.language import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
READ_AT_START = """
import bot.app
from cards.kit.originals import resource
print(resource.cache_info().currsize)
"""


def messages(language: Language, file: str) -> dict[str, ast.Message]:
    body = resource(language, file).body
    return {each.id.name: each for each in body if isinstance(each, ast.Message)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_is_found_in_the_file_that_holds_it(language: Language) -> None:
    held = {key: file for file in files(language) for key in messages(language, file)}
    assert places(language) == held


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_stands_in_one_file_only(language: Language) -> None:
    held = [key for file in files(language) for key in messages(language, file)]
    assert len(held) == len(set(held))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [ast.MessageReference, ast.TermReference])
def test_texts_that_stand_inside_others_are_in_the_same_file(
    language: Language, kind: type[ast.BaseNode]
) -> None:
    elsewhere = {
        file: used_in(resource(language, file), kind) - set(messages(language, file))
        for file in files(language)
    }
    assert {file: keys for file, keys in elsewhere.items() if keys} == {}


def used_in(node: object, kind: type[ast.BaseNode]) -> set[str]:
    inside = vars(node).values() if isinstance(node, ast.BaseNode) else ()
    parts = [each for value in inside for each in (value if isinstance(value, list) else [value])]
    named = {str(vars(node)["id"].name)} if isinstance(node, kind) else set()
    return named.union(*(used_in(each, kind) for each in parts))


def test_a_server_has_read_no_more_than_what_people_type_when_it_starts() -> None:
    told = subprocess.run(
        [sys.executable, "-c", READ_AT_START], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(told.stdout) == len(LANGUAGES)
