# SPDX-License-Identifier: EUPL-1.2
"""Attachments: encrypted files beside the database, streamed in authenticated chunks, each with a key of its own."""
