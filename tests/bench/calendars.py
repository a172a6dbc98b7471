"""How many calls and seconds booking costs: a rehearsal of forty tandems up to the launch, counted
by the simulated tenant.

`python tests/bench/calendars.py [TANDEMS]` prints Graph requests a tandem (at most eight, and two
more for each moved or cancelled session) and the launch's seconds beside those that Microsoft's
published limits allow.
"""

from __future__ import annotations

import json
import subprocess
import sys

CALLS_A_TANDEM, CALLS_A_CHANGE = 8, 2


def main(tandems: int) -> int:
    """Rehearse and print; the exit code is 1 if the calls are too many or anything is lost."""
    command = [sys.executable, "-m", "sandbox", "rehearse", "--tandems", str(tandems), "--json"]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    if not ran.stdout:
        sys.stderr.write(ran.stderr)
        return 1
    found = json.loads(ran.stdout)
    allowed = CALLS_A_TANDEM * tandems + CALLS_A_CHANGE * found["moved"]
    lines = [
        (
            f"{tandems} tandems, {found['occurrences']} sessions, {found['moved']} of them moved "
            "or cancelled singly"
        ),
        (
            f"Graph requests: {found['graph_requests']} = {found['graph_requests'] / tandems:.1f} "
            f"a tandem (allowed: {allowed})"
        ),
        f"seconds: {found['seconds']:.1f}, by the published limits {found['limit_seconds']:.1f}",
        f"lost {found['lost']}, duplicates {found['duplicates']}",
    ]
    sys.stdout.write("\n".join([*lines, ""]))
    return int(ran.returncode != 0 or found["graph_requests"] > allowed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
