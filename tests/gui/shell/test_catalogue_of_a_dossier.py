# SPDX-License-Identifier: EUPL-1.2
"""A dossier that began with another catalogue is opened and kept with its own."""

from dataclasses import replace

from assessment.services.dossiers import add
from tests.gui import fakes

OLDER = replace(fakes.catalogue(), date="2025-01-01")


def test_a_dossier_is_opened_with_the_catalogue_it_began_with(opened, vault, qtbot):
    asked = []
    opened.desk._parts = replace(opened.desk._parts, load_catalogue=lambda date: asked.append(date) or OLDER)
    dossier = replace(fakes.dossier("BIB-2025-0001"), catalogue="2025-01-01")
    id_ = add(vault.work(), dossier, OLDER)
    opened.desk.open(id_)
    qtbot.waitUntil(lambda: opened.desk.session.dossier.reference == "BIB-2025-0001")
    assert set(asked) == {"2025-01-01"}
    assert opened.desk.page._catalogue is OLDER
    assert opened.desk.session.dossier.catalogue == "2025-01-01"
