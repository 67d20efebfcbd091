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
        "Hij heeft geld wit gewassen.",
        "De aanvrager is een drugscrimineel die de zaak misbruikt.",
        "Vaststaat dat hij drugs verkocht.",
        "De vader handelde jarenlang in cocaïne.",
        "Hij beging de feiten zelf.",
        "De door hem gepleegde witwasfeiten wegen zwaar.",
        "De houder was erbij en buitte vrouwen uit.",
        "Hij perste de vorige eigenaar af.",
        "Hij dreef een hennepkwekerij en verdiende daar geld aan.",
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
        "Zeer ernstig zijn drugshandel en mensenhandel.",
        "De openstaande schuld staat vast: 12.000 euro.",
        "De coffeeshop verkoopt softdrugs binnen het gedoogbeleid.",
        "Er is een crimineel netwerk actief in de buurt.",
        "De onderneming heeft de gestolen goederen teruggegeven.",
        "Het Bureau stelt dat betrokkene belasting heeft ontdoken.",
        "De Arbeidsinspectie schrijft dat het bedrijf werknemers heeft uitgebuit.",
        "De rechtbank achtte bewezen dat hij heeft gehandeld in drugs.",
        "De feitelijke leider is een oplichter genoemd in de krant.",
        "De onderneming heeft de voorschriften meermalen overtreden, blijkens onherroepelijke boetes.",
        "Het vuurwerk werd zonder vergunning opgeslagen, waarvoor hij zes keer is veroordeeld.",
        "De dader is niet bekend.",
        "",
        None,
    ],
)
def test_caution(text: str | None) -> None:
    assert guilty_words(text, WORDS) == ""
