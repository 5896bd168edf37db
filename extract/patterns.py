"""Named shapes of written Danish, each with its reason.

Every pattern starts at a word boundary or a literal and repeats only single character classes, so that none
of them can run away on hostile text.
"""

from __future__ import annotations

import re

# System-year-serial as printed under "Sag:", "Sagsnummer:", "Sagsnr.:": EMN (eDoc) and SAG are in use; a
# blank or a broken line may stand at the hyphens. "Sagsnummer: xx" is no number.
CASE_NUMBER = re.compile(r"\b([A-ZÆØÅ]{2,5})\s?-\s?(\d{4})\s?-\s?(\d{4,8})\b")

# Other systems' numbers count only behind their label: "Sagsnr. 13/021251-1", "Sagsnr.: 330-2016-89665",
# "J.nr. 00.01.00-A00-17-15" (SBSYS, Acadre; the last is KL's Emneplan).
_CASE_LABEL = r"(?:Sags(?:nr|nummer|[- ]?[Ii][Dd]| nr)|Sag(?:en)?s? nr|Journal(?:nr|nummer)|J\. ?nr)\b\.?:? ?"
CASE_NUMBER_LABELLED = re.compile(
    rf"\b(?:(?:{_CASE_LABEL}|Sag\b\.?:? ?)"
    r"(?P<number>\d{2}/\d{3,6}(?:-\d{1,4})?|\d{3}-\d{4}-\d{3,6}|\d\d\.\d\d\.\d\d-[A-Z]\d\d-\d{1,4}-\d\d)"
    rf"|{_CASE_LABEL}"
    r"(?P<other>(?=[\w./-]{5,30}(?![\w/-]))[A-ZÆØÅ]{0,5}[-.]?\d{1,12}(?:[./-]?\w{1,12}){0,6}))(?![\w/-])"
)

# "Budget 2024", "budget 2024-2027", "B2025", "budgetforliget for 2021", "budgettet i 2024", "2023 budgettet",
# "budget 2020, 2021 og 2022".
_BUDGET = r"budget(?:tet|s|året|forlig|forliget|aftale|aftalen|vedtagelse|vedtagelsen|forslag|forslaget)?"
BUDGET_YEAR = re.compile(
    rf"\b(?:{_BUDGET}(?:\s(?:for|i|til|fra))?(?:\såret)?\s(?=20\d\d)|B\s?(?=20\d\d\b))"
    r"((?:20\d\d)(?:\s?[-–/]\s?(?:20)?\d\d(?!\d)|\s?,\s20\d\d)*(?:\s(?:og|samt)\s20\d\d)?)",
    re.IGNORECASE,
)
YEAR_BEFORE_BUDGET = re.compile(r"\b(20\d\d)[\s-](?:budget(?:tet|forliget)?)\b", re.IGNORECASE)
YEAR = re.compile(r"20\d\d")

# A number as printed: "4.337,38", "6.6", "1,4", "39.726.822", "400000", "2½".
NUMBER = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?½?"
_SCALE = r"(?P<scale>mio\.?|mia\.?|mill\.?|million(?:er)?|milliard(?:er)?|tusinde?|t\.?(?=\s?kr\b))"
_KRONER = r"(?:kr\b\.?|kroner\b|DKK\b)(?:,-)?"
# "1,4 mio. kr.", "4. mio. kr.", "10 mio" (kroner understood), "300 kr.", "400.000,- kr.", "200 t.kr.".
AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<number>{NUMBER})(?:,-|\.(?= mi[oa]))?\s?(?:{_SCALE}(?:\s?{_KRONER})?|{_KRONER})(?!\w)",
    re.IGNORECASE,
)
# "fem mio. kr.", "halvanden million kroner": kroner must be said, "to millioner" may be of anything.
AMOUNT_IN_WORDS = re.compile(
    r"\b(?P<number>halvanden|en halv|en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv) "
    rf"{_SCALE}\s?{_KRONER}",
    re.IGNORECASE,
)
# "kr. 400.000", "DKK 2.500".
KRONER_BEFORE = re.compile(rf"\b(?:kr\.?|DKK)\s?(?P<number>{NUMBER})(?![\d.,]*\d)", re.IGNORECASE)
# The lower end of a range: "3-" before "4 mio. kr.", "mellem 3 og ", "fra 3 til "; a year is none.
LOWER_END = re.compile(
    rf"(?:(?<![\w.,-])(?P<number>(?!(?:19|20)\d\d\b)(?:{NUMBER}))\s?[-–]\s?"
    rf"|(?:mellem|hhv\.|henholdsvis|fra) (?P<first>(?!(?:19|20)\d\d\b)(?:{NUMBER})) (?:og|til) )$"
)
# "800.000 pr. år", "300.000 fra …": grouped by thousands, five digits or more, and not a count of something.
BARE_AMOUNT = re.compile(
    r"(?<![\w.,/-])(?P<number>(?:\d{2,3}|\d{1,3}\.\d{3})(?:\.\d{3})+(?:,\d{2})?)"
    r"(?=\s?(?:\Z|[.;,)=\n]|pr\b|om året|årlig|fra |fratrukket))"
)

