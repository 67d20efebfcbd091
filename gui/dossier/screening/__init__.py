# SPDX-License-Identifier: EUPL-1.2
"""Step 7: the checklist for these permits, question by question."""
