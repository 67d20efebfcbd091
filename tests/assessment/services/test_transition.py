# SPDX-License-Identifier: EUPL-1.2
"""What going over changes, in the words that an officer reads in the window and in the terminal."""

from dataclasses import replace
from datetime import date

from assessment.assess import assess
from assessment.dossier.conclusion import Decision
from assessment.exchange import codes_of, read_dossier
from assessment.services.new_catalogue import Effect, MovedTerm, Report, Shift, effect
from assessment.services.transition import between, summary, transition
from resources.files import read_example
from tests.assessment.catalogue.layers import own
from tests.assessment.catalogue.second import second
from tests.assessment.catalogue.shipped import catalogue

OLD = catalogue()
CAFE = read_dossier(read_example("cafe-de-verzonnen-vink"), codes_of(OLD))
SAME = effect(replace(CAFE, reviews=()), OLD, second(lambda data: None))


def outcome(found: Effect) -> tuple[str, ...]:
    """Give the lines of what comes out otherwise."""
    (part,) = [one for one in transition(CAFE, found, OLD, OLD) if one.title == "Wat anders uitkomt"]
    return part.lines


def test_grounds_options_and_checks_are_told_in_words() -> None:
    check = assess(CAFE, OLD).checks[0]
    found = replace(
        SAME,
        shifts=(
            Shift("a", ("serious", "serious", "serious"), ("lesser", "lesser", "serious")),
            Shift("c", ("invoked",), ("undetermined",)),
        ),
        options_gone=(Decision.REFUSE, Decision.REVOKE),
        options_new=(Decision.GRANT,),
        checks_gone=(check,),
        checks_new=(check,),
    )
    assert outcome(found) == (
        "a-grond: ernstig gevaar wordt mindere mate van gevaar (tussen mindere mate van gevaar en ernstig gevaar)",
        "zesde lid: van toepassing wordt niet vast te stellen",
        "kan dan niet meer: weigeren en intrekken",
        "kan dan ook: verlenen",
        f"controle {check.id} vervalt: {check.text}",
        f"controle {check.id} nieuw: {check.text}",
    )


def test_terms_that_end_on_another_day_are_told() -> None:
    one, other = (date(2026, 4, 28), date(2026, 4, 28)), (date(2026, 4, 30), date(2026, 4, 29))
    moved = (
        MovedTerm("decision", one, other),
        MovedTerm("extension-notice", one, None),
        MovedTerm("reuse", None, other),
    )
    found = replace(SAME, terms=moved)
    assert found.is_another_result
    assert outcome(found) == (
        "beslistermijn: 28 apr 2026 wordt 30 apr 2026, veilig 28 apr 2026 wordt 29 apr 2026",
        "mededeling van verlenging loopt dan niet meer",
        "hergebruik van gegevens loopt dan tot en met 30 apr 2026, veilig 29 apr 2026",
    )


def test_a_further_day_off_moves_the_decision_term() -> None:
    new = replace(OLD, terms=replace(OLD.terms, equated={**OLD.terms.equated, date(2026, 4, 28): "besluit"}))
    found = effect(replace(CAFE, reviews=()), OLD, new)
    day, before = date(2026, 4, 28), date(2026, 4, 24)
    assert MovedTerm("decision", (day, day), (date(2026, 4, 29), before)) in found.terms
    assert not SAME.terms


def test_nothing_that_changes_is_said_and_empty_parts_are_left_out() -> None:
    parts = transition(CAFE, SAME, OLD, OLD)
    assert [one.title for one in parts] == ["Wat anders uitkomt", "Blijft zoals het is"]
    assert parts[0].lines == ("Aan de uitkomst verandert niets.",)


def test_from_where_to_where_names_the_date_or_the_policy() -> None:
    assert between(OLD, second(lambda data: None)) == "Van de catalogus van 1 jan 2026 naar die van 1 jul 2026"
    assert between(OLD, own()) == (
        "Catalogus van 1 jan 2026, van geen beleid naar het beleid van gemeente Fictenveen "
        "(Beleidsregel Bibob Fictenveen 2026)"
    )


def test_the_summary_names_what_changes_and_what_stays_out() -> None:
    other = replace(SAME, reference="anders", options_new=(Decision.GRANT,))
    assert summary(Report((other, SAME), ("besloten",))) == (
        "Bekeken: 2 dossiers. Met een andere uitkomst: 1 (anders). Buiten beschouwing: besloten."
    )
    assert summary(Report((), ())) == "Bekeken: geen dossiers. Met een andere uitkomst: 0."
