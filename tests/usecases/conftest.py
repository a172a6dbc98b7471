"""What the tests of the use cases share."""

from tests.usecases.enrolled import world

__all__ = ["world"]
