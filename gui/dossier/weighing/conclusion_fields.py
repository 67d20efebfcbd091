# SPDX-License-Identifier: EUPL-1.2
"""The fields of the officer's conclusion. All of them begin empty; nothing is taken over from the indication."""

from __future__ import annotations

from assessment.catalogue.catalogue import Catalogue
from assessment.degree import Degree
from assessment.dossier.bureau_advice import YesNo
from assessment.dossier.conclusion import GroundConclusion, ObtainConclusion, RegularGrounds
from gui.parts.field_spec import FieldSpec, Kind

OPEN = "nog niet vastgelegd"


def of_ground(ground: str, catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """The degree on ground a or b, and why."""
    return (
        FieldSpec(f"{ground}.degree", f"Mate van gevaar op de {ground}-grond", Kind.CHOICE,
                  "Kies zelf. De indicatie is een aanwijzing en bindt u niet.", words=catalogue.words["degree"],
                  make=Degree, within=GroundConclusion, unknown_word=OPEN),
        FieldSpec(f"{ground}.reasons", f"Redenen bij de {ground}-grond", Kind.LONG_TEXT,
                  "Noem de feiten, hoe zeker ze zijn en wat ertegenover staat.", within=GroundConclusion),
    )  # fmt: skip


def of_obtaining(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """Whether par. 6 is invoked, and why."""
    return (
        FieldSpec("c.invoked", "Roept u het zesde lid in?", Kind.CHOICE,
                  "Alleen bij een strafbaar feit om de beslissing te krijgen of te houden (Wet Bibob art. 3 lid 6).",
                  words=catalogue.words["yes-no"], make=YesNo, within=ObtainConclusion, unknown_word=OPEN),
        FieldSpec("c.reasons", "Redenen bij het zesde lid", Kind.LONG_TEXT, within=ObtainConclusion),
    )  # fmt: skip


def of_the_rest() -> tuple[FieldSpec, ...]:
    """What holds for the conclusion as a whole."""
    return (
        FieldSpec("age_of_facts", "Ouderdom van de feiten", Kind.LONG_TEXT,
                  "Waarom wegen de feiten nog mee, of waarom niet meer?"),
        FieldSpec("deviation_reason", "Reden om af te wijken", Kind.LONG_TEXT,
                  "Nodig als u afwijkt van de indicatie of van een advies van het Bureau (Awb 3:50)."),
        FieldSpec("regular_grounds.considered", "Zijn de gewone weigeringsgronden eerst beoordeeld?", Kind.TRI,
                  "De Wet Bibob is een uiterste middel.", within=RegularGrounds),
        FieldSpec("regular_grounds.outcome", "Uitkomst van de gewone weigeringsgronden", Kind.LONG_TEXT,
                  within=RegularGrounds),
        FieldSpec("law_checked_on", "Geldend recht nagegaan op", Kind.DATE,
                  "De dag waarop u naging of de wet en de verordening nog zo luiden."),
    )  # fmt: skip


def of_measure() -> tuple[FieldSpec, ...]:
    """The five texts of proportionality for one permit."""
    return (
        FieldSpec("interests", "Belangen en gevolgen voor betrokkene", Kind.LONG_TEXT,
                  "Welke belangen heeft betrokkene en wat doet de beslissing daarmee (Awb 3:4)?"),
        FieldSpec("fits_degree", "Past de maatregel bij de mate van gevaar?", Kind.LONG_TEXT,
                  "Wet Bibob art. 3 lid 5 onder a."),
        FieldSpec("fits_seriousness", "Past de maatregel bij de ernst van de feiten?", Kind.LONG_TEXT,
                  "Wet Bibob art. 3 lid 5 onder b."),
        FieldSpec("conditions_considered", "Welke voorschriften zijn overwogen?", Kind.LONG_TEXT,
                  "Kunnen voorschriften het gevaar wegnemen of beperken (Wet Bibob art. 3 lid 7)? Waarom wel of niet?"),
        FieldSpec("comparable_cases", "Vergelijkbare zaken", Kind.LONG_TEXT,
                  "Hoe is eerder beslist, of is er geen vergelijkbare zaak?"),
    )  # fmt: skip


def of_condition() -> tuple[FieldSpec, ...]:
    """One condition (art. 3 par. 7)."""
    return (
        FieldSpec("text", "Voorschrift", Kind.LONG_TEXT, "Schrijf het uit zoals het in het besluit komt.", empty=""),
        FieldSpec("limits", "Beperkt het gevaar op", Kind.CHOICE, words={"a": "de a-grond", "b": "de b-grond"}),
        FieldSpec("reason", "Waarom is dit nodig?", Kind.LONG_TEXT),
        FieldSpec("test", "Hoe en wanneer wordt het gecontroleerd?", Kind.LONG_TEXT),
    )
