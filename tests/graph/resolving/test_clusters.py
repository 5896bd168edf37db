from __future__ import annotations

from extract.records import Kind
from graph.resolving.clusters import Clusters
from graph.resolving.forms import Form
from tests.graph.forms_of import form

A, B, C = (form(Kind.PLACE, name) for name in ("Nordbyen", "Sydbyen", "Vestbyen"))


def no_conflict(left: Form, right: Form) -> str | None:
    del left, right
    return None


def test_joining_is_transitive() -> None:
    clusters = Clusters((A, B, C), no_conflict)
    clusters.join(A.key, B.key)
    clusters.join(C.key, B.key)
    assert clusters.together(A.key, C.key)
    assert [len(members) for members in clusters.sets()] == [3]


def test_what_is_forbidden_stands_between_whole_sets() -> None:
    clusters = Clusters((A, B, C), no_conflict)
    clusters.forbid(A.key, C.key)
    clusters.join(A.key, B.key)
    assert clusters.obstacle(B.key, C.key) == "Nordbyen and Vestbyen were judged different"


def test_a_conflict_of_any_two_members_is_an_obstacle() -> None:
    clusters = Clusters(
        (A, B, C), lambda left, right: "no" if {left.name, right.name} == {A.name, C.name} else None
    )
    assert clusters.obstacle(A.key, B.key) is None
    clusters.join(A.key, B.key)
    assert clusters.obstacle(B.key, C.key) == "no"


def test_the_sets_do_not_depend_on_the_order_of_joining() -> None:
    forwards, backwards = Clusters((A, B, C), no_conflict), Clusters((C, B, A), no_conflict)
    forwards.join(A.key, B.key)
    backwards.join(B.key, A.key)
    assert forwards.sets() == backwards.sets()
