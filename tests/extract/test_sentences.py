import time

import pytest

from extract.sentences import sentences

CASES = [
    ("Det gik. Fint", ["Det gik.", "Fint"]),
    ("Mødet er kl. 10. Det gik.", ["Mødet er kl. 10.", "Det gik."]),
    ("Se bilag 1, jf. Politisk Aftale.", ["Se bilag 1, jf. Politisk Aftale."]),
    ("Det er bl.a. Havnen, ca. 75 familier.", ["Det er bl.a. Havnen, ca. 75 familier."]),
    ("I 2024 var det 18 mio. kr. Det er mere.", ["I 2024 var det 18 mio. kr.", "Det er mere."]),
    ("Udgiften er kr. 400.000 om året.", ["Udgiften er kr. 400.000 om året."]),
    ("I alt 5,4 mio. Kr.", ["I alt 5,4 mio. Kr."]),
    ("Det blev 14 pct. I 2022 var det 9 pct.", ["Det blev 14 pct.", "I 2022 var det 9 pct."]),
    ("Den 3. og 4. november.", ["Den 3. og 4. november."]),
    ("2. 3. og 4. klasse", ["2. 3. og 4. klasse"]),
    ("2. Referat fra mødet", ["2. Referat fra mødet"]),
    ("A. Havnen kommer", ["A. Havnen kommer"]),
    ("Jeanette L. Holm er mødeleder. Alle deltog.", ["Jeanette L. Holm er mødeleder.", "Alle deltog."]),
    ("Det hedder ”Havnen.” Og mere!", ["Det hedder ”Havnen.”", "Og mere!"]),
    ("Hvornår? Nu. ”Ja”", ["Hvornår?", "Nu.", "”Ja”"]),
    ("Skoler, veje mv. Hertil kommer", ["Skoler, veje mv.", "Hertil kommer"]),
    ("Et\nTo", ["Et", "To"]),
    ("Vi venter... Og ser", ["Vi venter...", "Og ser"]),
    ("Årlig investering på ca. 2 mio. kr. (2021)", ["Årlig investering på ca. 2 mio. kr. (2021)"]),
    (" \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize("piece", [".", ". ", "ca. 5 ", "A. B ", "! ", ".)", "x"])
def test_a_long_text_is_cut_in_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    assert all(span.start < span.end for span in sentences(text))
    assert time.process_time() - started < 5
