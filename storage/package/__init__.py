# SPDX-License-Identifier: EUPL-1.2
"""A dossier on its way to a colleague: one encrypted file, and a phrase that is told by another way."""
