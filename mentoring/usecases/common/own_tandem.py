"""An owner never handles a tandem that they are in: the one place that says so."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.errors import Refusal


def leave_to_others(owner: str, people: Iterable[str], *, field: str = "") -> None:
    """Refuse an owner whatever is about themselves or their own tandem, which these people form.

    Raises:
        Refusal: ``decide-own``, with the input's field if there is one.
    """
    if owner in set(people):
        raise Refusal("decide-own", **({"field": field} if field else {}))
