# SPDX-License-Identifier: EUPL-1.2
"""How hard a password is to guess, in plain words."""

from __future__ import annotations

from itertools import pairwise

from gui.parts.badge import Tone

SHORTEST = 12
"""Characters at least."""
LONG = 16
LONGER = 20
FEW = 6
"""Different characters below which a password is a repetition."""


def judge(password: str, name: str = "") -> tuple[Tone, str]:
    """Give a tone and a sentence; only OK and INFO are accepted."""
    if not password:
        return Tone.NEUTRAL, f"Kies ten minste {SHORTEST} tekens. Een zin van vier woorden is goed te onthouden."
    short = SHORTEST - len(password)
    if short > 0:
        return Tone.WARN, f"Nog {short} {'teken' if short == 1 else 'tekens'} erbij."
    lowered = password.casefold()
    if len(set(lowered)) < FEW or _runs(lowered):
        return Tone.WARN, "Dit is makkelijk te raden: te veel herhaling. Neem een zin met verschillende woorden."
    if name and name.casefold() in lowered:
        return Tone.WARN, "Uw eigen naam is makkelijk te raden. Neem andere woorden."
    kinds = sum(any(test(one) for one in password) for test in (str.islower, str.isupper, str.isdigit, _is_other))
    if len(password) >= LONGER or (len(password) >= LONG and kinds >= 3):
        return Tone.OK, "Sterk genoeg voor geheime gegevens."
    return Tone.INFO, "Voldoende. Langer is beter: nog een woord erbij maakt het sterk."


def is_enough(password: str, name: str = "") -> bool:
    """Say whether a password is accepted."""
    return judge(password, name)[0] in (Tone.OK, Tone.INFO)


def _is_other(one: str) -> bool:
    return not one.isalnum()


def _runs(text: str) -> bool:
    """Whether most of it is a row such as `abcdef` or `123456`."""
    steps = [ord(second) - ord(first) for first, second in pairwise(text)]
    return sum(step in (1, -1) for step in steps) > len(steps) * 0.6
