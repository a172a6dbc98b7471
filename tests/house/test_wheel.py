"""What is shipped: the product alone, and it starts in an environment that holds nothing else."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet
from uv import find_uv_bin

from sandbox.rehearse.product import free_port
from sandbox.server import running

pytestmark = pytest.mark.long
ROOT = Path(__file__).parents[2]
PRODUCT = ("appPackage", "bot", "cards", "graph", "mentoring")
LEFT_OUT = {"appPackage/icons", "mentoring/storage/migrations/script.py.mako"}
PEOPLE = """\
id,name,role,email,manager_id,department,level,location,languages,background,generation,gender,topics,capacity,not_with,kpi_group,past_partners
emma,Emma Berg,mentee,,ceo,Law,2,,de,,,,ai,,,,
max,Max Kurz,mentor,,lead,Sales,5,,de,,,,ai:3,,,,
"""
IDS = {
    "TANDEM_TEAMS_APP_ID": "5f0b9c3e-0d5e-4f7e-9f6a-2b8f4f1c7a10",
    "TANDEM_BOT_APP_ID": "0a9d3c1e-6a51-4f0b-8c39-5d1d4a1c2e77",
    "TANDEM_DEVELOPER_NAME": "Muster AG",
    "TANDEM_WEBSITE_URL": "https://muster.example/tandem",
    "TANDEM_PRIVACY_URL": "https://muster.example/privacy",
    "TANDEM_TERMS_OF_USE_URL": "https://muster.example/terms",
}
PATIENCE_SECONDS = 120


def uv(*arguments: object, **more: str) -> None:
    """Run uv in the checkout."""
    command = [find_uv_bin(), *map(str, arguments), "--quiet"]
    subprocess.run(command, cwd=ROOT, env=os.environ | more, check=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made by the locked build backend."""
    folder = tmp_path_factory.mktemp("wheel")
    uv("build", "--wheel", "--no-build-isolation", "--python", sys.executable, "--out-dir", folder)
    (found,) = folder.glob("*.whl")
    return found


@dataclass(frozen=True)
class Installed:
    """An environment with the product and what it is locked to, and an empty folder in which it is
    used.
    """

    program: Path
    folder: Path
    compiled: Path

    def environment(self, **settings: str) -> dict[str, str]:
        """Nothing of the checkout's environment but what Python has compiled of the same files."""
        own = {"PATH": os.defpath, "HOME": str(self.folder)}
        return {**own, "PYTHONPYCACHEPREFIX": str(self.compiled), **settings}

    def run(self, *arguments: object, **settings: str) -> str:
        """What ``tandem`` prints, with these settings and no others."""
        command, environment = (
            [str(self.program), *map(str, arguments)],
            self.environment(**settings),
        )
        told = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        assert told.returncode == 0, f"{told.stderr}"
        return told.stdout


@pytest.fixture(scope="module")
def tandem(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment that was empty before."""
    place, folder = (
        tmp_path_factory.mktemp("environment") / "empty",
        tmp_path_factory.mktemp("used"),
    )
    locked = ("--locked", "--no-default-groups", "--no-install-project", "--python", sys.executable)
    uv("sync", *locked, UV_PROJECT_ENVIRONMENT=str(place))
    uv("pip", "install", "--no-deps", "--python", place / "bin" / "python", wheel)
    return Installed(place / "bin" / "tandem", folder, compiled_for(place, folder / "compiled"))


def compiled_for(place: Path, cache: Path) -> Path:
    """A cache of compiled files in which the environment finds what the checkout's own holds of
    Python and of the packages that both are locked to; Python compares each file with its source.
    """
    library, packages = (Path(sysconfig.get_path(each)) for each in ("stdlib", "purelib"))
    own = {library: library, place / packages.relative_to(sys.prefix): packages}
    if not sys.pycache_prefix:
        return cache
    for theirs, ours in own.items():
        there = cache / theirs.relative_to("/")
        there.parent.mkdir(parents=True)
        there.symlink_to(Path(sys.pycache_prefix) / ours.relative_to("/"))
    return cache


def test_the_wheel_holds_the_product_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    written = {
        path.relative_to(ROOT)
        for folder in PRODUCT
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    meant = {
        path.as_posix()
        for path in written
        if "__pycache__" not in path.parts
        and not LEFT_OUT & {path.as_posix(), *(up.as_posix() for up in path.parents)}
    }
    assert held == meant
    assert {name.partition("/")[0] for name in held} == set(PRODUCT)
    assert not [name for name in held if name.endswith((".svg", ".mako")) or "icons/" in name]


def test_its_commands_work_where_nothing_else_is(tandem: Installed) -> None:
    """Texts, manifest and icons are found where the wheel put them."""
    assert "Tandem: reverse mentoring" in tandem.run("--help")
    Fernet(tandem.run("key").strip())
    people, package = (tandem.folder / name for name in ("people.csv", "tandem.zip"))
    people.write_text(PEOPLE, encoding="utf-8")
    matched = json.loads(tandem.run("match", people, "--json"))
    assert [(pair["mentee"], pair["mentor"]) for pair in matched["tandems"]] == [("emma", "max")]
    assert matched["tandems"][0]["reasons"][0]["text"].startswith(
        "Künstliche Intelligenz: erster Wunsch"
    )
    tandem.run("package", "--out", package, **IDS)
    with zipfile.ZipFile(package) as archive:
        assert set(archive.namelist()) == {"manifest.json", "de.json", "color.png", "outline.png"}


def test_its_session_kits_are_found_where_nothing_else_is(tandem: Installed) -> None:
    script = "from mentoring.usecases.tandem.library import packaged; print(len(packaged().kits))"
    told = subprocess.run(
        [str(tandem.program.with_name("python")), "-c", script],
        cwd=tandem.folder, env=tandem.environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "36"


async def test_it_migrates_and_serves_where_nothing_else_is(tandem: Installed) -> None:
    database, port = tandem.folder / "served.sqlite", str(free_port())
    async with running(limits="off") as tenant:
        settings = {
            **tenant.env,
            "TANDEM_DATABASE_URL": f"sqlite:///{database}",
            "TANDEM_PORT": port,
        }
        await asyncio.to_thread(tandem.run, "migrate", **settings)
        with sqlite3.connect(database) as found:
            assert found.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
        environment = tandem.environment(**settings)
        server = await asyncio.create_subprocess_exec(
            tandem.program, "serve", cwd=tandem.folder, env=environment
        )
        try:
            assert await _answer(f"http://127.0.0.1:{port}/readyz", server) == {"status": "ready"}
        finally:
            server.send_signal(signal.SIGTERM)
            assert await server.wait() == 0


async def _answer(url: str, server: asyncio.subprocess.Process) -> object:
    """What the server answers as soon as it listens."""
    async with asyncio.timeout(PATIENCE_SECONDS), aiohttp.ClientSession() as session:
        while server.returncode is None:
            try:
                async with session.get(url) as response:
                    return await response.json()
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.1)
    return f"the server ended with {server.returncode}"
