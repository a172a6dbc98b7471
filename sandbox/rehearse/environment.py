"""What a product that is started here is told, by its environment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
LOG = "product.log"


def product_environment(
    inherited: Mapping[str, str], tenant: Mapping[str, str], database: str | None, folder: Path
) -> dict[str, str]:
    """What the product is told: nothing of the caller's own Tandem settings, everything of this
    tenant.
    """
    kept = {key: value for key, value in inherited.items() if not key.startswith("TANDEM_")}
    url = database or f"sqlite:///{folder / 'tandem.sqlite'}"
    return (
        kept
        | dict(tenant)
        | {"TANDEM_DATABASE_URL": url, "PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1"}
    )
