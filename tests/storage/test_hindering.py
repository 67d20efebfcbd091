# SPDX-License-Identifier: EUPL-1.2
"""What disk, memory and library say is told in Dutch; what is a bug goes up."""

import errno

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from assessment.errors import StoreOutOfReach, WrongPassword
from storage.hindering import at_the_door


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "De schijf is vol"),
        (OSError(errno.EDQUOT, "x"), "De schijf is vol"),
        (PermissionError(errno.EACCES, "x"), "niet mag worden geschreven"),
        (OSError(errno.EROFS, "x"), "niet mag worden geschreven"),
        (FileNotFoundError(errno.ENOENT, "x"), "niet bereikbaar"),
        (OSError(errno.EIO, "x"), "niet bereikbaar"),
        (MemoryError(), "te weinig werkgeheugen"),
    ],
)
def test_the_world_is_told(error: Exception, words: str) -> None:
    with pytest.raises(StoreOutOfReach) as refusal, at_the_door():
        raise error
    assert words in refusal.value.sentence
    assert refusal.value.__cause__ is error


def test_a_database_that_cannot_be_opened_is_told() -> None:
    with pytest.raises(StoreOutOfReach), at_the_door():
        sqlcipher.connect("/bestaat/niet/store.db")


@pytest.mark.parametrize("error", [ValueError("x"), WrongPassword(), KeyError("x"), sqlcipher.Error("x")])
def test_the_rest_goes_up(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, at_the_door():
        raise error
    assert raised.value is error
