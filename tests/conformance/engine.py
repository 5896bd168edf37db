"""What the engine (Oxigraph, pyoxigraph 0.5.13) answers otherwise than the W3C's tests ask, and why.

docs/service.md says the same to users. A name is `folder/test`.
"""

from __future__ import annotations

NUMBERS = "numbers are stored by their value and written in one way: 01 becomes 1, 1.0e0 becomes 1"
STRINGS = "since RDF 1.1 a plain literal is an xsd:string"
DRAFT = "the test is written in what a draft had, or in a grammar that a later version changed"
OTHER = {
    "aggregates/agg-empty-group": "groups of nothing are no group",
    "functions/bnode01": "BNODE with an argument makes another node for each use",
    "functions/strafter01": "STRAFTER without a match gives a literal without a language, as its text says",
    "functions/strbefore01": "STRBEFORE without a match gives a literal without a language, as its text says",
    "open-world/date-2": "dates with and without a time zone are compared",
}
FOR_NUMBERS = """
aggregates/agg-avg-02 aggregates/agg-err-02 aggregates/agg-max-01 aggregates/agg-max-02
aggregates/agg-min-01 aggregates/agg-min-02 aggregates/agg-sum-02 csv-tsv-res/csv03
csv-tsv-res/tsv03 distinct/distinct-1 distinct/distinct-9 distinct/no-distinct-1
distinct/no-distinct-9 basic/term-6 expr-builtin/dawg-datatype-1 expr-builtin/dawg-str-1
expr-builtin/dawg-str-2 expr-builtin/sameTerm-eq expr-builtin/sameTerm-not-eq
expr-builtin/sameTerm-simple expr-equals/eq-2-1 expr-equals/eq-2-2 expr-equals/eq-graph-1
expr-equals/eq-graph-2 functions/coalesce01 functions/plus-1 functions/plus-2 open-world/date-3
open-world/open-eq-01 open-world/open-eq-03 open-world/open-eq-04 sort/dawg-sort-7
"""
FOR_STRINGS = """
distinct/distinct-2 expr-builtin/dawg-datatype-2 functions/strdt03 functions/strlang03
"""
FOR_DRAFTS = """
basic/term-7 property-path/pp04 property-path/pp05 property-path/pp13 property-path/pp15
property-path/pp20 property-path/pp22 property-path/pp24 property-path/pp26 property-path/pp27
property-path/pp29
"""
ANSWERS = {
    **dict.fromkeys(FOR_NUMBERS.split(), NUMBERS),
    **dict.fromkeys(FOR_STRINGS.split(), STRINGS),
    **dict.fromkeys(FOR_DRAFTS.split(), DRAFT),
    **OTHER,
}

# Queries of the grammar that the engine does not take, and one outside it that it takes.
FOR_ESCAPES = "syntax-query/test_52 syntax-sparql2/syntax-esc-04 syntax-sparql2/syntax-esc-05"
GRAMMAR = {
    **dict.fromkeys(FOR_ESCAPES.split(), "some escapes in a prefixed name are not read"),
    "syntax-sparql1/syntax-lit-08": "`123.` is no number since SPARQL 1.1",
    "syntax-sparql3/syn-bad-26": "`?x<?a&&?b>?y` is read as two comparisons, not as an IRI",
}
