"""Draw the app's icons anew: the SVG files beside this one become the PNG files of the package.

``python appPackage/icons/draw.py``. Chromium draws them, so the picture is what the SVG says;
Pillow then writes the file that Teams wants: the colour icon without transparency, the outline
icon in pure white with only its alpha smoothed.
"""  # noqa: INP001 - a script beside its drawings, nobody imports it

from __future__ import annotations

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
SIZES = {"color": 192, "outline": 32}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def main() -> None:
    """Draw both icons."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(QUIET)
        )
        drawn = {name: _drawn(browser, name, size) for name, size in SIZES.items()}
        browser.close()
    drawn["color"].convert("RGB").save(HERE.parent / "color.png", optimize=True)
    _white(drawn["outline"]).save(HERE.parent / "outline.png", optimize=True)


def _drawn(browser: Browser, name: str, size: int) -> Image.Image:
    page = browser.new_page(viewport={"width": size, "height": size})
    drawing = (HERE / f"{name}.svg").read_text(encoding="utf-8")
    page.set_content(
        f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{drawing}"
    )
    return Image.open(io.BytesIO(page.screenshot(omit_background=True))).convert("RGBA")


def _white(icon: Image.Image) -> Image.Image:
    """The same shape in pure white: a browser's smoothed edges are a shade darker, and Teams
    refuses any other colour.
    """
    white = Image.new("RGBA", icon.size, (255, 255, 255, 0))
    white.putalpha(icon.getchannel("A"))
    return white


if __name__ == "__main__":
    main()
