"""Make the records of the meetings that a package is for, or whose agenda or minutes are enclosed."""

from __future__ import annotations

from extract.records import Meeting
from extract.segment_dating import Dating
from extract.segment_heads import RAADMANDSMOEDE, UNNAMED, Head
from extract.segment_threads import Thread, head_of


def own_body(text: str) -> tuple[str, str]:
    """Return body and kind of meetings whose head does not say: a rådmand's, if the text speaks of one."""
    return ("Rådmandsmøde", RAADMANDSMOEDE) if "ådmand" in text else UNNAMED


def meeting_of(number: int, thread: Thread, dating: Dating | None, otherwise: tuple[str, str]) -> Meeting:
    """Return the record of a meeting whose items are printed; `otherwise`: body and kind if no head says."""
    head = head_of(thread)
    body, kind = (head.body, head.kind) if head and (head.body, head.kind) != UNNAMED else otherwise
    start = thread.rounds[0].entries[0].heading.span
    evidence = (dating.evidence if dating else None) or (head.evidence if head else start)
    return Meeting(
        id=f"m{number}",
        body=body,
        kind=kind,
        date=dating.date if dating else None,
        date_basis=dating.basis if dating else None,
        date_reason=dating.reason if dating else None,
        start=head.start if head else None,
        end=head.end if head else None,
        location=head.location if head else None,
        evidence=evidence,
    )


def committee_meeting(number: int, head: Head) -> Meeting:
    """Return the record of a committee's meeting whose agenda is enclosed."""
    return Meeting(
        id=f"m{number}",
        body=head.body,
        kind=head.kind,
        date=head.date,
        date_basis="explicit" if head.date else None,
        date_reason="printed in the head of the agenda" if head.date else None,
        start=head.start,
        end=head.end,
        location=head.location,
        evidence=head.evidence,
    )
