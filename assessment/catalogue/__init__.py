# SPDX-License-Identifier: EUPL-1.2
"""Checked data: what the law, the practice and the municipality lay down, each with its source."""
