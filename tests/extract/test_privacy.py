import pytest

from extract.privacy import find_contacts, mask_cpr, redact_contacts

MASKED = [
    ("CPR 010180-1234 er", "CPR ██████-████ er"),
    ("CPR: 0101801234.", "CPR: ██████████."),
    ("010180 1234", "██████ ████"),
    ("010180\u00a01234", "██████\u00a0████"),
    ("(010180-\n1234)", "(██████-\n████)"),
    ("010180\n-1234", "██████\n-████"),
    ("010180-\r\n\r\n1234", "██████-\r\n\r\n████"),
    ("010180–1234", "██████–████"),
    ("cpr-nr.290200-4321,", "cpr-nr.██████-████,"),
    ("610180-1234", "██████-████"),  # a replacement number: sixty more than the day
    ("010180-1234 og 311299-0000", "██████-████ og ██████-████"),
    ("010180-1234-1.pdf", "██████-████-1.pdf"),
]
LEFT = [
    "Tlf. 20 12 34 56",
    "Telefon 01018012",
    "EMN-2031-004711",
    "EMN-2024-0101801234",
    "010180-1234-56789",
    "Konto 1234 0101801234567",
    "3213991234",  # no 32nd day
    "010013-",
    "311380-1234",  # no 13th month
    "300280-1234",  # no 30 February
    "0101801234567",
    "Budgettet er 0.101801.1234 kr.",
    "2,0101801234",
    "1.010.180.123.400",
    "010180\n1234",  # two numbers of a table, one above the other
    "Mødet 010124 kl. 12.30",
    "1501 2024",
]


@pytest.mark.parametrize(("text", "expected"), MASKED)
def test_masks_cpr_numbers_however_they_are_printed(text: str, expected: str) -> None:
    assert mask_cpr(text) == expected


@pytest.mark.parametrize("text", LEFT)
def test_leaves_other_numbers(text: str) -> None:
    assert mask_cpr(text) == text


@pytest.mark.parametrize("text", [text for text, _ in MASKED])
def test_masking_keeps_the_length(text: str) -> None:
    assert len(mask_cpr(text)) == len(text)


CONTACTS = [
    ("E-post: liph@fjordby.example", ["liph@fjordby.example"]),
    ("sobo@fjordby.example/\ngeta@fjordby.example", ["sobo@fjordby.example", "geta@fjordby.example"]),
    ("Tlf.: [55 00 01 22]", ["55 00 01 22"]),
    ("Direkte telefon: 55 00 01 22", ["55 00 01 22"]),
    ("Mobil 55000122", ["55000122"]),
    ("tlf.nr. 5500 0122", ["5500 0122"]),
    ("Telefon\n55-00-01-22", ["55-00-01-22"]),
    ("ring på +45 55 00 01 22 i dag", ["+45 55 00 01 22"]),
    ("Skriv eller ring: 55 00 01 22.", ["55 00 01 22"]),
    ("(+45) 55000122", ["(+45) 55000122"]),
    (
        "Direkte telefon: 55 00 01 22 Direkte e-mail: a.b-c@fjordby.example",
        ["55 00 01 22", "a.b-c@fjordby.example"],
    ),
]
NO_CONTACTS = [
    "CVR 55000122",
    "Der var 84 74 73 70 66 borgere",
    "13 47 46 32",
    "Tal for 2021: 55 00 01 22 pct.",
    "Budgettet er 55 00 01 22 kr.",
    "1813 2023",
    "Sag EMN-2031-004711",
    "den 22. maj 2025 kl. 10.15",
    "@fjordby",
    "Telefontid 9-12",
]


@pytest.mark.parametrize(("text", "expected"), CONTACTS)
def test_finds_addresses_and_telephone_numbers(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_contacts(text)] == expected


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_takes_no_other_number_for_a_contact(text: str) -> None:
    assert find_contacts(text) == ()


def test_redacting_keeps_length_and_blanks() -> None:
    text = "Tlf.: 55 00 01 22, liph@fjordby.example"
    assert redact_contacts(text) == "Tlf.: ·· ·· ·· ··, " + "·" * 20
