"""Compare two people's names: middle names come and go, initials stand for names, surnames are misprinted."""

from __future__ import annotations

from graph.names import plain
from graph.resolving.compare import Comparison, different, misprint, same, share_source, shared_values, unsure
from graph.resolving.forms import Form

RULE = "compare_people"


def name_parts(form: Form) -> tuple[str, ...]:
    """Return the folded parts of a person's name, in plain letters."""
    return tuple(plain(form.name).split())


def compare_people(left: Form, right: Form) -> Comparison | None:
    """Judge whether two names are one person; None if nothing speaks for it."""
    a, b = name_parts(left), name_parts(right)
    if shared_values(left, right, "email"):
        return _same_address(a, b)
    if len(a) < 2 or len(b) < 2 or not (_alike(a[0], b[0]) or misprint(a[0], b[0])):
        return None
    if a[-1] == b[-1]:
        return _same_surname(left, right)
    if misprint(a[-1], b[-1]) and a[0] == b[0]:
        return _misprinted_surname(left, right)
    if a[0] == b[0] and (a[-1] in b[1:-1] or b[-1] in a[1:-1]):
        return _cut_short(left, right)
    return None


def people_conflict(left: Form, right: Form) -> str | None:
    """Return why two names cannot be one person, or None."""
    a, b = name_parts(left), name_parts(right)
    if left.values("email") and right.values("email") and not shared_values(left, right, "email"):
        return "they have different e-mail addresses"
    if shared_values(left, right, "email"):
        return None
    if not (_alike(a[-1], b[-1]) or misprint(a[-1], b[-1]) or a[-1] in b or b[-1] in a):
        return "their last names differ"
    if len(a) < 3 or len(b) < 3 or a[-1] != b[-1] or _middles_agree(a[1:-1], b[1:-1]):
        return None
    return "their middle names differ"


def initials_of(name: str) -> str:
    """Return the initials of a folded name: "mrh" of "mette ravn holm"."""
    return "".join(part[0] for part in name.replace("-", " ").split())


def _alike(left: str, right: str) -> bool:
    """Tell whether two parts are equal or one is the other's initial."""
    return left == right or (min(len(left), len(right)) == 1 and left[0] == right[0])


def _middles_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether the shorter row of middle names is found in the longer, in order."""
    short, long = sorted((left, right), key=len)
    rest = iter(long)
    return all(any(_alike(part, other) or misprint(part, other) for other in rest) for part in short)


def _cut_short(left: Form, right: Form) -> Comparison:
    """Judge "Poul Erik" and "Poul Erik Skov": two first names without the surname, or a surname left out."""
    short, long = sorted((name_parts(left), name_parts(right)), key=len)
    if short == long[: len(short)] and share_source(left, right):
        return same(0.85, RULE, "the longer name begins with the shorter, in one file")
    return unsure(0.6, RULE, "one has the other's surname as a middle name")


def _same_address(a: tuple[str, ...], b: tuple[str, ...]) -> Comparison:
    if a[0] == b[0] or a[-1] == b[-1] or misprint(a[-1], b[-1]):
        return same(0.99, RULE, "same e-mail address")
    return unsure(0.5, RULE, "same e-mail address, but nothing of the names: a shared mailbox?")


def _same_surname(left: Form, right: Form) -> Comparison | None:
    a, b = name_parts(left), name_parts(right)
    if not _middles_agree(a[1:-1], b[1:-1]):
        return different(0.9, RULE, "their middle names differ")
    if a[0] != b[0]:
        return _other_first_name(left, right)
    if len(a) > 2 and len(b) > 2:
        return same(0.97, RULE, "same first and last name, and the middle names agree")
    return same(0.9, RULE, "same first and last name, one without the middle name")


def _other_first_name(left: Form, right: Form) -> Comparison:
    a, b = name_parts(left), name_parts(right)
    if min(len(a[0]), len(b[0])) == 1:
        near = share_source(left, right) or bool(shared_values(left, right, "phone", "organization"))
        reason = "same last name, and the initial fits the first name"
        return same(0.85, RULE, f"{reason}, in one file") if near else unsure(0.6, RULE, reason)
    if (len(a) > 2 and len(b) > 2) or shared_values(left, right, "phone"):
        return same(0.88, RULE, "a misprint in the first name; the rest of the name agrees")
    return unsure(0.65, RULE, "a misprint in the first name?")


def _misprinted_surname(left: Form, right: Form) -> Comparison:
    a, b = name_parts(left), name_parts(right)
    if not _middles_agree(a[1:-1], b[1:-1]):
        return different(0.85, RULE, "their middle names differ")
    if len(a) > 2 and len(b) > 2:
        return same(0.9, RULE, "a misprint in the last name; first and middle names agree")
    if shared := shared_values(left, right, "phone", "initials"):
        kinds = "telephone number or initials" if shared else ""
        return same(0.88, RULE, f"a misprint in the last name; same first name and {kinds}")
    if share_source(left, right) and shared_values(left, right, "organization", "role"):
        return same(0.86, RULE, "a misprint in the last name; same first name and place of work, in one file")
    return unsure(0.65, RULE, "a misprint in the last name?")
