# SPDX-License-Identifier: EUPL-1.2
"""What opens a store: the key file with its slots, the recovery key, and the keys made from the store key."""
