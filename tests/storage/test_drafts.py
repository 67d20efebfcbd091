# SPDX-License-Identifier: EUPL-1.2
"""Half-typed text survives, and is forgotten when it may be."""

from collections.abc import Callable

import pytest

from assessment.ports import DossierId
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, add, small


def test_drafts_survive_a_lock(vault: FolderVault, vaults: Callable[[], FolderVault]) -> None:
    one, other = add(vault, small("een")), add(vault, small("twee"))
    with vault.work() as work:
        work.drafts.keep(one, "note", "half")
        work.drafts.keep(one, "note", "half get")
        work.drafts.keep(one, "reasons", "")
        work.drafts.keep(other, "note", "ander")
        work.commit()
    vault.lock()
    again = vaults()
    again.unlock(PASSWORD)
    with again.work() as work:
        assert work.drafts.all(one) == {"note": "half get", "reasons": ""}
        work.drafts.clear(one, "note")
        work.drafts.clear(one, "bestaat niet")
        work.commit()
    with again.work() as work:
        assert work.drafts.all(one) == {"reasons": ""}
        assert work.drafts.all(other) == {"note": "ander"}


def test_a_dossier_that_has_not_begun_has_drafts_of_its_own(vault: FolderVault) -> None:
    id_ = add(vault, small())
    with vault.work() as work:
        work.drafts.keep(None, "subject", "Daan")
        work.drafts.keep(None, "subject", "Daan Fictema")
        work.drafts.keep(None, "reference", "BIB-1")
        work.drafts.keep(id_, "subject", "ander")
        work.commit()
    with vault.work() as work:
        assert work.drafts.all(None) == {"reference": "BIB-1", "subject": "Daan Fictema"}
        work.drafts.clear(None, "subject")
        work.commit()
    with vault.work() as work:
        assert work.drafts.all(None) == {"reference": "BIB-1"}
        assert work.drafts.all(id_) == {"subject": "ander"}


def test_a_draft_needs_its_dossier(vault: FolderVault) -> None:
    with vault.work() as work:
        with pytest.raises(KeyError):
            work.drafts.keep(DossierId("niet"), "note", "half")
        assert work.drafts.all(DossierId("niet")) == {}


def test_a_draft_is_no_change_of_the_dossier(vault: FolderVault) -> None:
    id_ = add(vault, small())
    with vault.work() as work:
        before, lines = work.dossiers.find(), work.journal.entries()
        work.drafts.keep(id_, "note", "half")
        work.commit()
    with vault.work() as work:
        assert (work.dossiers.find(), work.journal.entries()) == (before, lines)


def test_half_a_sign_that_was_pasted_is_kept_as_a_sign_of_its_own(vault: FolderVault) -> None:
    with vault.work() as work:
        work.drafts.keep(None, "title", "café \ud83d einde \ud83d\ude00")
        work.commit()
    with vault.work() as work:
        assert work.drafts.all(None) == {"title": "café \ufffd einde \U0001f600"}
