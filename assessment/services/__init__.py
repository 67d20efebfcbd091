# SPDX-License-Identifier: EUPL-1.2
"""What the program does for an officer: functions that say when to commit."""
