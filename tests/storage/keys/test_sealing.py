# SPDX-License-Identifier: EUPL-1.2
"""A seal opens for one slot of one store, with its pledge; and nothing of what made or opened it is left behind."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from assessment.errors import DamagedStore
from storage.keys import pledge, sealing, slot
from storage.keys.derive import KEY_SIZE
from storage.keys.pledge import keep, new_pledge, take
from storage.keys.sealing import PLEDGE_SIZE, Address, Seal, new_pair, seal, unseal
from storage.keys.secret import wipe, wiped
from storage.keys.slot import Lock, SlotKind, renewed, wrap
from tests.storage.stores import CHEAP

VAULT, KEY = bytes(range(16)), bytearray(range(KEY_SIZE))
OTHER = bytearray(b"a" * KEY_SIZE)


@pytest.fixture
def pair() -> tuple[bytearray, Address]:
    private, public = new_pair()
    return private, Address("0123456789abcdef", public, VAULT)


def test_it_opens_with_private_key_and_pledge(pair: tuple[bytearray, Address]) -> None:
    private, to = pair
    known = new_pledge()
    made = seal(KEY, known, to)
    assert unseal(made, private, known, to) == KEY
    assert unseal(made, private, new_pledge(), to) is None
    assert unseal(made, private, bytearray(PLEDGE_SIZE), to) is None
    assert unseal(made, new_pair()[0], known, to) is None


@pytest.mark.parametrize("change", [{"slot": "fedcba9876543210"}, {"vault": bytes(16)}, {"public": bytes(32)}])
def test_seal_and_pledge_are_of_one_slot_of_one_store(
    pair: tuple[bytearray, Address], change: dict[str, object]
) -> None:
    private, to = pair
    known, elsewhere = new_pledge(), replace(to, **change)  # type: ignore[arg-type]
    assert unseal(seal(KEY, known, to), private, known, elsewhere) is None
    kept = keep(known, KEY, to)
    assert take(kept, KEY, to) == known
    assert take(kept, KEY, elsewhere) is None
    assert take(kept, OTHER, to) is None


@pytest.mark.parametrize("field", ["ephemeral", "nonce", "sealed"])
def test_no_bit_of_it_can_be_changed(pair: tuple[bytearray, Address], field: str) -> None:
    private, to = pair
    known = new_pledge()
    made = seal(KEY, known, to)
    for at in range(len(getattr(made, field))):
        changed = bytearray(getattr(made, field))
        changed[at] ^= 1
        assert unseal(replace(made, **{field: bytes(changed)}), private, known, to) is None


@pytest.mark.parametrize("point", [bytes(32), b"\1" + bytes(31)])
def test_a_point_at_which_all_meet_opens_nothing(pair: tuple[bytearray, Address], point: bytes) -> None:
    private, to = pair
    known = new_pledge()
    made = seal(KEY, known, to)
    assert unseal(Seal(point, made.nonce, made.sealed), private, known, to) is None


def test_what_is_kept_twice_has_nothing_in_common(pair: tuple[bytearray, Address]) -> None:
    known = new_pledge()
    assert len({keep(known, KEY, pair[1]) for _ in range(8)}) == 8


def test_a_slot_gets_other_keys_only_from_who_has_the_one_of_before() -> None:
    one = wrap(KEY, Lock("Ada", SlotKind.PASSWORD, bytearray(b"geheim"), CHEAP), VAULT)
    moved = one.sealed_for([OTHER], KEY, VAULT)
    entry = moved.open_(bytearray(b"geheim"), VAULT)
    assert entry is not None
    assert entry.keys == (OTHER,)
    for kept in (one.pledge, bytes(len(one.pledge))):
        with pytest.raises(DamagedStore) as refusal:
            replace(moved, pledge=kept).sealed_for([KEY], OTHER, VAULT)
        assert "niet te vernieuwen" in refusal.value.part
    with pytest.raises(DamagedStore):
        moved.sealed_for([OTHER], KEY, VAULT)


def test_no_key_no_private_key_and_no_pledge_is_left_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slot is opened, made anew and sealed anew; what was held meanwhile is counted by its size, and is noughts."""
    held: list[bytearray] = []

    @contextmanager
    def seen(secret: bytearray) -> Iterator[bytearray]:
        with wiped(secret):
            yield secret
            assert any(secret)
        held.append(secret)

    def sizes(action: Callable[[], object]) -> dict[int, int]:
        held.clear()
        action()
        assert not any(map(any, held))
        return dict(Counter(map(len, held)))

    one = wrap(KEY, Lock("Ada", SlotKind.PASSWORD, bytearray(b"geheim"), CHEAP), VAULT)
    entry = one.open_(bytearray(b"geheim"), VAULT)
    assert entry is not None
    for module in (sealing, pledge, slot):
        monkeypatch.setattr(module, "wiped", seen)
    both = KEY_SIZE + PLEDGE_SIZE
    # Twice both: private key with pledge, and what is shared with pledge.
    assert sizes(lambda: one.open_(bytearray(b"geheim"), VAULT)) == {KEY_SIZE: 3, both: 2}
    assert sizes(lambda: renewed(entry, "Bo", VAULT)) == {KEY_SIZE: 4, both: 2}
    assert sizes(lambda: one.sealed_for([OTHER], KEY, VAULT)) == {KEY_SIZE: 4, both: 1}
    entry.wipe()
    assert not any(map(any, (entry.own, *entry.keys)))


def test_a_false_seal_leaves_nothing_either(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[bytearray] = []
    monkeypatch.setattr(slot, "wipe", lambda *secrets: (gone.extend(secrets), wipe(*secrets)))
    one = wrap(KEY, Lock("Ada", SlotKind.PASSWORD, bytearray(b"geheim"), CHEAP), VAULT)
    false = replace(one, seals=(*one.seals, seal(OTHER, new_pledge(), one.address(VAULT))))
    with pytest.raises(DamagedStore):
        false.open_(bytearray(b"geheim"), VAULT)
    assert gone == [bytes(KEY_SIZE)] * 2
