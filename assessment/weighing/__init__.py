# SPDX-License-Identifier: EUPL-1.2
"""The danger per ground: what counts, what that indicates, how robust it is, what may be decided (weighing.md)."""
