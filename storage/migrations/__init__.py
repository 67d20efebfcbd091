# SPDX-License-Identifier: EUPL-1.2
"""The steps by which a store of an earlier version becomes one of this version; each stands still for ever."""
