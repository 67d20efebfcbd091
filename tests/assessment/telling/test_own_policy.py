# SPDX-License-Identifier: EUPL-1.2
"""An advice names what a municipality made of the shipped catalogue."""

from dataclasses import replace

from assessment.assess import assess
from assessment.catalogue.catalogue import Own
from assessment.dossier.application import Permit
from assessment.exchange import codes_of, read_dossier
from assessment.telling.block import Pairs, Paragraph
from assessment.telling.framework import framework
from assessment.telling.material import Material
from assessment.telling.own_policy import own_policy, own_policy_sentence
from assessment.telling.policy_told import NOT_NAMED, term_told, triage_told
from resources.files import read_example
from tests.assessment.catalogue.layers import by_law, counting, own
from tests.assessment.catalogue.shipped import catalogue

BREAD = read_dossier(read_example("verzonnen-broodje"), codes_of(catalogue()))
OUTCOME = assess(BREAD, catalogue())


def test_without_a_layer_nothing_is_told() -> None:
    assert own_policy(Material(BREAD, OUTCOME, catalogue())) == ()


def test_everything_that_was_changed_is_told_with_its_source() -> None:
    material = Material(BREAD, OUTCOME, own())
    told = (
        "Op de vragenlijst, het afwegingskader en de termijnen ligt eigen beleid van gemeente Fictenveen "
        "(Beleidsregel Bibob Fictenveen 2026): 3 regels over wanneer er wordt getoetst; 1 eigen vraag voor intern "
        "gebruik; niet gesteld: GEB-08; bedrag in euro vanaf waar een voordeel groot is: 20.000 in plaats van 25.000; "
        "aantal feiten voor rij b-1: 3 in plaats van 2; termijn om een aanvraag of formulier aan te vullen: 3 weken."
    )
    assert own_policy_sentence(material) == told
    (paragraph,) = own_policy(material)
    assert "".join(one.text for one in paragraph.spans) == f"{told} (Afwegingskader, nr. 19)"


def test_the_advice_names_the_rule_on_assessing_each_kind_of_permit() -> None:
    codes = ("EXP", "EVE", "OBM", "ALC", "EXP", "ZZZ")
    permits = tuple(Permit(f"{code}-{at}", code) for at, code in enumerate(codes))
    dossier = replace(BREAD, application=replace(BREAD.application, permit_types=permits))
    assert triage_told(dossier, catalogue()) == ()
    told = dict(triage_told(dossier, own()))
    names = {code: own().permits[code].name for code in codes[:-1]}
    assert told == {
        names["EXP"]: "altijd getoetst volgens beleid (Beleidsregel artikel 3)",
        names["EVE"]: "steekproef van 10\u00a0% (Beleidsregel artikel 3)",
        names["OBM"]: "vanaf 500.000 (bouwkosten in euro) altijd getoetst volgens beleid, daaronder op indicatie "
        "(Beleidsregel artikel 3)",
        names["ALC"]: NOT_NAMED,
        "ZZZ": NOT_NAMED,
    }
    (pairs,) = [one for one in framework(Material(dossier, OUTCOME, own())) if isinstance(one, Pairs)]
    assert (f"Eigen beleid voor {names['ALC']}", NOT_NAMED) in pairs.rows


def test_a_term_that_the_municipality_set_is_told_with_its_rule() -> None:
    assert term_told(own(), "supplement") == "Eigen beleid: 3 weken (Beleidsregel artikel 5)."
    assert term_told(own(), "hearing") == "Gebruikelijk: 2 weken."


def test_a_layer_that_changes_nothing_says_so() -> None:
    bare = replace(catalogue(), own=Own("gemeente Fictenveen", "Beleidsregel", (), (), (), ()))
    assert own_policy_sentence(Material(BREAD, OUTCOME, bare)).endswith("(Beleidsregel): niets gewijzigd.")


def test_what_was_laid_down_about_counting_is_told_in_the_advice_with_its_rule() -> None:
    blocks = framework(Material(BREAD, OUTCOME, counting()))
    paragraphs = ["".join(span.text for span in one.spans) for one in blocks if isinstance(one, Paragraph)]
    (told,) = [one for one in paragraphs if "eigen beleid" in one]
    assert told == (
        "Op de vragenlijst, het afwegingskader en de termijnen ligt eigen beleid van gemeente Fictenveen "
        "(Beleidsregel Bibob Fictenveen 2026): gelijkgesteld met een feestdag: 11 mei 2029 (Stcrt. 2028, 12345); de "
        "dag waarop een hersteltermijn ongebruikt verstrijkt, telt mee als opgeschorte dag (Beleidsregel artikel 6); "
        "beslistermijn van zes weken, één keer verlengd met vier weken (verordening), met de Algemene termijnenwet "
        "(APV Fictenveen artikel 1:2). (Afwegingskader, nr. 19)"
    )


def test_a_by_law_that_does_not_move_its_end_is_told_without_the_termijnenwet() -> None:
    known = by_law(moves="nee", extension_weeks=0)
    told = "beslistermijn van zes weken, zonder verlenging (verordening), zonder de Algemene termijnenwet (APV"
    assert told in own_policy_sentence(Material(BREAD, OUTCOME, known))
