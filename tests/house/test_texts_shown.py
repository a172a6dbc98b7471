"""Every text is said somewhere, and somebody has looked at it: it stands on a sample's card, or it
is a plain sentence of those that are named here. What nothing says is deleted.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from cards.catalogue import render
from cards.common import said
from cards.kit.documents import WRITERS, document_of
from cards.kit.originals import files, places, resource
from cards.kit.words import Words
from cards.privacy.telling import NAMED
from mentoring.domain.language import LANGUAGES, Language
from tests.cards.drawn import POSTING, SAMPLES, VOICES

ROOT = Path(__file__).parents[2]
PLAIN = {
    "said in the chat, or above a card": "refusal-* said-* circle-over",
    "what people write, and an example of it": "typed-* example-*",
    "who has decided, at the foot of owners' cards": "act-* decided-*",
    "whose card it would be, above each card of a try": "trial-mark trial-mark-owner",
    "what my data says of what is held": """
        held-* field-* value-* kept-changed reader-owners-in-groups stage-* noted-* application-*
        clearance-asked clearance-waits clearance-given waiting-asked waiting-agreed
        waiting-declined wished-* further-said-* road-map-changed-own
    """,
    "what stands in Outlook and in a channel": """
        agenda-intro channel-description circle-*-name circle-*-description kickoff-subject
        kickoff-body session-cancelled-*
    """,
    "printed for IT, or for whoever writes a file": """
        doctor-* programme-file-* match-* left-* taken setting-wrong-*
    """,
    "why a date is as it is": "scheduling-*",
    "a rule, a reason or a setting of the matching": """
        rule-* reason-* figures-location waiting-nobody waiting-no_topic waiting-never_both
        setting-kpi-groups setting-blocked-pairs setting-exclusion-groups setting-texts
    """,
    "one of several in the same place, of which another is drawn": """
        both-also-mentor invitation-as-mentor rhythm-* step-topic-title later-* invite-as-mentor
        hindrance-boundary hindrance-applied again-is-mentee call-open-mentor
        intervention-channel-none tandems-ended tandems-is-* offer-to-mentor-openly
        offer-reason-topic-* going-few going-item-* measure-said-middle measure-name-feedback
        poll-*-for where-running where-closing status-launched texts-case-* session-soon-day
        tandem-intro-undone tandem-skipped-session mail-what-mentor
    """,
}
"""Where people read the texts that stand on no sample's card; each is said in every voice below."""
PATTERNS = [(where, pattern) for where, patterns in PLAIN.items() for pattern in patterns.split()]
BEGINS_OTHERWISE = {*NAMED.values()}
"""What keys begin with that are composed of a table's values alone."""


@cache
def drawn() -> frozenset[str]:
    """The keys of all texts on the samples' cards, and in the files that they become."""
    asked, says = set[str](), Words.text
    said._help.cache_clear()  # another test may have had it drawn

    def noting(words: Words, key: str, **facts: object) -> str:
        asked.add(key)
        return says(words, key, **facts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Words, "text", noting)
        for notice, words in product(SAMPLES.values(), VOICES.values()):
            render(notice, words, posting=POSTING)
            if type(notice) in WRITERS:
                document_of(notice, words)
    return frozenset(asked)


def plain(key: str) -> bool:
    return any(fnmatchcase(key, pattern) for _, pattern in PATTERNS)


def test_each_text_is_drawn_or_a_plain_sentence() -> None:
    """Some thirty that were written out in the code stood on no sample, so nobody saw them."""
    unseen = [key for key in places("de") if key not in drawn() and not plain(key)]
    assert not unseen, f"draw them in cards/examples, or name them in PLAIN: {unseen}"


@pytest.mark.parametrize(("where", "pattern"), PATTERNS)
def test_what_is_named_here_is_on_no_card(where: str, pattern: str) -> None:
    """A name that nothing needs any more goes."""
    assert any(fnmatchcase(key, pattern) for key in hidden()), f"nothing is {where}"


def hidden() -> list[str]:
    """The keys of the texts that stand on no card."""
    return [key for key in places("de") if key not in drawn()]


@pytest.mark.parametrize("voice", VOICES)
def test_each_plain_sentence_can_be_said(voice: str) -> None:
    words = VOICES[voice]
    facts = {name: "Eva" for language in LANGUAGES for name in facts_of(language)}
    said = {key: words.text(key, **facts) for key in hidden()}
    assert [key for key, text in said.items() if not text.strip() or "{" in text] == []


@cache
def facts_of(language: Language) -> frozenset[str]:
    """What stands for something in the texts of a language."""
    found = _Facts()
    for file in files(language):
        found.visit(resource(language, file))
    return frozenset(found.names)


class _Facts(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.names.add(str(node.id.name))


def test_each_text_is_used() -> None:
    """``my-data-file-date`` was said nowhere."""
    unused = [key for key in places("de") if not is_used(key)]
    assert not unused, f"nothing says {unused}: delete them"


def is_used(key: str) -> bool:
    """Whether a sample says the key, code names or composes it, or another text says it."""
    literal, composed = in_code()
    start, _, rest = key.partition("-")
    return (
        key in drawn()
        or key in literal
        or key in said_by_others()
        or (start in {"refusal", "said", "typed", "command"} and rest in literal)
        or any(re.fullmatch(pattern, key) for pattern in composed)
        or any(key.startswith(f"{each}-") for each in BEGINS_OTHERWISE)
    )


@cache
def in_code() -> tuple[frozenset[str], frozenset[str]]:
    """All strings of the code, and patterns of what it composes, if that begins with letters."""
    nodes = [node for tree in trees() for node in ast.walk(tree)]
    literal = {each.value for each in nodes if isinstance(each, ast.Constant)}
    composed = {composing(each) for each in nodes if isinstance(each, ast.JoinedStr)}
    return (
        frozenset(each for each in literal if isinstance(each, str)),
        frozenset(each for each in composed if re.match(r"[a-z]+\\-", each)),
    )


def composing(node: ast.JoinedStr) -> str:
    parts = (
        re.escape(str(each.value)) if isinstance(each, ast.Constant) else r"[\w-]+"
        for each in node.values
    )
    return "".join(parts)


def trees() -> Iterator[ast.Module]:
    for room in ("bot", "cards", "mentoring"):
        for path in (ROOT / room).rglob("*.py"):
            yield ast.parse(path.read_text(encoding="utf-8"))


@cache
def said_by_others() -> frozenset[str]:
    """The texts that stand within others."""
    found = _Within()
    for file in files("de"):
        found.visit(resource("de", file))
    return frozenset(found.names)


class _Within(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802
        self.names.add(str(node.id.name))
