"""The picture of the network, by mouse and by keyboard: explored, filtered, shared, saved; and as tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx
import pytest
from lxml import etree
from playwright.sync_api import Locator, Page, Route, expect

from benchmarks.picture import network
from tests.web.browser import Site, violations

BASE = "http://samples.example/"
FAMILIES = f"{BASE}initiative/fodfaeste-for-familier"
AROUND = f"/graf?focus={FAMILIES}"
PARK = f"/graf?focus={BASE}place/moelleparken"
HOSTILE = '<img src=x onerror="alert(1)"> & »æ« ]]>'
SVG = "{http://www.w3.org/2000/svg}"


@contextmanager
def picture(site: Site, path: str = AROUND, **options: Any) -> Iterator[Page]:
    """Open the page and wait until the picture holds what was asked for; nothing moves by itself."""
    with site.page(path, reduced_motion="reduce", **options) as page:
        expect(happened(page)).to_contain_text(re.compile(r"i billedet|in the picture|ikke|alert"))
        yield page


def happened(page: Page) -> Locator:
    """Return the live region."""
    return page.locator("#happened")


def names(page: Page) -> list[str]:
    """Return the names in the table of things."""
    page.wait_for_timeout(200)  # the tables follow with a pause
    return page.locator("#things tbody th").all_inner_texts()


def enter(page: Page) -> None:
    """Put the keyboard's focus into the picture and on what was begun with."""
    page.get_by_role("application").focus()
    page.keyboard.press("Home")


def save(page: Page, name: str) -> Path:
    """Save a file from the menu."""
    page.get_by_text("Hent", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(saved.value.path())


def place(page: Page, name: str) -> tuple[float, float]:
    """Return where a thing (none that is round) stands in the window, as the saved picture says."""
    drawn = etree.parse(str(save(page, "Billede (SVG)")))
    shape = next(each for each in drawn.iter(f"{SVG}path") if each.findtext(f"{SVG}title") == name)
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", shape.get("d", ""))]
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    x, y = (sum(each) / len(corners) for each in zip(*corners, strict=True))
    return box["x"] + x, box["y"] + y


def between(page: Page, one: str, other: str) -> tuple[float, float]:
    """Return the middle of a line."""
    (x, y), (u, v) = place(page, one), place(page, other)
    return (x + u) / 2, (y + v) / 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [AROUND, "/graf?lang=en&limit=25"])
def test_the_picture_breaks_no_rule(site: Site, path: str, scheme: Any) -> None:
    with picture(site, path, color_scheme=scheme) as page:
        enter(page)
        page.keyboard.press("n")
        assert violations(page) == []
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_be_visible()
        assert violations(page) == []


def test_it_is_no_wider_than_a_narrow_screen(site: Site) -> None:
    with picture(site, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_its_script_is_in_no_other_page(site: Site) -> None:
    with site.page("/") as page:
        assert page.locator("script[src*='graph']").count() == 0


def test_without_a_focus_the_most_connected_is_shown(site: Site) -> None:
    with picture(site, "/graf") as page:
        assert "Fodfæste for Familier" in names(page)
        assert len(names(page)) > 40


def test_a_thing_is_chosen_with_the_mouse_and_tells_what_it_is_tied_to(site: Site) -> None:
    with picture(site) as page:
        page.mouse.click(*place(page, "Mølleparken"))
        expect(page.locator(".chosen h2")).to_have_text("Mølleparken")
        expect(page.locator(".ties")).to_contain_text("Fodfæste for Familier")
        page.get_by_role("button", name=re.compile("^Hvorfor.*Fodfæste for Familier")).click()
        expect(page.locator(".chosen blockquote").first).to_contain_text("Mølleparken")


def test_a_line_says_why_it_is_there_when_it_is_pointed_at(site: Site) -> None:
    with picture(site) as page:
        page.mouse.move(*between(page, "Budget 2023", "Fodfæste for Familier"))
        expect(page.locator(".hint blockquote")).to_be_visible()
        page.mouse.down()
        page.mouse.up()
        expect(page.locator(".chosen h2")).to_contain_text("Budget 2023")


def test_a_sentence_opens_where_it_stands(site: Site) -> None:
    with picture(site) as page:
        enter(page)
        page.keyboard.press("n")
        page.locator(".chosen .opens-sentence").first.click()
        expect(page.get_by_role("dialog").locator("mark")).to_be_visible()


def test_a_double_click_fetches_what_lies_around(site: Site) -> None:
    with picture(site, PARK) as page:
        before = set(names(page))
        page.mouse.dblclick(*place(page, "Fodfæste for Familier"))
        expect(happened(page)).to_contain_text("nye ting omkring Fodfæste for Familier")
        assert set(names(page)) > before
        assert page.url.count("focus=") == 2


def test_a_thing_that_is_dragged_stays_there(site: Site) -> None:
    with picture(site) as page:
        x, y = place(page, "Mølleparken")
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 40, y + 90, steps=4)
        page.mouse.up()
        expect(happened(page)).to_contain_text("Mølleparken er flyttet og sat fast.")
        u, v = place(page, "Mølleparken")
        assert (round(u - x), round(v - y)) == pytest.approx((40, 90), abs=2)
        page.keyboard.press("Control+z")
        assert place(page, "Mølleparken") == pytest.approx((x, y), abs=2)


