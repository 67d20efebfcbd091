# SPDX-License-Identifier: EUPL-1.2
"""An advice names what a municipality made of the shipped catalogue."""

from dataclasses import replace

from assessment.assess import assess
from assessment.catalogue.catalogue import Own
from assessment.exchange import codes_of, read_dossier
from assessment.telling.material import Material
from assessment.telling.own_policy import own_policy, own_policy_sentence
from resources.files import read_example
from tests.assessment.catalogue.layers import own
from tests.assessment.catalogue.shipped import catalogue

BREAD = read_dossier(read_example("verzonnen-broodje"), codes_of(catalogue()))
OUTCOME = assess(BREAD, catalogue())


def test_without_a_layer_nothing_is_told() -> None:
    assert own_policy(Material(BREAD, OUTCOME, catalogue())) == ()


def test_everything_that_was_changed_is_told_with_its_source() -> None:
    material = Material(BREAD, OUTCOME, own())
    told = (
        "Op de vragenlijst en het afwegingskader ligt eigen beleid van gemeente Fictenveen (Beleidsregel Bibob "
        "Fictenveen 2026): 1 eigen vraag voor intern gebruik; niet gesteld: GEB-08; bedrag in euro vanaf waar een "
        "voordeel groot is: 20.000 in plaats van 25.000; aantal feiten voor rij b-1: 3 in plaats van 2; "
        "termijn om een aanvraag of formulier aan te vullen: 3 weken."
    )
    assert own_policy_sentence(material) == told
    (paragraph,) = own_policy(material)
    assert "".join(one.text for one in paragraph.spans) == f"{told} (Afwegingskader, nr. 19)"


def test_a_layer_that_changes_nothing_says_so() -> None:
    bare = replace(catalogue(), own=Own("gemeente Fictenveen", "Beleidsregel", (), (), (), ()))
    assert own_policy_sentence(Material(BREAD, OUTCOME, bare)).endswith("(Beleidsregel): niets gewijzigd.")
