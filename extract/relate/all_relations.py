"""All relations of one file: composes the rules of this folder."""

from __future__ import annotations

from dataclasses import replace

from extract.fields import letterhead_fields
from extract.records import Reading
from extract.relate.cases import find_cases
from extract.relate.caseworkers import find_caseworkers
from extract.relate.ground import survey
from extract.relate.initiatives import relate_initiatives
from extract.relate.issuers import find_issuers
from extract.relate.parts import relate_parts
from extract.relate.recommendations import find_recommendations
from extract.relate.roles import relate_roles
from extract.relations import Relations


def relate(reading: Reading) -> Relations:
    """Return everything that is said between the mentions of `reading`, in cleaned offsets."""
    ground = survey(reading)
    fields = tuple(letterhead_fields(reading.text))
    issuers = find_issuers(ground, fields)
    return replace(
        relate_initiatives(reading, issuers),
        issuers=issuers,
        caseworkers=find_caseworkers(ground, fields),
        cases=find_cases(ground, fields),
        recommendations=find_recommendations(ground),
        roles=tuple(relate_roles(reading)),
        parts=tuple(relate_parts(reading)),
    )
