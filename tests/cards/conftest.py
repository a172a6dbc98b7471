"""What the tests of the cards share with those of the bot."""

from tests.unhurried import unhurried

__all__ = ["unhurried"]
