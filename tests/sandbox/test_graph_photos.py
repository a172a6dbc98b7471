"""Profile photos.

Pages: get profilePhoto (sizes, 404 without a photo, metadata of 1x1), resource profilePhoto.
"""

import io
from itertools import islice

import pytest
from PIL import Image

from sandbox.directory import Person
from sandbox.graph.photos import SIZES, picture_of
from sandbox.server import new_state
from tests.sandbox.conftest import GraphClient

MOST_BYTES = 6 * 1024


def _with_photo_of(graph: GraphClient, pixels: int) -> Person:
    return next(one for one in graph.tenant.state.people.values() if one.photo_pixels == pixels)


def _opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


async def test_the_photo_is_a_jpeg_in_the_largest_size_there_is(graph: GraphClient) -> None:
    for pixels in (648, 240):
        reply = await graph.get(f"/users/{_with_photo_of(graph, pixels).id}/photo/$value")
        assert (reply.status, reply.headers["Content-Type"]) == (200, "image/jpeg")
        image = _opened(reply.body)
        assert (image.format, image.size) == ("JPEG", (pixels, pixels))


@pytest.mark.parametrize("pixels", SIZES)
async def test_a_photo_is_there_in_every_documented_size(graph: GraphClient, pixels: int) -> None:
    person = _with_photo_of(graph, 648)
    reply = await graph.get(f"/users/{person.id}/photos/{pixels}x{pixels}/$value")
    assert _opened(reply.body).size == (pixels, pixels)


async def test_a_small_photo_is_not_there_in_larger_sizes(graph: GraphClient) -> None:
    path = f"/users/{_with_photo_of(graph, 240).id}/photos"
    assert (await graph.get(f"{path}/240x240/$value")).status == 200
    for size in ("360x360", "648x648", "100x100", "large"):
        reply = await graph.get(f"{path}/{size}/$value")
        assert (reply.status, reply.code) == (404, "ImageNotFound")


async def test_who_has_no_photo_or_no_mailbox_is_answered_404(graph: GraphClient) -> None:
    """Graph looks in Microsoft 365 first and in the directory then: without a mailbox it is the
    same answer.
    """
    people = graph.tenant.state.people.values()
    without = next(one for one in people if not one.photo_pixels and one.licensed)
    unlicensed = next(one for one in people if not one.licensed)
    for person in (without, unlicensed):
        for path in (
            f"/users/{person.id}/photo/$value",
            f"/users/{person.mail}/photos/96x96/$value",
        ):
            reply = await graph.get(path)
            assert (reply.status, reply.code) == (404, "ImageNotFound")
    assert (await graph.get("/users/nobody/photo/$value")).code == "Request_ResourceNotFound"


async def test_metadata_tell_the_size_and_one_pixel_where_there_is_no_photo(
    graph: GraphClient,
) -> None:
    person = _with_photo_of(graph, 240)
    known = (await graph.get(f"/users/{person.id}/photo")).body
    assert (known["id"], known["width"], known["height"]) == ("240x240", 240, 240)
    assert known["@odata.mediaContentType"] == "image/jpeg"
    assert (await graph.get(f"/users/{person.id}/photos/96x96")).body["width"] == 96
    without = next(one for one in graph.tenant.state.people.values() if not one.photo_pixels)
    nothing = (await graph.get(f"/users/{without.id}/photo")).body
    assert (nothing["id"], nothing["@odata.mediaContentType"]) == ("1x1", "image/gif")


async def test_a_photo_needs_a_permission_on_photos_or_users(graph: GraphClient) -> None:
    path = f"/users/{_with_photo_of(graph, 648).id}/photos/48x48/$value"
    for granted, status in (
        ("ProfilePhoto.Read.All", 200),
        ("User.Read.All", 200),
        ("Calendars.ReadWrite", 403),
    ):
        graph.tenant.state.permissions = {granted}
        graph.token = graph.tenant.signin.issue("https://graph.microsoft.com")
        assert (await graph.get(path)).status == status


def test_portraits_are_small_always_the_same_and_differ_between_people() -> None:
    state = new_state()
    people = [Person(state.new_id(), "", given, "", "", "UTC") for given in ("Anna", "Omar") * 20]
    pictures = [picture_of(person, 96) for person in people]
    assert max(map(len, pictures)) <= MOST_BYTES
    assert len(set(pictures)) == len(pictures)
    assert [picture_of(person, 96) for person in people] == pictures


def test_a_portrait_shows_a_head_on_a_ground_and_not_one_flat_colour() -> None:
    state = new_state()
    for given in islice(("Anna", "Omar") * 10, 20):
        image = _opened(picture_of(Person(state.new_id(), "", given, "", "", "UTC"), 96)).convert(
            "RGB"
        )
        ground, face, clothes = (image.getpixel(place) for place in ((3, 90), (48, 50), (20, 94)))
        colours = image.getcolors(96 * 96)
        assert colours is not None
        assert len(colours) > 200
        assert len({ground, face, clothes}) == 3
