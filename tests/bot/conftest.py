"""What the tests of the bot share with those of the use cases and of the cards."""

from tests.unhurried import unhurried
from tests.usecases.conftest import company

__all__ = ["company", "unhurried"]
