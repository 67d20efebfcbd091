# SPDX-License-Identifier: EUPL-1.2
"""Step 8: the criteria per ground, the officer's own conclusion, the measure per permit, and the checks."""
