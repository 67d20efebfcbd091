# SPDX-License-Identifier: EUPL-1.2
"""Step 6: offences and circumstances, each with actor, certainty, links, benefit and sources."""
