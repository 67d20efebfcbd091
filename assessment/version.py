# SPDX-License-Identifier: EUPL-1.2
"""The version of the program, as it stands in every receipt."""

from typing import Final

PROGRAM: Final = "0.1.0"
