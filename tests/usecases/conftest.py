"""What the tests of the use cases share."""

from tests.usecases.busy import busy
from tests.usecases.enrolled import world

__all__ = ["busy", "world"]
