import pytest

from extract.recognise.initiatives_coined import find_coined
from extract.recognise.initiatives_tokens import tokens
from tests.extract.recognise.naming import accepted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SolbyDage er en succes. Alle var til SolbyDage, og SolbyDage gentages.", ["SolbyDage"]),
        ("Der er lavet et forløb for unge uden job (Solspring) i år.", ["Solspring"]),
        ("De unge vandt EM i Havkajak i Solby.", ["EM i Havkajak"]),
        ("• Formidlingsbevilling til Skridt i skridt", ["Skridt i skridt"]),
        ("Det sker i regi af Trin3. Ambitionen i Trin3 er klar.", ["Trin3"]),
    ],
)
def test_a_word_of_its_own_or_a_frame_shows_a_name(text: str, expected: list[str]) -> None:
    assert accepted(find_coined(tokens(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Opslaget er på LinkedIn, LinkedIn og LinkedIn.",
        "Se www.SolbyDage.dk, www.SolbyDage.dk og www.SolbyDage.dk.",
        "Skriv til mette@SolbyDage.dk",
        "SolbyDage nævnes én gang.",
        "De mødes (Torsdag) i huset.",
        "Han er her (Jensen) i dag.",
        "Bevilling til drift af kantinen",
    ],
)
def test_platforms_addresses_and_single_words_are_no_names(text: str) -> None:
    assert accepted(find_coined(tokens(text))) == []
