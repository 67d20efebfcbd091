# SPDX-License-Identifier: EUPL-1.2
"""How everything looks: tokens, palette, sheet, icons and the focus ring, in one place."""
