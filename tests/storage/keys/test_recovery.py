# SPDX-License-Identifier: EUPL-1.2
"""The recovery key is read as people write, and refused when it is not the one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.keys import recovery

VAULT = bytes(range(16))
secrets_ = st.binary(min_size=recovery.SECRET_SIZE, max_size=recovery.SECRET_SIZE).map(bytearray)


def test_it_is_written_in_nine_groups_of_four() -> None:
    groups = recovery.write(bytearray(20), VAULT).split("-")
    assert [len(group) for group in groups] == [4] * 9
    assert groups[0] == "0000"


@given(secrets_)
def test_what_is_written_is_read(secret: bytearray) -> None:
    assert recovery.read(recovery.write(secret, VAULT), VAULT) == secret


@pytest.mark.parametrize(
    "misread",
    [
        str.lower,
        lambda text: text.replace("-", ""),
        lambda text: text.replace("-", " "),
        lambda text: text.replace("-", "–"),
        lambda text: text.replace("0", "O"),
        lambda text: text.replace("0", "o"),
        lambda text: text.replace("1", "I"),
        lambda text: text.replace("1", "l"),
        lambda text: f"  {text}\n",
    ],
)
@given(secret=secrets_)
def test_it_is_read_tolerantly(misread, secret: bytearray) -> None:
    secret[:4] = bytes([0x00, 0x42, 0x10, 0x84])  # 0, 1 and more, whatever chance draws
    assert recovery.read(misread(recovery.write(secret, VAULT)), VAULT) == secret


@given(secrets_, st.data())
def test_one_wrong_sign_is_found(secret: bytearray, data: st.DataObject) -> None:
    signs = list(recovery.write(secret, VAULT).replace("-", ""))
    place = data.draw(st.integers(0, len(signs) - 1))
    signs[place] = data.draw(st.sampled_from([sign for sign in recovery.ALPHABET if sign != signs[place]]))
    read = recovery.read("".join(signs), VAULT)
    # Twenty bits of check: one in a million slips through, and then opens no slot.
    assert read is None or read != secret


def test_neighbours_that_changed_places_are_found() -> None:
    secret = bytearray(range(100, 120))
    signs = recovery.write(secret, VAULT).replace("-", "")
    swapped = [signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :] for place in range(len(signs) - 1)]
    assert all(recovery.read(one, VAULT) is None for one in swapped if one != signs)


def test_the_key_of_another_store_is_refused() -> None:
    text = recovery.write(bytearray(range(20)), VAULT)
    assert recovery.read(text, bytes(16)) is None


@pytest.mark.parametrize("text", ["", "-", "ABCD", "U" * 36, "é" * 36, "0" * 35, "0" * 37, "0" * 100_000, "０" * 36])
def test_what_is_no_key_is_refused(text: str) -> None:
    assert recovery.read(text, VAULT) is None


def test_secrets_differ() -> None:
    assert len({bytes(recovery.new_secret()) for _ in range(50)}) == 50
