# SPDX-License-Identifier: EUPL-1.2
"""What is kept and sent out: the encrypted store and the paper."""
