import pytest

from extract.likeness import same_title, shared


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Status på havneplanen", "Status på Havneplanen."),
        ("Status på havneplanen", "Status pa havneplanen"),
        ("Orientering fra udvalget om havnen", "Orientering fra udvalget"),
        ("Budget 2031", "BUDGET 2031"),
    ],
)
def test_signs_case_misprints_and_a_lost_end_do_not_matter(left: str, right: str) -> None:
    assert same_title(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Status på havnen 2031", "Status på havnen 2032"),
        ("Dagsorden", "Dagsorden til møde med Bådlauget"),
        ("Ny mole", "Ny kaj"),
        ("", "Ny kaj"),
    ],
)
def test_other_figures_or_words_are_another_title(left: str, right: str) -> None:
    assert not same_title(left, right)


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("FjordDage - opsamling på 2031", "Fjord Dage", 1.0, 1.0),
        ("Orientering om ændrede havneafgifter", "Ændrede havneafgifter", 1.0, 1.0),
        ("Indkøb af både", "Status på moler", 0.0, 0.6),
    ],
)
def test_the_share_of_the_shorter_title_is_measured(left: str, right: str, least: float, most: float) -> None:
    assert least <= shared(left, right) <= most
