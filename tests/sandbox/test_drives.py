"""OneDrive takes a file of a bot as it is documented (learn.microsoft.com, driveItem:
createUploadSession), and Teams' consent cards are for 1:1 chats alone (Send and receive files using
bots).
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sandbox.drives import PIECE_BYTES, Drives, UploadRefused, UploadSession

NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)


@pytest.fixture
def drives() -> Drives:
    return Drives()


@pytest.fixture
def session(drives: Drives) -> UploadSession:
    return drives.open("eva", "daten.html", NOW)


def test_a_file_in_one_piece(drives: Drives, session: UploadSession) -> None:
    assert session.take("bytes 0-2/3", b"abc")
    assert drives.complete(session, NOW).data == b"abc"
    assert [each.type for each in drives.of("eva")] == ["html"]


def test_pieces_in_order(session: UploadSession) -> None:
    assert not session.take(f"bytes 0-{PIECE_BYTES - 1}/{PIECE_BYTES + 1}", b"x" * PIECE_BYTES)
    assert session.missing == [f"{PIECE_BYTES}-"]
    assert session.take(f"bytes {PIECE_BYTES}-{PIECE_BYTES}/{PIECE_BYTES + 1}", b"x")


@pytest.mark.parametrize(
    ("span", "body", "status"),
    [
        ("", b"abc", 400),
        ("bytes 0-2/*", b"abc", 400),
        ("bytes 0-3/4", b"abc", 400),
        ("bytes 0-2/2", b"abc", 400),
        ("bytes 0-2/9", b"abc", 400),
        ("bytes 3-5/9", b"abc", 416),
    ],
)
def test_a_wrong_range_is_refused(
    session: UploadSession, span: str, body: bytes, status: int
) -> None:
    with pytest.raises(UploadRefused) as refused:
        session.take(span, body)
    assert refused.value.status == status


def test_a_piece_that_came_before_is_refused_with_416(session: UploadSession) -> None:
    span = f"bytes 0-{PIECE_BYTES - 1}/{PIECE_BYTES + 1}"
    session.take(span, b"x" * PIECE_BYTES)
    with pytest.raises(UploadRefused) as refused:
        session.take(span, b"x" * PIECE_BYTES)
    assert refused.value.status == 416


def test_the_size_must_stay_the_same(session: UploadSession) -> None:
    session.take(f"bytes 0-{PIECE_BYTES - 1}/{PIECE_BYTES + 1}", b"x" * PIECE_BYTES)
    with pytest.raises(UploadRefused, match="Total size differs"):
        session.take(f"bytes {PIECE_BYTES}-{PIECE_BYTES}/{PIECE_BYTES + 9}", b"x")


def test_a_session_is_over_with_the_file(drives: Drives, session: UploadSession) -> None:
    session.take("bytes 0-2/3", b"abc")
    drives.complete(session, NOW)
    with pytest.raises(UploadRefused) as refused:
        drives.session(session.id, NOW)
    assert refused.value.status == 404