def test_the_arrows_walk_along_lines(site: Site) -> None:
    with picture(site) as page:
        enter(page)
        expect(page.locator(".chosen h2")).to_have_text("Fodfæste for Familier")
        told = happened(page).inner_text()
        page.keyboard.press("ArrowRight")
        expect(happened(page)).not_to_have_text(told)
        assert "»" in happened(page).inner_text()
        page.keyboard.press("ArrowLeft")
        expect(page.locator(".chosen h2")).to_have_text("Fodfæste for Familier")


def test_the_keyboard_turns_through_lines_with_their_sentences(site: Site) -> None:
    with picture(site, AROUND + "&lang=en") as page:
        enter(page)
        said = set()
        for _ in range(3):
            page.keyboard.press("n")
            expect(page.locator(".hint")).to_be_visible()
            said.add(happened(page).inner_text())
        assert len(said) == 3
        page.keyboard.press("Shift+N")
        assert happened(page).inner_text() in said
        page.keyboard.press(" ")
        expect(page.locator(".chosen")).to_be_focused()


def test_the_keyboard_expands_hides_pins_and_undoes(site: Site) -> None:
    with picture(site) as page:
        enter(page)
        page.keyboard.press("PageDown")
        chosen = page.locator(".chosen h2").inner_text().strip()
        page.keyboard.press("p")
        expect(happened(page)).to_have_text(f"{chosen} er sat fast.")
        page.keyboard.press("Enter")
        expect(happened(page)).to_contain_text(f"omkring {chosen}.")
        count = len(names(page))
        page.keyboard.press("Delete")
        expect(happened(page)).to_have_text(f"{chosen} er skjult.")
        assert chosen not in names(page)
        page.keyboard.press("Control+z")
        expect(happened(page)).to_contain_text("Fortrudt.")
        assert len(names(page)) == count
        page.keyboard.press("Control+y")
        assert chosen not in names(page)
        page.get_by_role("button", name="Vis det skjulte").click()
        assert chosen in names(page)


def test_there_is_nothing_to_undo_at_first(site: Site) -> None:
    with picture(site) as page:
        expect(page.get_by_role("button", name="Fortryd")).to_be_disabled()
        enter(page)
        page.keyboard.press("Control+z")
        expect(happened(page)).to_have_text("Der er intet at fortryde.")


def test_a_path_is_found_by_keyboard_and_kept_in_the_address(site: Site) -> None:
    with picture(site, PARK) as page:
        enter(page)
        page.keyboard.press("v")
        expect(happened(page)).to_contain_text("Vejen begynder ved Mølleparken")
        page.get_by_label("Begynd med").fill("Havneløftet")
        page.locator(".begin [role=option]").first.click()
        expect(page.locator(".chosen h2")).to_have_text("Havneløftet")
        page.get_by_role("button", name="Vej hertil fra Mølleparken").click()
        expect(happened(page)).to_contain_text(re.compile("Vejen er: Mølleparken – .*Havneløftet"))
        assert page.url.count("path=") == 2
        page.reload()
        expect(happened(page)).to_contain_text("i billedet")
        assert {"Mølleparken", "Havneløftet"} <= set(names(page))


