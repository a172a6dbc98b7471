"""Kits of a few words, as a file would hold them."""

from __future__ import annotations

from mentoring.domain.kits.library import Library
from mentoring.domain.kits.texts import DEPTHS, Form, Kit

Written = dict[str, object]


def texts(title: str) -> Written:
    return {
        "title": title,
        "aim": "Aim",
        "talk": "Talk about {subject}",
        "try_out": ["One", "Two", "Three"],
        "longer": "Four",
        "open_talk": "Open",
        "look_back": "Back",
        "questions": ["Who?", "When?", "Why?"],
        "exercise": "Once more",
        "bring": ["Something"],
        "ways": {"demo": "Show it"},
    }


def a_kit(kit_id: str, topic: str, depth: str) -> Written:
    return {"id": kit_id, "topic": topic, "depth": depth, "de": texts(kit_id)}


def a_library(*topics: str, forms: int = 2) -> Library:
    """Three kits a topic, so many forms for questions, one a depth for topics without kits."""
    kits = [a_kit(f"{topic}-{depth}", topic, depth) for topic in topics for depth in DEPTHS]
    asked: list[Written] = [{"id": f"form-{n}", "de": texts(f"Form {n}")} for n in range(forms)]
    around: list[Written] = [
        {"id": f"any-{depth}", "depth": depth, "de": texts(depth)} for depth in DEPTHS
    ]
    return Library(
        tuple(Kit.model_validate(each) for each in kits),
        tuple(Form.model_validate(each) for each in (*asked, *around)),
    )
