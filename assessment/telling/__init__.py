# SPDX-License-Identifier: EUPL-1.2
"""What is told: documents as plain values, before they are paper or screen."""
