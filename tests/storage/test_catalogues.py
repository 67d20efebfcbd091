# SPDX-License-Identifier: EUPL-1.2
"""Several catalogue dates beside each other: a dossier is read and assessed with its own."""

import json

import pytest

from assessment.assess import assess
from assessment.errors import FaultyFile
from assessment.exchange import read_dossier
from resources.files import LATEST_CATALOGUE, CatalogueFiles, catalogue_dates, read_catalogue, read_example
from storage.catalogues import Catalogues
from tests.assessment.catalogue.second import LATER, content_of, without

READ: list[str] = []


def read(date: str) -> CatalogueFiles:
    READ.append(date)
    if date == LATER:
        return CatalogueFiles(LATER, content_of(without("FIN-13")), "sha256:later")
    return read_catalogue(date)


def both() -> Catalogues:
    READ.clear()
    return Catalogues(lambda: (LATEST_CATALOGUE, LATER), read)


def raw(date: str) -> bytes:
    return json.dumps({**json.loads(read_example("verzonnen-broodje")), "catalogue": date}).encode()


def test_what_ships_is_there_by_date() -> None:
    shipped = Catalogues()
    assert tuple(shipped) == catalogue_dates()
    assert len(shipped) == len(shipped.codes) == len(catalogue_dates())
    assert shipped[LATEST_CATALOGUE].date == LATEST_CATALOGUE


def test_each_is_loaded_once_and_only_when_asked_for() -> None:
    known = both()
    assert list(known) == list(known.codes) == [LATEST_CATALOGUE, LATER]
    assert READ == []
    assert known[LATER] is known[LATER]
    assert READ == [LATER]


def test_a_date_that_is_not_there_is_none_of_them() -> None:
    known = both()
    assert "2020-01-01" not in known
    with pytest.raises(KeyError):
        known["2020-01-01"]


def test_a_dossier_is_read_with_the_codes_of_its_own_catalogue() -> None:
    known = both()
    assert read_dossier(raw(LATEST_CATALOGUE), known.codes).catalogue == LATEST_CATALOGUE
    assert READ == [LATEST_CATALOGUE]
    with pytest.raises(FaultyFile) as caught:
        read_dossier(raw(LATER), known.codes)
    assert [str(one) for one in caught.value.faults] == [
        f"$.answers[12].question: de code 'FIN-13' staat niet in de catalogus {LATER}"
    ]


def test_a_dossier_of_an_unknown_date_is_refused_with_the_dates_that_are_there() -> None:
    with pytest.raises(FaultyFile) as caught:
        read_dossier(raw("2020-01-01"), both().codes)
    assert [str(one) for one in caught.value.faults] == [
        f"$.catalogue: deze catalogus is niet aanwezig; wel {LATEST_CATALOGUE}, {LATER}"
    ]


def test_the_receipt_is_that_of_its_own_catalogue() -> None:
    known = both()
    old = read_dossier(raw(LATEST_CATALOGUE), known.codes)
    assert assess(old, known[LATEST_CATALOGUE]).receipt == assess(old, Catalogues()[LATEST_CATALOGUE]).receipt
    assert assess(old, known[LATER]).receipt != assess(old, known[LATEST_CATALOGUE]).receipt
