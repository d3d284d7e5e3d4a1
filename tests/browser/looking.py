"""A look at a page as it is seen wide and light, narrow and dark: what it says in the console, what sticks out, what bars somebody."""

from __future__ import annotations

from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

WIDTHS = {1440: "light", 360: "dark"}
"""Width of the window, and the colours that are looked at with it."""
GRAVE = ("serious", "critical")


@dataclass
class Seen:
    """What was wrong on the pages, each with its address and width."""

    pages: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    barriers: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def look(context: BrowserContext, path: str, width: int, colours: str, told: Seen) -> None:
    """Opens a page, and adds to `told` whatever is wrong with it."""
    page = context.new_page()
    where = f"{path} ({width} px)"
    page.on(
        "console", lambda one: told.said.append(f"{where}: {one.text}") if one.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: told.said.append(f"{where}: {error}"))
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    page.goto(path, wait_until="load")
    page.wait_for_timeout(150)
    told.pages.append(where)
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        told.too_wide.append(f"{where}: {wide} px, {_widest(page, width)}")
    for one in Axe().run(page).response["violations"]:
        if one["impact"] in GRAVE:
            nodes = "; ".join(node["html"][:120] for node in one["nodes"][:2])
            told.barriers.append(f"{where}: {one['id']} ({len(one['nodes'])}): {nodes}")
    page.close()


def _widest(page: Page, width: int) -> str:
    """The elements that stick out, to know what to mend."""
    return page.evaluate(
        """width => [...document.querySelectorAll("main *, header *")]
            .filter(one => one.getBoundingClientRect().right > width + 1 && !one.closest(".scroll, .vega"))
            .slice(0, 3).map(one => one.outerHTML.slice(0, 90)).join(" | ")""",
        width,
    )
