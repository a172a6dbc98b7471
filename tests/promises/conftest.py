"""What the tests of the promises share with those of the use cases."""

from tests.unhurried import unhurried
from tests.usecases.conftest import busy, company, everywhere, programmes, world

__all__ = ["busy", "company", "everywhere", "programmes", "unhurried", "world"]
