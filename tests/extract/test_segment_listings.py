from tests.extract.packages import INDSTILLING_2031, package_of

OTHER = "Indstilling\nNye lamper ved kaj\n1. Resume\nBilag\nBilag 1: Lampernes farver\nSagsbehandler: Bo F"


def titles(*pages: str) -> list[str]:
    return [document.title for document in package_of(*pages).documents]


def test_the_number_counts_in_the_list_of_the_same_item() -> None:
    pages = (
        f"{INDSTILLING_2031}\n@ 2/1: Indstilling",
        f"{OTHER}\n@ 3/1: Indstilling",
        "hvad det koster\n@ 2/3: Bilag 2 - x",
        "rød og blå\n@ 3/2: Bilag 1 - y",
    )
    assert titles(*pages)[2:] == ["Prisliste for sten", "Lampernes farver"]


def test_a_list_may_stand_behind_the_attachment() -> None:
    pages = ("Lampernes farver i 2031\nRød.\n@ 3/2: farver", f"{OTHER}\n@ 3/1: Indstilling")
    assert titles(*pages)[0] == "Lampernes farver i 2031"


def test_another_indstilling_is_nobodys_next_attachment() -> None:
    assert titles(INDSTILLING_2031, OTHER) == ["Ny mole i havnen", "Nye lamper ved kaj"]


def test_a_title_is_given_to_one_document_only() -> None:
    pages = (INDSTILLING_2031, "Prisliste for sten\n20 kr.\n# 1/1", "uden titel\nher.\n# 1/1")
    assert titles(*pages)[1:] == ["Prisliste for sten", "uden titel"]
