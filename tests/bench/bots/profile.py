"""Where a server's processor time goes, as `py-spy` sees it from outside (`pip install py-spy`)."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

RATE = "250"


@asynccontextmanager
async def profiled(pid: int, folder: Path | None, name: str) -> AsyncIterator[None]:
    """Write the stacks that burn time while the block runs to `folder/name.txt`, nothing without a
    folder.

    A line a stack with its number of samples: speedscope.app and flamegraph.pl draw it.
    """
    if folder is None:
        yield
        return
    program = shutil.which("py-spy")
    if program is None:
        raise SystemExit("--profile needs py-spy: pip install py-spy")
    into = folder / f"{name}.txt"
    options = ["--pid", str(pid), "--rate", RATE, "--format", "raw", "--output", str(into)]
    recorder = await asyncio.create_subprocess_exec(
        program, "record", *options, "--threads", "--gil", "--nonblocking", "--duration",
        "unlimited",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield
    finally:
        recorder.send_signal(2)
        await recorder.wait()
