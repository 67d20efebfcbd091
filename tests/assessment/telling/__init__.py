# SPDX-License-Identifier: EUPL-1.2
"""Tests of what is told of an assessment."""
