"""What somebody has answered to the offer of a file."""

from __future__ import annotations

from bot.desk import Desk
from bot.turn import Consent, Turn
from mentoring.domain.errors import Refusal
from mentoring.domain.file import Place
from mentoring.usecases.common import files


async def answered(desk: Desk, turn: Turn, consent: Consent) -> None:
    """A yes puts the file where Teams has said; a place that is no OneDrive is refused.

    Pressed twice, or on a card that is not theirs, nothing happens: Teams' own card can show no
    refusal.
    """
    offer = await desk.world.glance(lambda uow, _: uow.everywhere.files.get(consent.file))
    if offer is None:
        return
    world, place = desk.of(offer.cycle_id).world, consent.place
    try:
        if not consent.agrees:
            await world.run(files.decline, offer.id, turn.person_id)
        elif place and _is_safe(desk, place):
            await world.run(files.accept, offer.id, turn.person_id, place)
        else:
            await world.run(files.refuse, offer.id, turn.person_id)
    except Refusal:
        return


def _is_safe(desk: Desk, place: Place) -> bool:
    messenger = desk.world.messenger
    return messenger.is_drive(place.upload_url) and messenger.is_drive(place.content_url)
