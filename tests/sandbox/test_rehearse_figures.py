"""The figures of a rehearsal: what the limits allow, and what the operating system says of the
product's processes.
"""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from sandbox.rehearse import product as product_module
from sandbox.rehearse.product import Product, ProductFailed, free_port
from sandbox.rehearse.report import limit_seconds
from sandbox.rehearse.usage import Meter

BURN = (
    "import sys, time\nend = time.process_time() + float(sys.argv[1])\nwhile "
    "time.process_time() < end: pass\n"
)
BURN_IN_CHILD = (
    f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {BURN!r}, "
    "sys.argv[1]], check=True)\nsys.stdin.read()\n"
)


@pytest.mark.parametrize(
    ("tandems", "teams", "seconds"),
    [
        (10, 1, 10 / 3.32),
        (40, 1, 40 / 3.32),
        (200, 1, 200 / 3.32),
        (500, 1, 500 / 3.32),
        (500, 3, 500 / 8.3),
        (1000, 100, 1000 / 8.3),
    ],
)
def test_the_shortest_launch_is_that_of_the_channels_where_there_are_few_teams(
    tandems: int, teams: int, seconds: float
) -> None:
    assert limit_seconds(tandems, teams) == pytest.approx(seconds)


async def burning(program: str, seconds: float) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        program,
        str(seconds),
        start_new_session=True,
        stdin=asyncio.subprocess.PIPE,
    )


async def until_used(meter: Meter, seconds: float) -> None:
    while meter.sample() < seconds:  # noqa: ASYNC110 - the operating system sends no event for spent time
        await asyncio.sleep(0.02)


async def test_the_time_of_a_killed_process_is_kept() -> None:
    meter, process = Meter(), await burning(BURN, 60)
    meter.watch(process.pid)
    async with asyncio.timeout(30):
        await until_used(meter, 0.3)
    process.kill()
    await process.wait()
    assert meter.sample() >= 0.3
    assert meter.sample() == meter.sample()


async def test_the_time_of_a_child_counts_once_while_it_lives_and_after_it_is_gone() -> None:
    meter, process = Meter(), await burning(BURN_IN_CHILD, 0.5)
    meter.watch(process.pid)
    async with asyncio.timeout(30):
        await until_used(meter, 0.5)
    await asyncio.sleep(0.3)
    total = meter.sample()
    await process.communicate(b"")
    assert 0.5 <= total < 1.0


async def test_processes_of_other_sessions_do_not_count() -> None:
    meter, process = Meter(), await burning(BURN, 0.3)
    await process.wait()
    assert meter.sample() == 0.0
    assert process.returncode == 0


async def test_the_servers_memory_is_the_largest_it_ever_had() -> None:
    program = (
        "import sys\nblock = bytearray(60 * 2**20)\nblock = "
        "None\nprint(flush=True)\nsys.stdin.read()\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, start_new_session=True,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    meter = Meter()
    meter.watch(process.pid)
    assert process.stdout
    await process.stdout.readline()
    meter.sample()
    await process.communicate(b"")
    assert 60 < meter.peak_rss_mb < 120


async def test_a_product_that_does_not_start_is_told_with_its_log(tmp_path: Path) -> None:
    product = Product(
        {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path)}, 1, tmp_path / "product.log"
    )
    with pytest.raises(ProductFailed, match=r"(?s)migrate.*product\.log"):
        await product.start()
    await product.stop()


def test_all_replicas_are_notified_at_the_first_ones_address(tmp_path: Path) -> None:
    product = Product(
        {"TANDEM_PUBLIC_URL": "https://elsewhere.example", "PATH": "/bin"},
        2,
        tmp_path / "product.log",
    )
    told = [product.environment_of(replica) for replica in product.replicas]
    assert [one["TANDEM_PUBLIC_URL"] for one in told] == [product.urls[0]] * 2
    assert [one["TANDEM_PORT"] for one in told] == [url.rpartition(":")[2] for url in product.urls]
    assert {one["PATH"] for one in told} == {"/bin"}


def test_no_two_servers_are_given_the_same_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of them listens yet when the next one's port is drawn."""
    drawn = [20_001, 20_001, 20_001, 20_002, 20_001, 20_003]
    monkeypatch.setattr(product_module, "free_port", lambda: drawn.pop(0))
    product = Product({}, 3, tmp_path / "product.log")
    assert [replica.port for replica in product.replicas] == [20_001, 20_002, 20_003]


def test_a_free_port_is_one_nobody_listens_on() -> None:
    assert 1024 < free_port() < 65536


def test_a_port_stays_free_until_the_product_listens_on_it() -> None:
    """Linux gives ports from 32768 on to whoever asks for any; one of those was taken meanwhile
    [kernel.org, ip_local_port_range].
    """
    assert max(free_port() for _ in range(50)) < 32_768
