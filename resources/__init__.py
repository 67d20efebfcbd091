# SPDX-License-Identifier: EUPL-1.2
"""The files that ship with the program, and the strict reading of them."""
