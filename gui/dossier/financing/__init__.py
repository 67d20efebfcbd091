# SPDX-License-Identifier: EUPL-1.2
"""Step 4: what is needed, where the money comes from, and how far that is proven."""
