"""The pieces that all cards are made of: what one reads and presses.

What one fills in is in ``cards/kit/inputs.py``.

Every card is Adaptive Card 1.5, has a plain summary and buttons with a fallback. An element that
came after 1.5 carries a ``fallback`` with the same content. What a person typed is shown by
``typed`` or ``quote``, never as Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from microsoft_teams.cards import (
    ActionSet,
    AdaptiveCard,
    Column,
    ColumnSet,
    Container,
    ExecuteAction,
    Fact,
    FactSet,
    HorizontalBarChart,
    HorizontalBarChartDataValue,
    Image,
    OpenUrlAction,
    ProgressBar,
    RefreshDefinition,
    RichTextBlock,
    ShowCardAction,
    SubmitAction,
    TextBlock,
    TextRun,
    ToggleVisibilityAction,
)
from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction, Refresh
from cards.kit.neutral import Marked, neutral, unmarked, without_templates

Style = Literal["positive", "destructive", "default"]
Button = ExecuteAction | OpenUrlAction | ShowCardAction
ADAPTIVE = "application/vnd.microsoft.card.adaptive"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
FILE = "application/vnd.microsoft.teams.card.file.info"
"""The kinds of cards that Teams takes from us [learn.microsoft.com, Send and receive files using
bots].
"""
NO = "no"
"""The id of a button that says no to a question, however gently it is coloured."""


STOP = "stop"
"""The id of a button that stops what is about to begin by itself."""


@dataclass(frozen=True)
class Rendered:
    """A card as Teams takes it, and the sentence that stands for it in notifications and for screen
    readers.

    ``kind`` is another one than an Adaptive Card for a file, with its ``name`` and address
    (``url``).
    """

    content: dict[str, Any]
    summary: str
    kind: str = ADAPTIVE
    name: str = ""
    url: str = ""


def heading(text: str) -> TextBlock:
    """The card's title."""
    return TextBlock(text=unmarked(text), size="Large", weight="Bolder", wrap=True, style="heading")


def subheading(text: str) -> TextBlock:
    """The title of a part of the card."""
    return TextBlock(text=unmarked(text), weight="Bolder", wrap=True, spacing="Medium")


def para(text: str) -> TextBlock:
    """A paragraph."""
    return TextBlock(text=unmarked(text), wrap=True)


def small(text: str) -> TextBlock:
    """A quieter line."""
    return TextBlock(text=unmarked(text), wrap=True, size="Small", is_subtle=True, spacing="Small")


def seen(text: str) -> TextBlock:
    """Who will see an answer, beside the question."""
    return small(f"🔒 {text}")


def typed(text: str) -> RichTextBlock:
    """Words that a person typed: shown as they are, so that nothing in them becomes a link or a
    layout.
    """
    shown = _words(TextRun(text=neutral(text)))
    shown.spacing = "None"
    return shown


def _words(run: CardElement) -> RichTextBlock:
    return RichTextBlock(inlines=[run])


def quote(text: str) -> Container:
    """What somebody says of themselves."""
    return Container(style="emphasis", items=[_words(TextRun(text=neutral(text), italic=True))])


def wrong(text: str) -> TextBlock:
    """What has to be corrected, directly above the input that it speaks of."""
    return TextBlock(
        text=unmarked(f"⚠ {text}"), wrap=True, weight="Bolder", color="Attention", spacing="Medium"
    )


def banner(text: str) -> Container:
    """A line above the card that says what was not possible, in words and not by colour alone."""
    return Container(
        style="attention",
        items=[TextBlock(text=unmarked(f"⚠ {text}"), wrap=True, weight="Bolder")],
        bleed=True,
    )


def answer(text: str) -> Container:
    """What a press is answered besides its card."""
    return Container(items=[para(text)], style="good")


def panel(items: Sequence[CardElement | None]) -> Container:
    """A part that belongs together."""
    return Container(style="emphasis", items=[item for item in items if item], spacing="Medium")


def facts(pairs: Iterable[tuple[str, str]]) -> FactSet:
    """A short table of two columns."""
    return FactSet(facts=[Fact(title=title, value=unmarked(value)) for title, value in pairs])


def bullets(lines: Iterable[str]) -> TextBlock:
    """A list."""
    return para(Marked("\n".join(f"- {unmarked(line)}" for line in lines)))


def points(rows: Iterable[tuple[str, str, str]]) -> Container:
    """Short statements, each with a sign, a title and a sentence; they read well on a phone."""
    return panel([_point(*row) for row in rows])


def _point(sign: str, title: str, text: str) -> ColumnSet:
    words = [
        TextBlock(text=unmarked(title), weight="Bolder", wrap=True),
        TextBlock(text=unmarked(text), wrap=True, spacing="None"),
    ]
    return ColumnSet(
        columns=[
            Column(width="auto", items=[TextBlock(text=sign)]),
            Column(width="stretch", items=[*words]),
        ],
        spacing="Small",
    )


