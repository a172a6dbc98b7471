"""A file that is offered: Teams' own card that asks whether it may be put into one's OneDrive, and
what has become of it.

Teams draws the two cards itself, with buttons and words of its own in the language of the client
[learn.microsoft.com, Send and receive files using bots].
"""

from __future__ import annotations

from cards.kit.documents import document_of
from cards.kit.elements import CONSENT, FILE, Rendered, card, para
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.file import FileState
from mentoring.notices import Notice
from mentoring.usecases.common.files import FileNotice


@renders(FileNotice)
def file(notice: FileNotice, words: Words) -> Rendered:
    """The question, the answer, or the file."""
    if notice.link:
        return _link(notice, words)
    if notice.offer.state is FileState.OFFERED and notice.content:
        return _question(notice, notice.content, words)
    text = words.text(f"file-{notice.offer.state}", name=notice.offer.name)
    return card([para(text)], summary=text)


def _question(notice: FileNotice, content: Notice, words: Words) -> Rendered:
    document, answer = document_of(content, words), {"file": notice.offer.id}
    question = {
        "description": document.description,
        "sizeInBytes": len(document.data),
        "acceptContext": answer,
        "declineContext": answer,
    }
    return Rendered(question, document.description, kind=CONSENT, name=document.name)


def _link(notice: FileNotice, words: Words) -> Rendered:
    offer = notice.offer
    return Rendered(
        {"uniqueId": offer.unique_id, "fileType": offer.file_type},
        words.text("file-sent", name=offer.name),
        kind=FILE,
        name=offer.name,
        url=offer.content_url,
    )