def test_a_type_is_left_out_by_its_box(site: Site) -> None:
    with picture(site) as page:
        assert "Mølleparken" in names(page)
        page.get_by_role("checkbox", name=re.compile("^Sted")).uncheck()
        assert "Mølleparken" not in names(page)
        expect(page.get_by_role("checkbox", name=re.compile("^Sted"))).to_be_focused()
        page.reload()
        assert "Mølleparken" not in names(page)
        page.get_by_role("checkbox", name=re.compile("^Sted")).press(" ")
        assert "Mølleparken" in names(page)


def test_a_relation_is_left_out_by_its_box(site: Site) -> None:
    with picture(site) as page:
        page.get_by_text("Forbindelser", exact=True).first.click()
        page.get_by_role("checkbox", name=re.compile("^budgetår")).uncheck()
        assert "Budget 2023" not in names(page)
        assert "Mølleparken" in names(page)


def test_a_department_narrows_what_is_shown(site: Site) -> None:
    with picture(site, "/graf") as page:
        everything = set(names(page))
        page.get_by_label("Afdeling", exact=True).select_option(index=1)
        expect(page).to_have_url(re.compile("department="))
        expect(happened(page)).to_contain_text("i billedet")
        assert 0 < len(set(names(page))) < len(everything)
        page.get_by_label("Afdeling", exact=True).select_option("")
        expect(page).not_to_have_url(re.compile("department="))
        assert everything <= set(names(page))


def test_the_period_is_narrowed_by_keyboard_and_plays(site: Site) -> None:
    with picture(site) as page:
        everything = len(names(page))
        page.get_by_role("slider", name="Til").press("Home")
        few = len(names(page))
        assert few < everything
        assert page.get_by_role("slider", name="Til").get_attribute("aria-valuetext")
        expect(page).to_have_url(re.compile(r"to=20\d\d-"))
        page.get_by_role("button", name="Afspil").click()
        expect(page.get_by_role("button", name="Stop")).to_be_visible()
        page.wait_for_timeout(1_100)
        page.locator(".period").get_by_role("button", name="Stop").click()
        assert few < len(names(page)) < everything


def test_the_ends_of_the_period_do_not_cross(site: Site) -> None:
    with picture(site) as page:
        page.get_by_role("slider", name="Til").press("Home")
        page.get_by_role("slider", name="Fra").press("End")
        until = page.get_by_role("slider", name="Til").get_attribute("aria-valuetext")
        assert page.get_by_role("slider", name="Fra").get_attribute("aria-valuetext") == until


@pytest.mark.parametrize("way", ["Spred, så intet dækker andet", "Træk det sammen, der hører sammen"])
def test_other_places_are_a_step_that_can_be_undone(site: Site, way: str) -> None:
    with picture(site) as page:
        before = place(page, "Mølleparken")
        page.get_by_text("Stil op", exact=True).click()
        page.get_by_role("button", name=way).click()
        expect(happened(page)).to_have_text("Tingene står et andet sted.")
        assert place(page, "Mølleparken") != pytest.approx(before, abs=2)
        page.get_by_role("button", name="Fortryd").click()
        page.get_by_role("button", name="Vis alt").click()
        assert place(page, "Mølleparken") == pytest.approx(before, abs=2)


def test_the_data_is_saved_as_json_tables_and_graphml(site: Site) -> None:
    with picture(site) as page:
        shown = len(names(page))
        data = json.loads(save(page, "Data (JSON)").read_text())
        assert len(data["nodes"]) == shown
        assert any(edge["evidence"]["quote"] for edge in data["edges"] if edge["evidence"])
        things = save(page, "Ting (CSV)").read_text("utf-8-sig").splitlines()
        assert (things[0].split(",")[:2], len(things)) == (["iri", "label"], shown + 1)
        assert "Mølleparken" in save(page, "Udsagn (CSV)").read_text("utf-8-sig")
        network = nx.read_graphml(save(page, "Netværk (GraphML)"))
        assert (len(network), network.nodes[FAMILIES]["type"]) == (shown, "Initiative")


def test_the_picture_is_saved(site: Site) -> None:
    with picture(site) as page:
        assert save(page, "Billede (PNG)").read_bytes().startswith(b"\x89PNG")


def test_the_tables_sort_and_do_what_the_picture_does(site: Site) -> None:
    with picture(site) as page:
        page.locator("#things").get_by_role("button", name="Navn").click()
        years = [name for name in names(page) if re.fullmatch(r"Budget \d+", name)]
        page.locator("#things").get_by_role("button", name="Navn").press("Enter")
        assert [name for name in names(page) if name in years] == years[::-1]
        assert len(years) > 2
        page.get_by_role("button", name="Skjul Mølleparken").click()
        assert "Mølleparken" not in names(page)
        page.get_by_role("button", name="Vis Budget 2023 i billedet").click()
        expect(page.locator(".chosen h2")).to_have_text("Budget 2023")


