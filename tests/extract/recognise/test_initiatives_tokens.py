import pytest

from extract.recognise.initiatives_tokens import name_end, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Solby-modellen for A&B-programmet", ["Solby-modellen", "for", "A&B-programmet"]),
        ("ABC-/XYZ-messen", ["ABC-/XYZ-messen"]),
        ("udviklings- og kystplanen", ["udviklings-", "og", "kystplanen"]),
        ("§9.2 og 10%-målet", ["§9.2", "og", "10%-målet"]),
        ("”Ro”, (Leg).", ["Ro", "Leg"]),
        ("", []),
    ],
)
def test_a_word_keeps_its_inner_signs(text: str, words: list[str]) -> None:
    assert list(tokens(text).words) == words


@pytest.mark.parametrize(
    ("text", "index", "opens"),
    [
        ("Ro er godt.", 0, True),
        ("Der er Ro her.", 2, False),
        ("Slut. Ro igen.", 1, True),
        ("• Ro", 0, True),
        ("linje\nRo", 1, True),
        ("Navn: Ro", 1, True),
        ("”Ro” er", 0, True),
    ],
)
def test_a_capital_says_nothing_where_a_sentence_or_line_opens(text: str, index: int, opens: bool) -> None:
    assert tokens(text).opens(index) is opens


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Nye Veje til Job er godt", "Job"),
        ("Plads for Alle i byen", "Alle"),
        ("Ro og leg", "Ro"),
        ("Hav for\nAlle", "Hav"),
        ("Trin 3", "3"),
    ],
)
def test_a_name_ends_with_its_last_capitalised_word(text: str, last: str) -> None:
    found = tokens(text)
    assert found.word(name_end(found, 0)) == last
