# SPDX-License-Identifier: EUPL-1.2
import pytest

from gui.parts.badge import Tone
from gui.parts.strength import is_enough, judge


@pytest.mark.parametrize(
    ("password", "tone", "word"),
    [
        ("", Tone.NEUTRAL, "ten minste 12"),
        ("kort", Tone.WARN, "Nog 8 tekens"),
        ("elf-letters", Tone.WARN, "Nog 1 teken "),
        ("aaaaaaaaaaaaaaaa", Tone.WARN, "herhaling"),
        ("abcdefghijklmnop", Tone.WARN, "herhaling"),
        ("fietslampwolk", Tone.INFO, "Voldoende"),
        ("fiets lamp wolk brood", Tone.OK, "Sterk genoeg"),
        ("Fiets-lamp-5wolk", Tone.OK, "Sterk genoeg"),
    ],
)
def test_strength_is_told_in_plain_words(password, tone, word):
    found, sentence = judge(password)
    assert found is tone
    assert word in sentence


def test_the_own_name_is_no_password():
    assert not is_enough("ester en meer woorden", "Ester")
    assert is_enough("fiets lamp wolk brood", "Ester")
