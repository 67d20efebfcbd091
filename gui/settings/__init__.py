# SPDX-License-Identifier: EUPL-1.2
"""What the user can set for this machine."""
