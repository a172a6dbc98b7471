"""The product as running programs: `tandem migrate`, then one `tandem serve` a replica, killed and
started again.

The rehearsal knows the product by its command line, its environment and its HTTP interface alone.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import aiohttp

from sandbox.ending import end
from sandbox.rehearse.usage import Meter
from sandbox.rehearse.yardstick import Yardstick

PROGRAM = (sys.executable, "-m", "bot.cli")
LOWEST_PORT, LOWEST_GIVEN = 20_000, 32_768
READY_SECONDS = 120.0
STOP_SECONDS = 20.0
SAMPLE_SECONDS = 0.5
LABOUR_SECONDS = 1.5
LABOUR_SHARE = 0.1


class ProductFailed(RuntimeError):
    """The product did not start, or ended by itself; the text ends with the last lines of its
    log.
    """


@dataclass
class Replica:
    """One server of the product."""

    name: str
    port: int
    process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        """Its base URL."""
        return f"http://127.0.0.1:{self.port}"


class Product:
    """Starts, watches, kills and stops the product; its output goes to `log`.

    `patience` is how many seconds a server may take until it says that it is ready, `port` where
    the first one listens (0: wherever nobody does).
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        replicas: int,
        log: Path,
        patience: float = READY_SECONDS,
        port: int = 0,
    ) -> None:
        self.replicas = [
            Replica(f"replica-{number}", port)
            for number, port in enumerate(_different_ports(replicas), 1)
        ]
        self.replicas[0].port = port or self.replicas[0].port
        self.meter = Meter()
        self.yardstick = Yardstick()
        self.log = log
        self.kills = 0
        self._environment = dict(environment)
        self._patience = patience
        self._down: set[str] = set()
        self._output: BinaryIO | None = None
        self._sampling: asyncio.Task[None] | None = None

    @property
    def urls(self) -> list[str]:
        """The base URLs of all replicas."""
        return [replica.url for replica in self.replicas]

    def processes(self) -> list[int]:
        """The process ids of the servers that run."""
        return [replica.process.pid for replica in self.replicas if replica.process is not None]

    @property
    def labours(self) -> bool:
        """Whether the product is computing: it has lately used more processor time than an idle
        server does (2 % of a core, design.md).
        """
        return self.meter.recent(LABOUR_SECONDS) > LABOUR_SHARE * LABOUR_SECONDS * len(
            self.replicas
        )

    @property
    def is_up(self) -> bool:
        """Whether no replica is being started again."""
        return not self._down

    def environment_of(self, replica: Replica) -> dict[str, str]:
        """What a replica is told: its clock is its own, so that it can be wrong.

        Notifications from outside come to the first one, whichever has asked for them.
        """
        own = {"TANDEM_PORT": str(replica.port), "TANDEM_HOST": "127.0.0.1"}
        clock = self._environment.get("TANDEM_CLOCK_URL")
        if clock:
            own["TANDEM_CLOCK_URL"] = f"{clock}?of={replica.name}"
        return self._environment | own | {"TANDEM_PUBLIC_URL": self.replicas[0].url}

    async def start(self) -> None:
        """Migrate the database, start all replicas and wait until each says that it is ready.

        Raises ProductFailed.
        """
        self._output = self.log.open("ab")
        await self._run_once("migrate")
        self._sampling = asyncio.create_task(self._sample())
        for replica in self.replicas:
            await self._launch(replica)
        await asyncio.gather(*(self.ready(replica) for replica in self.replicas))

    async def ready(self, replica: Replica) -> None:
        """Wait for `GET /readyz` to answer 200. Raises ProductFailed."""
        try:
            async with asyncio.timeout(self._patience), aiohttp.ClientSession() as session:
                while not await _answers(session, f"{replica.url}/readyz"):
                    self._check_alive(replica)
                    await asyncio.sleep(0.1)
        except TimeoutError:
            text = (
                f"{replica.name} did not answer 200 on {replica.url}/readyz within "
                f"{self._patience:.0f} s."
            )
            raise ProductFailed(f"{text}\n{self.tail()}") from None

    async def kill_and_restart(self, replica: Replica) -> None:
        """Kill the replica's process as a power cut would (SIGKILL) and start it again.

        Raises ProductFailed.
        """
        self.meter.sample()
        self._down.add(replica.name)
        process, replica.process = replica.process, None
        if process is not None and process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
        self.kills += 1
        await self._launch(replica)
        await self.ready(replica)
        self._down.discard(replica.name)

    async def stop(self) -> None:
        """End all replicas (SIGTERM, then SIGKILL to whatever is left of their sessions)."""
        if self._sampling is not None:
            self._sampling.cancel()
            await asyncio.gather(self._sampling, return_exceptions=True)
        self.meter.sample()
        await asyncio.gather(*(end(replica.process, STOP_SECONDS) for replica in self.replicas))
        if self._output is not None:
            self._output.close()

    def check(self) -> None:
        """Raise ProductFailed if a replica ended by itself."""
        for replica in self.replicas:
            self._check_alive(replica)

    def tail(self, lines: int = 25) -> str:
        """The last lines of the product's log."""
        text = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        return "\n".join(
            [f"The product's log is {self.log}; its last lines:", *text.splitlines()[-lines:]]
        )

    async def export(self) -> None:
        """Have the record of the newest run written beside the log, as for an auditor. Raises
        ProductFailed.
        """
        await self._run_once("export")

    async def _run_once(self, command: str) -> None:
        process = await self._run(command, self._environment)
        self.meter.watch(process.pid)
        if await process.wait() != 0:
            text = f"`tandem {command}` ended with {process.returncode}."
            raise ProductFailed(f"{text}\n{self.tail()}")

    async def _launch(self, replica: Replica) -> None:
        replica.process = await self._run("serve", self.environment_of(replica))
        self.meter.watch(replica.process.pid)

    async def _run(
        self, command: str, environment: Mapping[str, str]
    ) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *PROGRAM, command, env=dict(environment), stdin=asyncio.subprocess.DEVNULL,
            stdout=self._output, stderr=self._output, start_new_session=True, cwd=self.log.parent,
        )  # fmt: skip

    def _check_alive(self, replica: Replica) -> None:
        if replica.process is not None and replica.process.returncode is not None:
            code = replica.process.returncode
            raise ProductFailed(f"{replica.name} ended by itself with {code}.\n{self.tail()}")

    async def _sample(self) -> None:
        while True:
            self.meter.sample()
            self.yardstick.measure()
            await asyncio.sleep(SAMPLE_SECONDS)


def free_port() -> int:
    """A port of the loopback interface that nobody listens on now.

    It is none of those that the system gives to whoever asks for any (from 32768 on Linux), so that
    it is still free when the product, which takes seconds to start, listens on it.
    """
    while True:
        port = LOWEST_PORT + secrets.randbelow(LOWEST_GIVEN - LOWEST_PORT)
        if is_free(port):
            return port


def is_free(port: int) -> bool:
    """Whether nobody listens on this port of the loopback interface."""
    with socket.socket() as probe, contextlib.suppress(OSError):
        probe.bind(("127.0.0.1", port))
        return True
    return False


def _different_ports(number: int) -> list[int]:
    """So many free ports: nobody listens on one before all are drawn."""
    ports: list[int] = []
    while len(ports) < number:
        if (port := free_port()) not in ports:
            ports.append(port)
    return ports


async def _answers(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(url) as response:
            return response.status == 200
    except (aiohttp.ClientError, OSError):
        return False
