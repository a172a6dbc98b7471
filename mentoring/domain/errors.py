"""All errors of the product, as one tree.

TandemError
├── Refusal            what a person asked for cannot be done now; the words: ``refusal-<code>``
├── ProgrammeInvalid   programme.toml has errors, each with its line (bot/programmes/faults.py)
├── NaiveTime          a time without a zone came in; times are aware everywhere
├── CalendarInvalid    a calendar that makes no sense (domain/scheduling/types.py)
├── RunInvalid         a run file that contradicts itself (domain/matching/recorded.py)
├── NotProven          the optimum could not be proven (domain/matching/problem.py)
├── StepFailed         a step of a durable workflow failed in an earlier attempt; see the log
└── OutsideError       the world did not do what was asked
    ├── Throttled      the service wants to be left alone for ``retry_after`` seconds
    ├── Unavailable    the service is away for the moment; a repeat may succeed
    │   └── NotYet     what was just made cannot be seen yet; a repeat in a moment will succeed
    ├── NotThere       what was named does not exist (any more)
    │   ├── Gone       it was looked for twice, and nobody overlooks it that often
    │   └── NoMailbox  somebody has no mailbox that the service could work with
    ├── NotAllowed     a permission is missing; the text names it
    │   └── Undeliverable  somebody's chat takes nothing from the bot, for ``cause``
    ├── UnknownZone    a time in a time zone that has no meaning here (graph/zones.py)
    └── Rejected       the service understood and refused; a repeat will not help
        ├── Full       there is no room left where something was to be made
        └── Conflict   it clashes with what is there already
"""

from __future__ import annotations

from datetime import datetime


class TandemError(Exception):
    """Base of everything that this product raises on purpose."""


class Refusal(TandemError):
    """A person's wish that cannot be fulfilled, as a code with facts; Fluent gives the words
    (``refusal-<code>``).

    ``field`` names the input that has to be corrected, where there is one.
    """

    def __init__(self, code: str, *, field: str | None = None, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.facts = facts


class NaiveTime(TandemError):
    """A time without a zone: pass an aware datetime."""


class StepFailed(TandemError):
    """A step of a durable workflow failed with ``name`` in an earlier attempt; the log of that time
    says how.
    """

    def __init__(self, name: str) -> None:
        super().__init__(
            f"a step failed with {name} in an earlier attempt; the log of that time says how"
        )
        self.name = name


class OutsideError(TandemError):
    """Something outside (Graph, the Bot Connector) did not do what was asked."""


class Throttled(OutsideError):
    """Asked too fast, or in a bad moment; the service named ``retry_after`` seconds to wait."""

    def __init__(self, text: str, retry_after: float) -> None:
        super().__init__(text)
        self.retry_after = retry_after


class Unavailable(OutsideError):
    """The service is away for the moment; the same call may succeed later."""


class NotYet(Unavailable):
    """What was just made is not visible everywhere yet; the same call will succeed in a moment."""


class NotThere(OutsideError):
    """What was named does not exist, or no longer; ``code`` is the service's own."""

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__(text)
        self.code = code


class Gone(NotThere):
    """What was named is not there, and was not a moment ago either."""


class NoMailbox(NotThere):
    """Somebody has no mailbox that the service can work with: none at all, or one elsewhere."""


class NotAllowed(OutsideError):
    """A permission is missing or a policy forbids it; the text names which."""


class Undeliverable(NotAllowed):
    """A chat takes nothing from the bot until the other side lets it: ``cause`` is a code of
    ``Profile.hindrance``.
    """

    def __init__(self, text: str, cause: str) -> None:
        super().__init__(text)
        self.cause = cause


class Rejected(OutsideError):
    """The service understood the call and refused it; ``code`` is the service's own."""

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__(text)
        self.code = code


class Full(Rejected):
    """There is no room left where something was to be made."""


class Conflict(Rejected):
    """What was asked for clashes with what is there already: most often because it is there."""


def aware(moment: datetime) -> datetime:
    """The moment itself, if it carries a zone.

    Raises:
        NaiveTime: it has no zone.
    """
    if moment.tzinfo is None:
        raise NaiveTime(f"{moment.isoformat()} has no time zone: pass an aware datetime")
    return moment
