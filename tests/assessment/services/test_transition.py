# SPDX-License-Identifier: EUPL-1.2
"""What going over changes, in the words that an officer reads in the window and in the terminal."""

from dataclasses import replace

from assessment.assess import assess
from assessment.dossier.conclusion import Decision
from assessment.exchange import codes_of, read_dossier
from assessment.services.new_catalogue import Effect, Report, Shift, effect
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
