"""All that a file says of its initiatives, rule by rule."""

from __future__ import annotations

from extract.records import Reading
from extract.relate.abouts import find_abouts
from extract.relate.amounts import find_amounts_of
from extract.relate.commitments import find_commitments
from extract.relate.figures import find_figures
from extract.relate.ground import survey
from extract.relate.scopes import find_scopes
from extract.relate.stages import find_stages
from extract.relate.stages_titles import find_framed_stages
from extract.relate.ties import distinct, figured_ties, find_ties, staged_ties
from extract.relations import Issuer, Relations


def relate_initiatives(reading: Reading, issuers: tuple[Issuer, ...]) -> Relations:
    """Return abouts, ties, stages, figures, amounts and commitments; the other relations are left empty.

    `issuers` tell which department answers for the documents that initiatives are the subject of.
    """
    ground = survey(reading)
    scopes = find_scopes(ground)
    abouts = find_abouts(ground)
    stages = (*find_stages(ground, scopes), *find_framed_stages(ground, scopes))
    figures = tuple(find_figures(ground, scopes))
    ties = (*find_ties(ground, scopes, abouts, issuers), *staged_ties(stages), *figured_ties(figures))
    return Relations(
        abouts=abouts,
        ties=distinct(ground, ties),
        stages=stages,
        figures=figures,
        amounts=tuple(find_amounts_of(ground, scopes)),
        commitments=tuple(find_commitments(ground)),
    )
