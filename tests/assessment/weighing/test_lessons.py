# SPDX-License-Identifier: EUPL-1.2
"""What proportionality asks beside par. 6, and how conditions are named."""

from assessment.weighing.checks.run import checks

from .cases import case_of, changed, drop, keys, put
from .changes import FORM, WITH_CONDITIONS
from .lessons import LESSER, PAR_6


def test_par_6_alone_asks_no_degree_and_no_conditions() -> None:
    only_par_6 = [
        put("conclusion.b.degree", "none"),
        put("conclusion.c.invoked", "yes"),
        put("facts.0.to_obtain", FORM),
        drop("conclusion.measure.0.fits_degree"),
        drop("conclusion.measure.0.conditions_considered"),
    ]
    assert not {"C03-texts", "C04-not-considered"} & keys(*only_par_6)
    assert "C03-texts" in keys(*only_par_6, drop("conclusion.measure.0.fits_seriousness"))


def test_a_lesser_degree_beside_par_6_leaves_the_refusal_to_par_6() -> None:
    """Art. 3 par. 1 and 7: a lesser degree never carries a refusal, so that no condition has to be weighed for it."""
    beside = [
        *LESSER,
        *PAR_6,
        drop("conclusion.measure.0.fits_degree"),
        drop("conclusion.measure.0.conditions_considered"),
    ]
    assert not {"C03-texts", "C04-not-considered"} & keys(*beside)
    assert {"C03-texts", "C04-not-considered"} <= keys(*beside, put("conclusion.b.degree", "serious"))


def test_conditions_are_counted_from_one() -> None:
    vague = [*WITH_CONDITIONS, put("conclusion.measure.0.conditions.+", {"text": "Houd toezicht."})]
    found = [one.text for one in checks(case_of(changed(*vague))) if "welk gevaar" in one.text]
    assert [text[: text.index(" bij")] for text in found] == ["Voorschrift 2"]
