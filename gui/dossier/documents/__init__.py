# SPDX-License-Identifier: EUPL-1.2
"""Step 3: which documents were asked for and came in, and which invitations to supplement are open."""
