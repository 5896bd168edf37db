import pytest

from extract.recognise.initiatives_names import bare_name, key, subject_range


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Status på projekt Solvej (10 min)", "projekt Solvej"),
        ("Slutevaluering af Ro på Banen", "Ro på Banen"),
        ("Kort orientering om Trivselsplan for Solby - status", "Trivselsplan for Solby"),
        ("Evt. byrådshenvist sag: Kystplan 2031", "Kystplan"),
        ("Opfølgning på Solby Kommunes kantineindsats", "kantineindsats"),
        ("Tillægsbevilling til Grønne Gader", "Grønne Gader"),
        ("Grønne Gader: status og videre proces", "Grønne Gader"),
        ("Udvidelse og videreførelse af Grønne Gader", "Grønne Gader"),
        ("Bilag 2: Forslag: Lyse Nætter", "Lyse Nætter"),
        ("Grønne Gader – uge 8 2031", "Grønne Gader"),
        ("Handleplan for Grønne Gader", "Handleplan for Grønne Gader"),
        ("Status", "Status"),
    ],
)
def test_the_subject_of_a_title_is_what_is_left_without_report_words(title: str, subject: str) -> None:
    assert title[slice(*subject_range(title))] == subject


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("”Nye Veje”", "Nye Veje"),
        ("Nye\nVeje  2031", "Nye Veje"),
        ("Trivselsplan 2031-2034", "Trivselsplan"),
        ("Trin3", "Trin3"),
        ("2031", "2031"),
    ],
)
def test_a_bare_name_has_no_marks_and_no_year(text: str, name: str) -> None:
    assert bare_name(text) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Skridt for Skridt", "skridt for skridt"),
        ("Trivselsstrategien", "trivselsstrategi"),
        ("ABC -messen", "ABC-messe"),
        ("Grøn Kyst", "GrønKyst"),
    ],
)
def test_printings_of_one_certain_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Budget 2031", "Budget 2032"),
        ("Trin 3", "Trin 4"),
        ("Grøn Kyst", "Grøn Gade"),
        ("Trivselsplan", "Trivselspulje"),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert key(one) != key(other)
