# SPDX-License-Identifier: EUPL-1.2
"""Step 2: persons and organisations, what they are to each other, and who controls whom."""
