# SPDX-License-Identifier: EUPL-1.2
"""Step 1: what is applied for, along which route it is assessed, what happened, and until when."""
