"""The certificate as it is drawn: in any script, small enough for a card, the same each time."""

from __future__ import annotations

import base64
import json
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from cards.catalogue import render
from cards.examples.certificate import certificates
from cards.kit.documents import document_of
from cards.kit.drawing import DOTS, HEIGHT, MARGIN, MM_A_POINT, WIDTH, picture
from cards.kit.sheets import Line, Sheet
from cards.kit.typesetting import FOLDER, fonts, length, runs, wrapped
from cards.kit.words import Words
from cards.tandem.certificate import MOST_LINES, as_pdf
from mentoring.domain.people import Person
from mentoring.usecases.tandem.certificate import CertificateNotice

MOST_BYTES = 25_000
NAMES = {
    "Latin": "Anna-Lena Größer-Đorđević",
    "Vietnamese": "Nguyễn Thị Phương",
    "Cyrillic": "Александра Щербакова",
    "Greek": "Ευαγγελία Παπαδοπούλου",
    "Arabic": "محمد بن عبد الله",
    "Persian": "پژمان گلی",
    "Hebrew": "יעל בן־דוד",
    "Devanagari": "श्रीमती मीरा शर्मा",
    "Bengali": "সুমিত্রা চট্টোপাধ্যায়",
    "Tamil": "தமிழ்ச்செல்வி",
    "Telugu": "శ్రీనివాస్",
    "Thai": "กิตติศักดิ์",
    "Armenian": "Նարինե Հակոբյան",
    "Georgian": "ნინო ბერიძე",
    "Ethiopic": "አበበ ቢቂላ",
    "Chinese": "王小明",
    "Japanese": "高橋さくら カタカナ",
    "Korean": "김민준",
}


def made() -> CertificateNotice:
    found = certificates()["certificate-made"]
    assert isinstance(found, CertificateNotice)
    return found


def named(name: str) -> CertificateNotice:
    """The certificate of somebody who is called that."""
    person = made().viewer
    profile = replace(person.profile, name=name)
    return replace(made(), viewer=Person(person.id, profile, person.language))


@pytest.mark.parametrize("script", NAMES)
def test_every_sign_of_a_name_is_drawn(script: str) -> None:
    """Glyph 0 is the empty box of a sign that a font does not have."""
    drawn = [glyph.number for run in runs(NAMES[script]) for glyph in run.glyphs]
    assert drawn
    assert 0 not in drawn


@pytest.mark.parametrize("script", NAMES)
def test_it_prints_in_any_script(script: str) -> None:
    said = document_of(named(NAMES[script]), Words("en"))
    assert said.name == "Certificate.pdf"
    assert said.data.startswith(b"%PDF-")
    assert said.data == document_of(named(NAMES[script]), Words("en")).data
    assert said.data != document_of(named("Eva Costa"), Words("en")).data


def test_what_is_read_from_the_right_stands_on_the_left_of_what_was_read_before() -> None:
    [arabic] = runs(NAMES["Arabic"])
    assert arabic.text == NAMES["Arabic"]
    places = [glyph.x for glyph in arabic.glyphs]
    assert places == sorted(places)
    mixed = f"Jan {NAMES['Hebrew']} Kurz"
    assert "".join(each.text for each in runs(mixed)) == mixed


def test_letters_that_join_are_drawn_joined() -> None:
    """A letter has another shape in the middle of a word than by itself."""
    alone = {runs(each)[0].glyphs[0].number for each in "محمد"}
    assert not {each.number for run in runs("محم") for each in run.glyphs} <= alone


def test_marks_joiners_and_spaces_stay_with_the_letters_before_them() -> None:
    assert len(runs(NAMES["Devanagari"])) == 1
    assert len(runs("ش\u200cم")) == 1


def test_a_long_text_is_broken_and_a_long_name_made_smaller() -> None:
    text = "Künstliche Intelligenz und Daten und Auswertungen " * 4
    lines = wrapped(text, 20)
    assert " ".join(lines) == " ".join(text.split())
    assert all(length(each) <= 20 for each in lines)
    name = Line("Maximiliane " * 8, 15, whole=True)
    assert picture(Sheet("", "de", (name,))) != picture(Sheet("", "de", ()))


@pytest.mark.parametrize("name", ["Eva Costa", *NAMES.values(), "Dr. Maximiliane " * 6])
@pytest.mark.parametrize("parts", [MOST_LINES, 20])
def test_the_card_stays_small_with_all_topics(name: str, parts: int) -> None:
    notice = named(name)
    all_of_them = replace(notice.parts[0], topics=tuple(notice.programme.topics), hours=500)
    full = replace(notice, parts=(all_of_them,) * parts)
    programme = full.programme.model_copy(
        update={"name": "Blickwechsel der Unternehmensgruppe " * 2}
    )
    card = render(replace(full, programme=programme), Words("de", formal=True))
    assert len(json.dumps(card.content)) < MOST_BYTES


@pytest.mark.parametrize("parts", range(1, MOST_LINES + 2))
def test_however_many_topics_it_has_everything_stands_within_the_frame(parts: int) -> None:
    """What stood below the frame was missing, or the whole sheet was empty."""
    notice = named("Dr. Maximiliane Gräfin von der Leyen-Hohenstein")
    full = replace(notice.parts[0], topics=tuple(notice.programme.topics), hours=500)
    file = as_pdf(replace(notice, parts=(full,) * parts), Words("de", formal=True))
    with closing(PdfDocument(file.data)) as document:
        assert len(document) == 1
        page = document[0].get_textpage()
        said = page.get_text_range()
        boxes = [page.get_charbox(each) for each in range(page.count_chars())]
    assert "Zertifikat" in said
    assert "Ausgestellt am" in said
    frame = MARGIN / MM_A_POINT
    assert min(bottom for _, bottom, _, _ in boxes) > frame
    assert max(top for *_, top in boxes) < HEIGHT / MM_A_POINT - frame


def test_what_the_picture_shows_can_be_read_aloud() -> None:
    card = render(made(), Words("de")).content
    [image] = [each for each in card["body"] if each["type"] == "Image"]
    for said in ("Eva Costa", "Mentee", "Künstliche Intelligenz", "12 Stunden", "12. Mai 2027"):
        assert said in image["altText"]
    drawn = Image.open(BytesIO(base64.b64decode(image["url"].partition(",")[2])))
    assert drawn.size == (WIDTH * DOTS, HEIGHT * DOTS)


def test_the_licence_of_each_font_stands_beside_it() -> None:
    told = Path(FOLDER, "README.md").read_text(encoding="utf-8")
    for font in fonts():
        known = "NotoSans*" if font.name.startswith("NotoSans") else font.name
        assert known in told
    for licence, says in (("OFL-1.1", "SIL OPEN FONT LICENSE"), ("Apache-2.0", "Apache License")):
        file = Path(FOLDER, f"LICENSE-{licence}.txt")
        assert file.name in told
        assert says in file.read_text(encoding="utf-8")
