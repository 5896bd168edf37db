"""The picture of the network is explored by mouse and by keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.browser import Site, violations
from tests.web.exploring import AROUND, PARK, between, enter, happened, names, picture, place


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
