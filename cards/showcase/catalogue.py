"""All cards, those that show others included, imported so that they register themselves."""

from cards.catalogue import render
from cards.showcase import texts, texts_document

MODULES = (texts, texts_document)

__all__ = ["MODULES", "render"]
