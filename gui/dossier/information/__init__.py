# SPDX-License-Identifier: EUPL-1.2
"""Step 5: what partners gave, on which basis, and whether it may be used."""
