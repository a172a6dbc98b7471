"""Profile photos: the picture, the picture in a size, and what is known about it.

Source: get profilePhoto.

Whoever uploaded a photo of 240 pixels has it in that size and all smaller ones. Without a photo the
picture is 404, while its metadata are 200 and speak of one pixel. Graph looks in Microsoft 365
first and in the directory then, so somebody without a mailbox is treated no differently from
somebody without a photo.
"""

from hashlib import sha256
from typing import Any

from sandbox.directory import Person
from sandbox.graph.errors import GraphRefusal
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call, operation
from sandbox.graph.request_costs import directory
from sandbox.names import WOMEN
from sandbox.portraits import portrait

READ = ("ProfilePhoto.Read.All", "User.Read.All")
SIZES = (48, 64, 96, 120, 240, 360, 432, 504, 648)


@operation("GET /users/{user_id}/photo/$value", directory(1), *READ)
def get_photo(call: Call) -> Answer:
    """The largest picture there is, as JPEG; 404 for whoever has none."""
    person = call.person()
    return _picture(person, person.photo_pixels)


@operation("GET /users/{user_id}/photos/{size}/$value", directory(1), *READ)
def get_photo_in_size(call: Call) -> Answer:
    """The picture in one of Microsoft 365's sizes; 404 for a size that does not exist or is larger
    than the uploaded photo.
    """
    person = call.person()
    return _picture(person, _available(person, call.ids["size"]))


@operation("GET /users/{user_id}/photo", directory(1), *READ)
def get_photo_metadata(call: Call) -> Answer:
    """Size and kind of the largest picture; for whoever has none, those of a GIF of one pixel."""
    person = call.person()
    return Answer(body=_metadata(person, "photo/$entity", person.photo_pixels))


@operation("GET /users/{user_id}/photos/{size}", directory(1), *READ)
def get_photo_metadata_in_size(call: Call) -> Answer:
    """The same for one size."""
    person = call.person()
    return Answer(body=_metadata(person, "photos/$entity", _available(person, call.ids["size"])))


def picture_of(person: Person, pixels: int) -> bytes:
    """The person's portrait as a JPEG of so many pixels a side."""
    return portrait(
        person.id, pixels, long_hair=person.given_name in WOMEN.split(), grey=person.grey
    )


def _available(person: Person, size: str) -> int:
    """The pixels of a size such as `96x96`, 0 if it is none or the person has none so large."""
    pixels = next((one for one in SIZES if size == f"{one}x{one}"), 0)
    return pixels if pixels <= person.photo_pixels else 0


def _picture(person: Person, pixels: int) -> Answer:
    if pixels == 0:
        raise GraphRefusal(404, "ImageNotFound", "The photo wasn't found.")
    return Answer(body=picture_of(person, pixels), headers={"Content-Type": "image/jpeg"})


def _metadata(person: Person, what: str, pixels: int) -> dict[str, Any]:
    side = pixels or 1
    tag = sha256(f"{person.id}{pixels}".encode()).hexdigest()[:8].upper()
    return {
        "@odata.context": f"{GRAPH_ROOT}/$metadata#users('{person.id}')/{what}",
        "@odata.mediaContentType": "image/jpeg" if pixels else "image/gif",
        "@odata.mediaEtag": f'"{tag}"' if pixels else "",
        "id": f"{side}x{side}",
        "width": side,
        "height": side,
    }
