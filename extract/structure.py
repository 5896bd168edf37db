"""Shapes that show how a meeting package is put together, each with its reason.

They are matched against whole paragraphs of cleaned text, repeat only single character classes, and never
look further than a few hundred characters.
"""

from __future__ import annotations

import re

# --- the pages of the package itself ---
# "Punkt 7: Status (10 min)", "Beslutning for Punkt 7: Status"; a stamp has "Punkt 7, Bilag 2:" instead.
ITEM_HEADING = re.compile(
    r"(?P<decision>Beslutning (?:for|til|vedr\.|vedrørende) )?(?:Lukket )?(?:Punkt|Pkt\.?) ?"
    r"(?P<number>\d{1,3} ?[A-ZÆØÅ]?) ?[:.–-] ?(?P<title>\S.*)",
    re.IGNORECASE,
)
# "(10 min)", "(5 min.)", "- 10 minutter" at the end of a title.
MINUTES = re.compile(
    r"\s*(?:[(\[–-]|, )\s*(?P<minutes>\d{1,3})\s*min(?:\.|utter)?\s*[)\]]?\s*$", re.IGNORECASE
)
MINUTES_HEADING = re.compile(r"(?:Beslutnings)?[Rr]eferat|REFERAT")
# What the reader application adds to the end of a package.
DEBRIS = re.compile(r"Overblik: (?:Noter|Delte kommentarer|Kommentarer)\b.*")
NOTICE = re.compile(r"(?:Information|Deltagere|Til stede|Afbud|Fraværende|Mødedeltagere) ?:")
# What follows a decision on a public page and is none itself.
AFTER_DECISION = re.compile(r"(?:Sagens forløb|SAGENS FORLØB|Sagsforløb|Bilag|BILAG|Underskrift\w*) ?:?")
# A paragraph that says nothing: ".", "-", "3 / 5".
EMPTY = re.compile(r"[\W_]*+(?:\d{1,3} ?/ ?\d{1,3}[\W_]*+)?")

