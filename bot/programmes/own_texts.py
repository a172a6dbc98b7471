"""Replaced texts of a programme file: each has to be a text of the product, and fit into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.programmes.explained import Finding, with_nearest
from cards.kit.originals import Original, original_of, originals
from cards.kit.own_words import amiss
from mentoring.domain.own_texts import PATH, wordings
from mentoring.domain.programme import Programme


def unfit_texts(programme: Programme) -> Iterator[Finding]:
    """Those that cannot stand for any text of the product."""
    for voice, texts in programme.texts.items():
        for key, text in texts.items():
            original, path = original_of(voice, key), (PATH, voice, key)
            if original is None:
                near = with_nearest(key, [*originals(voice)])
                yield Finding(path, "text-unknown", {**near, "allowed": ""})
            else:
                yield from _unfit(path, original, wordings(text))


def _unfit(
    path: tuple[str, str, str], original: Original, said: Mapping[str, str]
) -> Iterator[Finding]:
    for case, code in amiss(original, said).items():
        known = ", ".join(f"{{{name}}}" for name in original.placeholders)
        cases = ", ".join(filter(None, original.cases))
        facts: dict[str, str | int] = {
            "known": known or "none",
            "cases": cases or "none",
            "longest": original.longest,
        }
        at = (*path, case) if case and case in said else path
        yield Finding(at, f"text-{code}", facts)
