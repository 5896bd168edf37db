"""Meeting packages of an invented municipality, as plain text that a test can write and change."""

from __future__ import annotations

from pathlib import Path

MAY = """Fjordby Kommune
Udvalgsmøde
6. maj 2024 kl. 14.00
Punkt 1: Status på projekt Bådlauget
Beslutning for Punkt 1: Status på projekt Bådlauget
Udvalget tog orienteringen til efterretning.
Indstilling
Sagsbehandler: Pia Holt
Sagsnummer: EMN-2024-000123
Projekt ”Bådlauget” begyndte i 2023 i Fjordby med 12 deltagere og 1,4 mio. kr. fra Budget 2023.
"""
JUNE = (
    MAY.replace("6. maj", "3. juni")
    .replace("12 deltagere", "31 deltagere")
    .replace("2024-000123", "2024-000456")
)


def write_packages(folder: Path, **texts: str) -> Path:
    """Write each text to `folder` under its name with ".txt", and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder
