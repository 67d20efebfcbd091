# SPDX-License-Identifier: EUPL-1.2
"""The window: rail, header, the place of the pages, and the lock."""
