"""What a deputy sees: the dates of the person whose calendar they keep, and nothing else."""

from __future__ import annotations

from cards.common.contact import contact_line
from cards.kit.elements import (
    Button,
    Rendered,
    bullets,
    card,
    heading,
    panel,
    para,
    small,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.sessions.buttons import move_button, pause_button, resume_button
from cards.sessions.tandem import dated
from mentoring.domain.tandem import TandemState
from mentoring.usecases.sessions.deputies import DeputyNotice


@renders(DeputyNotice)
def deputy(notice: DeputyNotice, words: Words) -> Rendered:
    """The dates, and what may be done about them."""
    name, zone = called(notice.side, words), notice.reader.profile.zone
    title = words.text("deputy-title", name=name)
    facts = {
        "name": name,
        "partner": called(notice.partner, words),
        "programme": notice.programme.name,
    }
    if not notice.keeps:
        text = words.text("deputy-no-longer", **facts)
        return card([para(text)], summary=text)
    if notice.tandem.state is TandemState.CLOSED:
        text = words.text("deputy-undone" if notice.undone else "deputy-ended", **facts)
        return card([para(text), contact_line(notice.programme.contact, words)], summary=text)
    body = [
        heading(title),
        para(words.text("deputy-intro", **facts)),
        None if notice.sessions else para(words.text("deputy-invitation")),
        panel(
            [
                subheading(words.text("deputy-dates")),
                bullets(
                    dated(s, zone, words, other=notice.side.profile.zone) for s in notice.sessions
                ),
            ]
        )
        if notice.sessions
        else para(words.text("deputy-no-dates")),
        small(f"🔒 {words.text('deputy-may', name=name)}"),
        contact_line(notice.programme.contact, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _buttons(notice: DeputyNotice, words: Words) -> list[Button]:
    if not notice.ahead:
        return []
    side, name = notice.side, called(notice.side, words)
    paused = notice.paused_until is not None
    pause = resume_button(side.id, words) if paused else pause_button(side.id, words, name)
    return [move_button(notice.ahead, notice.reader.profile.zone, words, name), pause]
