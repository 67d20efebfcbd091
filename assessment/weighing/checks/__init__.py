# SPDX-License-Identifier: EUPL-1.2
"""The checks before finalising: where authorities lose (C), what the statute asks (L), what contradicts itself (X)."""
