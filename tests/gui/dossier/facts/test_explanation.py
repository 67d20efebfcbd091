# SPDX-License-Identifier: EUPL-1.2
"""The explanation of a fact unfolds below its outcome: each line says which rule spoke, or whose judgement it is."""


def test_the_explanation_of_a_fact_unfolds(opened, cafe):
    one = opened("facts", cafe)
    one.page.go_to("f7")
    card = one.sheet._outcome
    assert not card.why.is_open
    card.why.button.click()
    assert card.why.is_open
    lines = card.explanation().splitlines()
    assert lines[0].startswith("§ De strafzaak loopt nog: dit feit kan ten hoogste een vermoeden opleveren (Wet Bibob")
    assert any("Sjors Bedenksel → Daan Fictema" in line and "art. 3 lid 4" in line for line in lines)
    assert any(line.startswith("Oordeel van de behandelaar: ernstig vermoeden: ") for line in lines)
    assert all(line.startswith(("§ ", "Oordeel van de behandelaar: ")) for line in lines)
