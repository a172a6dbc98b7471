"""What the tests of the bot share with those of the use cases."""

from tests.usecases.conftest import company

__all__ = ["company"]