def test_a_construct_is_opened_as_a_picture(site: Site) -> None:
    prefix = "PREFIX sg: <https://w3id.org/sagsgraf/ns#>"
    query = f"{prefix} CONSTRUCT {{ ?a sg:place ?b }} {{ ?a a sg:Initiative ; sg:place ?b }}"
    with picture(site, f"/graf?construct={quote(query)}") as page:
        assert {"Fodfæste for Familier", "Mølleparken"} <= set(names(page))
        expect(page.locator(".types li")).to_have_count(2)


def test_names_that_are_hostile_stay_names(site: Site) -> None:
    def answer(route: Route) -> None:
        told = route.fetch().json()
        for thing in told["nodes"]:
            thing["label"] = HOSTILE
        for edge in told["edges"]:
            edge["label"] = HOSTILE
            if edge["evidence"]:
                edge["evidence"] |= {"quote": HOSTILE, "source": HOSTILE}
        route.fulfill(json=told)

    with site.page("about:blank") as page:
        page.route("**/api/graph?*", answer)
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.goto(AROUND)
        expect(happened(page)).to_contain_text("i billedet")
        enter(page)
        page.keyboard.press("n")
        expect(page.locator(".hint")).to_contain_text(HOSTILE)
        expect(page.locator("#statements tbody")).to_contain_text(HOSTILE)
        assert page.locator("main img").count() == 0
        assert len(nx.read_graphml(save(page, "Netværk (GraphML)"))) > 3
        assert HOSTILE in {
            each.text for each in etree.parse(str(save(page, "Billede (SVG)"))).iter(f"{SVG}title")
        }


def test_without_webgl_the_tables_remain_and_it_is_said(site: Site) -> None:
    with site.page("about:blank") as page:
        page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
        page.goto(AROUND)
        expect(happened(page)).to_contain_text("WebGL mangler")
        expect(page.get_by_role("application")).to_be_hidden()
        assert "Mølleparken" in names(page)


def test_without_scripts_the_tables_are_there_filtered_and_sorted(site: Site) -> None:
    with site.page(AROUND, java_script_enabled=False) as page:
        assert "Mølleparken" in page.locator("#things tbody th").all_inner_texts()
        expect(page.locator("#statements blockquote").first).to_be_visible()
        page.get_by_role("checkbox", name="sted", exact=True).uncheck()
        page.get_by_role("button", name="Vis").last.click()
        assert "Mølleparken" not in page.locator("#things tbody th").all_inner_texts()
        page.locator("#things").get_by_role("link", name="Navn").click()
        found = page.locator("#things tbody th").all_inner_texts()
        assert found == sorted(found)
        assert violations_without_scripts(page) == []


def violations_without_scripts(page: Page) -> list[str]:
    """Return what a page without scripts lacks that can be told without axe: names of fields."""
    fields = page.locator("main input:not([type=hidden]), main select").all()
    return [str(each.get_attribute("name")) for each in fields if not each.evaluate("e => e.labels.length")]


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("q=Fodfæste for Familier", 200, "Graf: Fodfæste for Familier"),
        ("q=Fodfeste for Familjer", 404, "Fodfæste for Familier</a>"),
        (f"focus={BASE}initiative/findes-ikke", 404, "kender ikke"),
        ("depth=x", 400, "depth"),
        ("unknown=1", 400, "unknown"),
    ],
)
def test_the_address_leads_somewhere_or_says_why_not(site: Site, query: str, status: int, words: str) -> None:
    with site.page("about:blank", java_script_enabled=False) as page:
        response = page.goto(f"/graf?{query}")
        assert response is not None
        assert response.status == status
        assert words in page.content()
    site.errors.clear()


def test_a_large_picture_says_what_it_leaves_out(site: Site) -> None:
    with site.page("about:blank") as page:
        page.route("**/api/graph?*", lambda route: route.fulfill(json=network(2_000)))
        page.goto("/graf")
        expect(page.locator(".omitted")).to_contain_text("Streger og navne hviler", timeout=20_000)
        expect(page.locator("#things tbody tr")).to_have_count(100)
