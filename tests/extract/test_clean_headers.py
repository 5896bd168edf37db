import pytest

from extract.clean_headers import take_headers
from tests.extract.texts import pages_of, words_of

HEAD = "Indstilling til mødet\n20. maj 2025 - 10 minutter\n\n"


def test_a_head_printed_again_is_taken_out() -> None:
    assert words_of(take_headers(pages_of(f"{HEAD}et\f{HEAD}to")))[1] == ["to"]


def test_the_head_of_the_first_page_stays() -> None:
    assert words_of(take_headers(pages_of(f"{HEAD}et\f{HEAD}to")))[0][0] == "Indstilling til mødet"


@pytest.mark.parametrize(
    "text",
    [
        "Status på modellen\nOM INDSATSEN\n\net\fStatus på modellen\nOM INDSATSEN\n\nto",
        "Budget 2025\n\net\fBudget 2025\n\nto",  # one line
        f"{HEAD}et\ftre\f{HEAD}to",  # another page between
    ],
)
def test_other_pages_stay_as_they_are(text: str) -> None:
    assert take_headers(pages_of(text)) == pages_of(text)
