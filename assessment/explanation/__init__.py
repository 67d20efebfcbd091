# SPDX-License-Identifier: EUPL-1.2
"""Why the outcome is what it is: what follows from a rule, and what is somebody's judgement (blueprint 2.1)."""
