"""Where these tests begin."""

from tests.bot.doctor.looking import env, tenant

__all__ = ["env", "tenant"]