def person(photo: str, alt: str, items: Sequence[CardElement | None]) -> ColumnSet:
    """A person's picture (an address or a ``data:`` URI; without one nothing stands in its place)
    beside what is said of them.
    """
    words = Column(
        width="stretch", items=[item for item in items if item], vertical_content_alignment="Center"
    )
    if not photo:
        return ColumnSet(columns=[words])
    picture = Image(url=photo, alt_text=alt, style="Person", size="Medium")
    return ColumnSet(columns=[Column(width="auto", items=[picture]), words])


def progress(text: str, done: int, of: int) -> ColumnSet:
    """How far something has got: in words, and as a bar beside them."""
    share = round(100 * done / of) if of else 100
    bar = ProgressBar(value=share, max=100, color="Accent", fallback=small(f"{share} %"))
    words = Column(width="auto", items=[small(text)], vertical_content_alignment="Center")
    return ColumnSet(
        columns=[words, Column(width="stretch", items=[bar], vertical_content_alignment="Center")]
    )


def bars(rows: Sequence[tuple[str, int]]) -> HorizontalBarChart:
    """Counts as bars; where bars are unknown, as a table."""
    data = [HorizontalBarChartDataValue(x=title, y=count) for title, count in rows]
    return HorizontalBarChart(
        data=data, display_mode="AbsoluteNoAxis", fallback=facts((t, str(n)) for t, n in rows)
    )


def row(
    title: str,
    value: TextBlock | RichTextBlock | Container,
    label: str,
    action: CardAction,
    sign: str = "✎",
) -> ColumnSet:
    """A line that can be pressed as a whole; ``label`` is what a screen reader says."""
    value.spacing = "None"
    words = Column(
        width="stretch", items=[TextBlock(text=unmarked(title), weight="Bolder", wrap=True), value]
    )
    mark = Column(
        width="auto",
        items=[TextBlock(text=sign, is_subtle=True)],
        vertical_content_alignment="Center",
    )
    return ColumnSet(
        columns=[words, mark], select_action=button(label, action), spacing="Small", separator=True
    )


def button(
    title: str, action: CardAction, style: Style = "default", *, says: str = ""
) -> ExecuteAction:
    """A button; clients that do not know ``Action.Execute`` send the same with ``Action.Submit``.

    ``says`` is its id, by which others tell what it says (``NO``: the button that says no).
    """
    data = action.model_dump()
    taken: Literal["auto", "none"] = "auto" if action.sends_inputs else "none"
    fallback = SubmitAction(title=title, data={"verb": action.verb, **data}, style=style)
    made = ExecuteAction(
        id=says or None, title=title, verb=action.verb, data=data, style=style, fallback=fallback
    )
    made.associated_inputs = fallback.associated_inputs = taken
    return made


def asking(title: str, question: str, sure: ExecuteAction) -> ShowCardAction:
    """A button that unfolds a question first, for what cannot be taken back."""
    return ShowCardAction(
        title=title, card=AdaptiveCard(version="1.5", body=[para(question)], actions=[sure])
    )


def unfolding(
    title: str, items: Sequence[CardElement], buttons: Sequence[ExecuteAction] = ()
) -> ShowCardAction:
    """A button that unfolds something to read or to fill in."""
    return ShowCardAction(
        title=title,
        card=AdaptiveCard(version="1.5", body=list(items), actions=list(buttons) or None),
    )


def folded(
    key: str, title: str, items: Sequence[CardElement | None], *, is_open: bool
) -> list[CardElement]:
    """A part of a form, ``key`` by its id, that a button folds open and shut; what is filled in
    there is sent either way.
    """
    toggle = ToggleVisibilityAction(title=title, target_elements=[key])
    inside = [item for item in items if item]
    return [
        ActionSet(actions=[toggle]),
        Container(id=key, items=inside, is_visible=None if is_open else False),
    ]


def link(title: str, url: str) -> OpenUrlAction:
    """A button that opens an address."""
    return OpenUrlAction(title=title, url=url)


def card(
    body: Sequence[CardElement | None],
    buttons: Sequence[Button | None] = (),
    *,
    summary: str,
    live: bool = False,
) -> Rendered:
    """Put a card together.

    A ``live`` one refreshes itself, so that an old view heals; a closed one does not.
    """
    made = AdaptiveCard(
        version="1.5",
        body=[element for element in body if element],
        actions=[each for each in buttons if each] or None,
        refresh=RefreshDefinition(
            action=ExecuteAction(verb=Refresh.verb, data=Refresh().model_dump())
        )
        if live
        else None,
    )
    content = without_templates(made.model_dump(by_alias=True, exclude_none=True))
    return Rendered(content, neutral(summary))
