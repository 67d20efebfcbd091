# SPDX-License-Identifier: EUPL-1.2


def told(one) -> list[str]:
    return one.sheet._verdict._handling.text().splitlines()


def test_the_sheet_says_for_what_it_was_given_and_to_whom_it_may_go(opened, cafe):
    one = opened("information", cafe)
    one.frame.go_to("i7")
    basis = one.frame._catalogue.bases["wjsg-39f"]
    assert told(one) == [
        basis.handling,
        "Doel: eigen onderzoek Bibob.",
        f"Doorgeven aan: betrokkene. {basis.onward_rule}",
    ]


def test_without_a_basis_there_is_no_rule(opened, cafe):
    one = opened("information", cafe)
    one.frame.go_to("i1")
    assert told(one) == []
