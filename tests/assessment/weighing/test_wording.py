# SPDX-License-Identifier: EUPL-1.2
"""C13: what declares guilt and what does not."""

import pytest

from assessment.weighing.checks.wording import guilty_words

from .balances import shipped

WORDS = shipped().checks.guilt


@pytest.mark.parametrize(
    "text",
    [
        "De eigenaar heeft vrouwen verhandeld.",
        "Betrokkene heeft jarenlang op grote schaal belasting ontdoken.",
        "Hij heeft zich schuldig gemaakt aan witwassen.",
        "Zij is een crimineel.",
        "Hij is de dader.",
        "Dat zij deze fraude gepleegd heeft, weegt zwaar.",
        "Zij zet haar misdrijven met het bureau voort.",
        "Betrokkene handelt in harddrugs.",
        "De ondernemer pleegt fraude en werkt niet mee aan het onderzoek van de gemeente.",
        "Er is een verdenking van mishandeling. Hij heeft ook drugs verhandeld.",
        "Zijn schuld staat vast.",
        "Hij wast geld wit.",
        "HIJ HEEFT GELD WITGEWASSEN",
    ],
)
def test_guilt(text: str) -> None:
    assert guilty_words(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Er is een ernstig vermoeden dat hij drugs heeft verhandeld.",
        "Hij wordt ervan verdacht dat hij geld heeft witgewassen.",
        "Hij zou drugs hebben verhandeld.",
        "Hij is veroordeeld omdat hij drugs heeft verhandeld.",
        "Betrokkene heeft geen strafbare feiten gepleegd.",
        "Niet is gebleken dat hij drugs heeft verhandeld.",
        "Volgens het Openbaar Ministerie heeft hij drugs verhandeld.",
        "Er is gevaar dat de vergunning wordt gebruikt om strafbare feiten te plegen.",
        "De vergunning kan worden gebruikt om strafbare feiten te plegen.",
        "Zij is geen dader.",
        "De vergrijpboete laat zien dat hij belasting heeft ontdoken.",
        "Zij is een ervaren ondernemer en heeft de stukken gegeven.",
        "De toezichthouder heeft de overtreding vastgesteld.",
        "",
        None,
    ],
)
def test_caution(text: str | None) -> None:
    assert guilty_words(text, WORDS) == ""