# "20-05-25", "28-11-2022", "11/03/2025", "27.10.2022"; three parts, or it is a range or a fraction.
DATE_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<day>[0-3]?\d)(?P<sign>[-/.])(?P<month>[01]?\d)(?P=sign)(?P<year>20\d\d|\d\d)\b(?![-/.]\d)"
)
# "5/2 2023".
DATE_SLASH = re.compile(r"(?<![\d./-])(?P<day>[0-3]?\d)/(?P<month>[01]?\d) (?P<year>20\d\d)\b")
# "2024", "2022-2025", "2021-22".
YEAR_RANGE = re.compile(r"\b(?P<year>20[0-4]\d)\b(?:[-–/](?:20)?\d\d\b)?")
# "2025-03-11", and "20250311" as file names have it.
DATE_ISO = re.compile(
    r"(?<![\w./-])(?P<year>20\d\d)(?P<sign>-?)(?P<month>[01]\d)(?P=sign)(?P<day>[0-3]\d)(?![\d./])"
)

# Capital letters of every language in Latin script: a name may be Turkish, Polish, Vietnamese.
CAPITALS = "".join(chr(code) for code in (*range(0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_PARTICLE = r"(?:von|van|der|den|de|da|del|di|della|du|dos|das|la|le|bin|binti|ibn|al|el|abu|ter|ten)"
_NAME_PART = rf"(?:[{CAPITALS}]\.(?=[ {CAPITALS}])|[{CAPITALS}][\w’'´`]*(?:-\w[\w’'´`]*)*)"
# Neighbouring capitalised words, single initials and the particles between them: "Louise T. Holm",
# "Aisha van der Berg", "Marie-Louise O’Brien".
NAME_RUN = re.compile(rf"(?<![\w@.]){_NAME_PART}(?:(?: {_PARTICLE})* {_NAME_PART})*")
NAME_WORD = re.compile(rf"{_NAME_PART}|{_PARTICLE}(?= )")
# Endings that are surnames far more often than anything else, after a given name.
SURNAME_ENDING = re.compile(r"\w(?:sen|sson|gaard|gård|ström|strøm|oğlu|oglu|ović|owicz|enko|zadeh)$")
# A speaker's initials in minutes: "ABH: Møde med …".
INITIALS = rf"(?P<initials>[{CAPITALS}]{{2,4}})"
SPEAKER = re.compile(rf"{INITIALS}: ")
# A temporary committee under section 17(4) of the Local Government Act: "§17.4 udvalg", "17.4-udvalgets".
SECTION_COMMITTEE = re.compile(r"(?P<name>(?:§ ?)?\b17(?:\.|, stk\. ?)4[- ]udvalg(?:et)?)(?:s\b|\b)")
# An acronym: "MSX", "MØB", "3F", "UC+"; and one in brackets behind, or before, the name it stands for.
ACRONYM = re.compile(r"(?<![\w-])(?:[A-ZÆØÅ]{2,6}\d?\+?|\d[A-ZÆØÅ])(?![\w+])")
DEFINED_ACRONYM = re.compile(
    r"\s?\((?:herefter |forkortet |i det følgende )?[”\"]?(?P<acronym>[A-ZÆØÅ]{2,6})[”\"]?\)"
)
# The capitalised words, with small ones between, that a bracket may stand behind.
LONG_FORM = re.compile(
    rf"(?:[{CAPITALS}][\w’/-]*(?:,? (?:og|for|i|af|mod|til|med|om|den|det|de|&|ved|på) |[, ]+))*"
    rf"[{CAPITALS}][\w’/-]*$"
)
# A name written as one word with a capital inside: "rediKids", "UC+".
COINED = re.compile(r"(?<![\w@./-])(?:[a-zæøå]{2,8}[A-ZÆØÅ][a-zæøå]\w+|[A-ZÆØÅ]{2,5}\+)(?![\w@.]*\.\w)")
# "Musikkens Hus", "Mødrenes Café": the definite genitive begins no person's name.
DEFINITE_GENITIVE = re.compile(r"(?:\w{6}ens|\w{3}(?:ets|nes))$")
