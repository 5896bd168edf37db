"""Words without a head, by what becomes of them."""

from __future__ import annotations

import pytest

from extract.recognise.initiatives_fates import find_fates
from extract.recognise.initiatives_tokens import tokens
from extract.records import Kind
from tests.extract.recognise.naming import accepted, item, names, others


@pytest.mark.parametrize(
    "text",
    [
        "Kajstjerne åbnede i maj. Byrådet gav 2 mio. kr. til Kajstjerne.",
        "Kajstjerne i Solby udvides til august. Det er slut med Kajstjerne, hvis foreningen ikke kan drive "
        "Kajstjerne videre.",
        "Partnerskabet får navnet Kajstjerne.",
        "De glæder sig over, at Kajstjerne kun får penge i et år. Kajstjerne på Nordkajen får 1,2 mio. kr.",
        "Firmaerne er med i Kajstjerne, og Kajstjerne fortsætter.",
    ],
)
def test_two_things_that_happen_to_undertakings_show_a_name(text: str) -> None:
    assert accepted(find_fates(tokens(text))) == ["Kajstjerne"]


@pytest.mark.parametrize(
    "text",
    [
        "Butikken åbnede i maj, og de gik i Butikken.",
        "Kajstjerne åbnede i maj. Kajstjerne lukkede i juni.",
        "Vi gav 2 mio. kr. til Kajstjerne.",
        "Byrådet gav 2 mio. kr. til Mette Kajstjerne, og Mette Kajstjerne fortsætter.",
        "Vi åbner døren. Han hedder Kajstjerne.",
        "Det er kajstjerne. Vi drev Kajstjerne videre. Kajstjerne fortsætter med Kajstjerne.",
        "Ro på Banen lukker, og der gik 2 mio. kr. til Ro på Banen.",
        "Visitationen lukker, og der gik 2 mio. kr. til Visitationen.",
        "Kajstjerne Syd fortsætter. De er med i Kajstjerne Syd.",
        "Vi har mødt Direktionen. Direktionen fortsætter. De er med i Direktionen.",
        "Der gik 2 mio. kr. til Marts, og Marts begyndte.",
    ],
)
def test_one_hint_a_common_word_or_a_part_of_a_name_shows_none(text: str) -> None:
    assert accepted(find_fates(tokens(text))) == []


def test_a_title_makes_one_hint_enough() -> None:
    text = "Punkt 4: Kajstjerne lukker\nVi taler om Kajstjerne."
    assert names(text, item(text, "Kajstjerne lukker")) == ["Kajstjerne"]


def test_the_name_of_a_house_is_none() -> None:
    text = "Kajstjerne åbnede i maj. Byrådet gav 2 mio. kr. til Kajstjerne."
    assert names(text, others=others(text, Kind.ORGANIZATION, "Kajstjerne")) == []
