"""The buttons of the certificate."""

from __future__ import annotations

from itertools import count, takewhile

from bot.desk import Desk
from bot.handlers.common.numbers import whole_number
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.buttons import OpenCertificate
from cards.tandem.certificate import AskHours, CertificateAsFile, ConfirmHours
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import certificate
from mentoring.usecases.tandem.certificate import Where


@handles(OpenCertificate)
async def open_it(desk: Desk, turn: Turn, action: OpenCertificate) -> Unit[object]:
    """Put it below."""
    return unit(certificate.show, action.tandem, turn.person_id, turn.chat)


@handles(ConfirmHours)
async def confirm(desk: Desk, turn: Turn, action: ConfirmHours) -> Unit[object]:
    """So many hours it were."""
    named = map(certificate.input_of, count())
    typed = [*takewhile(action.inputs.__contains__, named)] or [certificate.input_of(0)]
    hours = [whole_number(action.inputs.get(each)) for each in typed]
    return unit(certificate.confirm, _where(turn, action), hours)


@handles(AskHours)
async def ask_again(desk: Desk, turn: Turn, action: AskHours) -> Unit[object]:
    """Correct them."""
    return unit(certificate.ask_again, _where(turn, action))


@handles(CertificateAsFile)
async def as_file(desk: Desk, turn: Turn, action: CertificateAsFile) -> Unit[object]:
    """Offer it as a file."""
    consents = desk.world.messenger.hands_over_files
    return unit(certificate.as_file, _where(turn, action), turn.chat, consents=consents)


def _where(turn: Turn, action: ConfirmHours | AskHours | CertificateAsFile) -> Where:
    return Where(action.tandem, turn.person_id, action.posting)