# --- what opens a document ---
INDSTILLING_OPENER = re.compile(
    r"(?:(?:Rådmands|Byråds|Magistrats|Direktions|Udvalgs|Beslutnings)indstilling|Indstilling)"
    r"(?: til (?:rådmand|magistrat|byråd|direktion|udvalg)\w*(?: .{0,60})?)?"
)
INDSTILLING_TOP = re.compile(r"[A-ZÆØÅ]{0,12}INDSTILLING")  # the same as the very first line of a page
NOTAT_OPENER = re.compile(r"(?:(?:Orienterings|Baggrunds|Sags|Følge)?[Nn]otat|NOTAT)")
# "Bilag 1", "Bilag 1: Samarbejde om havnen" at the top of a page.
BILAG_OPENER = re.compile(r"(?:Bilag|BILAG) (?P<number>\d{1,2})\b ?(?:[:.–-] ?(?P<title>\S.*))?")
# "Social- og Kulturudvalgsmøde", with the date below it.
COMMITTEE_HEADING = re.compile(
    r"(?:(?:Dagsorden|Referat) (?:til|for|fra|af) )?(?:[A-ZÆØÅ][\w-]{0,30}(?: og| samt|,)? ){0,4}"
    r"[A-ZÆØÅa-zæøå-]{0,40}(?:udvalg|byråd|råd)s?møde(?:t)?"
)
# "Social- og Kulturudvalget" as a heading: only a date right below shows that it meets.
COMMITTEE_NAME = re.compile(
    r"(?:(?:Dagsorden|Referat)(?: til møde[t]?| fra møde[t]?| for møde[t]?)?(?: i| -|:) )?"
    r"(?:[A-ZÆØÅ][\w-]{0,30}(?: og| samt|,)? ){0,4}[A-ZÆØÅ][\w-]{0,40}udvalget"
)
SUBJECT_LINE = re.compile(r"(?:Vedr\.?|Vedrørende|Emne|Titel|Overskrift|Sagstitel) ?: ?(?P<title>\S.*)")
EMNE = re.compile(r"Em-? ?ne ?:.*")
FIRST_SECTION = re.compile(r"(?:INDLEDNING|1\. ?(?:Resum[eé]|Indledning)|RESUM[EÉ])\b.*")
ADDRESSEE = re.compile(
    r"Til:? (?:[Oo]rientering|[Ee]fterretning|[Dd]røftelse|[Gg]odkendelse|[Bb]eslutning|[Rr]ådmand\w*"
    r"|(?:[A-ZÆØÅ]\w+ )?[Bb]yråd\w*|[Mm]agistrat\w*|[Dd]irektion\w*"
    r"|[A-ZÆØÅ]\w*(?:møde|mødet|udvalg|udvalget))\b.{0,80}"
)
# "ÅBEN", "10 min - Lukket".
PUBLICITY = re.compile(
    r"(?:.{0,20}[ -])?(?P<word>ÅBEN|LUKKET|Åben|Lukket)t?(?: (?:dagsorden|punkt|sag|møde))?"
)
# An address below a sender: "8000 Aarhus C", or the municipality on a line of its own.
POSTAL = re.compile(r"\d{4} [A-ZÆØÅ][a-zæøå]+.{0,20}|[A-ZÆØÅ]\w+ Kommune")
SIGNATURE = re.compile(r".{0,80}\b(?:Sagsbehandlere?|E-post|E-mail|Tlf\.?|Antal tegn|Lix|Sagsnummer)\b.*")
# The fields of a letterhead at the beginning of a line.
FIELD_LINE = re.compile(
    r"(?:Telefon|Direkte (?:telefon|e-mail|tlf\.)|Tlf|E-post|E-mail|Mail|Sag|Sagsnummer|Sagsnr\.?"
    r"|Sagsbehandlere?|Antal tegn|Lix|Kontakt(?:person)?|Kopi til|Udarbejdet af|Afsender) ?:"
    r"|(?:Til|Fra):? (?!Orientering)[A-ZÆØÅ].{2,60}$|Dato:? \d"
)
# What only a page that goes on begins with.
REMNANT = re.compile(
    r"[a-zæøå(]|\d{1,3}$|https?:|\[?(?:Sagsbehandler|E-post|E-mail|Tlf|Telefon|Antal tegn|Lix|Sagsn)"
)
# "Bilag 1: Kort over havnen", "Bilag 2 Budget", an empty "Bilag 3:"; not "Bilag 1 viser, at …".
LISTED = re.compile(
    r"(?:[-•] ?)?Bilag (?P<number>\d{1,2})\b ?(?:[:.–-] ?(?P<title>.*)|(?P<bare>[^\W\da-zæøå].*)?)"
)
LIST_OF_ATTACHMENTS = re.compile(r"(?:BILAG|Bilag|Vedlagte bilag|Bilagsliste) ?:?")

# --- what is said about a meeting ---
# "20-05-31", "[3. marts 2031]", "4. marts 2031", "Dato 15. februar 2031" alone on a line.
DATE_LINE = re.compile(
    r"\[?(?:Dato:? |Den |den |d\. )?\d{1,2}(?:\. ?[a-zæøå]{3,9} \d{4}|[-./]\d{1,2}[-./]\d{2,4})\]?"
)
# "Rådmandsmøder 2029-2033 (Rådmandsmøde)", "rådmandskredsen".
RAADMAND = re.compile(r"rådmands(?:møde|kreds)", re.IGNORECASE)
TIMES = re.compile(
    r"(?P<start_hour>[0-2]?\d)[.:](?P<start_minute>[0-5]\d)"
    r"(?: ?(?:-|–|til) ?(?:kl\.? ?)?(?P<end_hour>[0-2]?\d)[.:](?P<end_minute>[0-5]\d))?(?![.:/]?\d)"
)
HEAD_FIELD = re.compile(
    r"(?P<label>Mødedato|Dato|Mødetid(?:spunkt)?|Tidspunkt|Tid|Mødested|Sted|Lokale|Mødelokale) ?: ?"
    r"(?P<value>\S.*)",
    re.IGNORECASE,
)
