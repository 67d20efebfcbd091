# SPDX-License-Identifier: EUPL-1.2
"""What follows from single records: what may be used, who controls whom, what a fact is worth, how money adds up."""
