"""What the picture shows is narrowed, arranged, shared and saved; the same as tables, without scripts too."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import networkx as nx
import pytest
from lxml import etree
from playwright.sync_api import Page, Route, expect

from benchmarks.picture import network
from tests.web.browser import Site
from tests.web.exploring import (
    AROUND,
    BASE,
    FAMILIES,
    HOSTILE,
    SVG,
    enter,
    happened,
    names,
    picture,
    place,
    save,
)


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
