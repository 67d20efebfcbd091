# SPDX-License-Identifier: EUPL-1.2
"""Under which key a Dutch name is found by how it sounds: an own table, read from top to bottom.

English keys (Soundex, Metaphone) keep Meijer and Meyer apart and make one of what a Dutch ear keeps apart. This one is
generous on purpose: it finds candidates, and how alike two names are is told beside each. What it takes together:

* ij, ei, ai, ay, ey, y between consonants (Meijer, Meyer, Maier; Thijs, Thys);
* ou, au, oe, ue, u (Bouwman, Bauman; Bouzid, Boezid), and all double vowels, ae, ie;
* g, ch, gh, kh (Khoulali, Chulali); c, k, q, ck (c as s before e and i); ph, v, f; z, s; x, ks; sj, sh, zj;
* d, t, dt, th at the end of a word, b and p there; th anywhere; doubled consonants;
  sch before a consonant or at the end;
* -sz, -zoon and -ssen (Jansz, Janssen, Jansen).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_RULES: Final = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=[a-z]{3})(?:s?zoon|sz)$", "sen"),
        (r"^dj", "j"),
        (r"sch(?=[bcdfgklmnprstw]|$)", "s"),
        (r"tsj|tsch|tch", "ts"),
        (r"sch", "sg"),
        (r"[sz]j|sh|zh", "S"),
        (r"ch|gh|kh", "g"),
        (r"ph|v", "f"),
        (r"th|dt", "t"),
        (r"qu", "kw"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"uij|uy|ui", "U"),
        (r"eeuw|ieuw", "iw"),
        (r"[ae]?ij|ei|ai|[ae]y", "Y"),
        (r"^y(?=[aeiou])", "j"),
        (r"(?<=[a-zS])y$", "i"),
        (r"(?<=[aeiou])y", "j"),
        (r"y", "Y"),
        (r"ouw|auw|ou|au", "u"),
        (r"eu", "E"),
        (r"oe|ue|uu", "u"),
        (r"ae", "a"),
        (r"ie", "i"),
        (r"(?<=[bdfgklmnprst])h", ""),
        (r"(.)\1+", r"\1"),
        (r"d$", "t"),
        (r"b$", "p"),
        (r"ts$", "s"),
    )
)
"""What is read and what is put in its place; a capital is a sound of more letters, which no later line touches."""


_SOUNDS: Final = str.maketrans({"S": "5", "U": "8", "Y": "1", "E": "3"})
"""How a sound of more letters is written in a key: as a digit, which no name bears."""


@lru_cache(maxsize=65_536)
def sound_of(word: str) -> str:
    """Give the key of one folded word (small letters without accents); a number stays as it is."""
    if word.isdecimal():
        return word
    for pattern, put in _RULES:
        word = pattern.sub(put, word)
    return word.translate(_SOUNDS).upper()
