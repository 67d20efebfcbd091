# SPDX-License-Identifier: EUPL-1.2
"""Every screen, drawn at the sizes that officers have."""
