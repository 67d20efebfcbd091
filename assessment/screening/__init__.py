# SPDX-License-Identifier: EUPL-1.2
"""The walk through the checklist, and what its answers mean."""
