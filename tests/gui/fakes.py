# SPDX-License-Identifier: EUPL-1.2
"""Doubles of what stands behind the window: a store in memory, an outcome that was written down."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from types import SimpleNamespace

from assessment.backup import Backup, BackupKind, Contents, Examined, OpensWith, is_due, last_good
from assessment.catalogue.load import load_catalogue
from assessment.degree import Degree
from assessment.dossier.application import Application, Permit
from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Organisation
from assessment.errors import DamagedBackup, StoreOutOfReach, WrongPassword
from assessment.found import FoundBy, Hit, Hits, Spot
from assessment.outcome import (
    Assessment,
    Check,
    Duty,
    GroundOutcome,
    Invoked,
    ObtainOutcome,
    OpenPoint,
    Severity,
    Term,
)
from assessment.package import Package
from assessment.ports import DossierId, DossierRow, VaultState
from gui.assembly import Parts
from resources.files import read_catalogue
from tests.gui.fake_attachments import MemoryAttachments
from tests.gui.fake_people import MemoryPeople

PASSWORD = "fiets lamp wolk brood"
KEY = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF"
NEW_KEY = "GGGGG-HHHHH-JJJJJ-KKKKK-LLLLL-MMMMM"
TODAY = date(2026, 6, 2)
AT = datetime(2026, 6, 2, 12, tzinfo=UTC)


def backup(at=AT, kind=BackupKind.REGULAR, dossiers=12, opens_with=OpensWith.PRESENT, size=1_830_000):
    """A backup; without a number of dossiers one that is not good."""
    contents = None if dossiers is None else Contents(3, dossiers, 345)
    return Backup(f"{kind}-{at:%Y%m%dT%H%M%SZ}", at, kind, size, contents, opens_with)


@cache
def catalogue():
    """The catalogue that ships."""
    files = read_catalogue()
    return load_catalogue(files.content, files.date, files.checksum)


def dossier(reference="BIB-2026-0014", subject="Café De Verzonnen Vink B.V."):
    return Dossier(
        reference,
        "2026-01-01",
        TODAY,
        application=Application(permit_types=(Permit("EXP", "EXP"), Permit("ALC", "ALC")), activity="café"),
        parties=(Organisation("p1", subject),),
        subject=("p1",),
    )


def ground(name, indication, low, high):
    return GroundOutcome(name, {}, indication, low, high, "")


def outcome(given, checks=None, open_points=None):
    end = date(2026, 6, 15)
    return Assessment(
        given.reference,
        "2026-01-01",
        "0.1.0",
        given.assessed_on,
        (),
        (),
        (),
        (),
        None,
        (),
        tuple(open_points if open_points is not None else OPEN_POINTS),
        ground("a", Degree.SERIOUS, Degree.LESSER, Degree.SERIOUS),
        ground("b", Degree.UNDETERMINED, Degree.NONE, Degree.SERIOUS),
        ObtainOutcome(Invoked.NOT_INVOKED),
        (),
        tuple(checks if checks is not None else CHECKS),
        DUTIES,
        (Term("decision", end, end, end, 9),),
        "sha256:0",
    )


CHECKS = (
    Check(
        "C03",
        Severity.BLOCK,
        ("EXP",),
        "Bij de exploitatievergunning ontbreekt de afweging van belangen.",
        "Wet Bibob art. 3 lid 5",
    ),
    Check("X02", Severity.BLOCK, ("p1",), "Eén naam is op twee manieren geschreven.", "samenhang"),
    Check(
        "C07", Severity.ANSWER, ("financing",), "De lening is later afgesproken dan betaald. Leg uit waarom.", "ECLI"
    ),
)
OPEN_POINTS = tuple(OpenPoint(f"STR-{at:02d}", f"Open vraag {at} over de onderneming") for at in range(1, 10))
DUTIES = (Duty("D-33", date(2026, 6, 8), "Geef betrokkene gelegenheid voor een zienswijze.", "Wet Bibob art. 33"),)


class MemoryWork:
    """One unit of work on the lists of a MemoryVault."""

    def __init__(self, vault):
        self.vault = vault
        self.dossiers = self
        self.drafts = SimpleNamespace(
            keep=lambda id_, field, text: vault.drafts.setdefault(id_, {}).update({field: text}),
            all=lambda id_: dict(vault.drafts.get(id_, {})),
            clear=lambda id_, field: vault.drafts.get(id_, {}).pop(field, None),
        )
        self.bookmarks = SimpleNamespace(
            keep=lambda one: setattr(vault, "bookmark", one),
            find=lambda: vault.bookmark,
            forget=lambda: setattr(vault, "bookmark", None),
        )
        self.attachments = vault.attachments
        self.journal = SimpleNamespace(
            note=lambda action, about, detail="", words="": vault.notes.append((action, about)),
            find=lambda _asked, _limit: (),
        )
        self.retention = SimpleNamespace(rules=lambda: (), all=lambda: ())

    def __enter__(self):
        assert self.vault.state() is VaultState.OPEN
        return self

    def __exit__(self, *_):
        return None

    def commit(self):
        if self.vault.full:
            raise StoreOutOfReach("De schijf is vol.")
        self.vault.kept.update(self.vault.pending)
        self.vault.pending.clear()

    def add(self, dossier, summary):
        id_ = DossierId(f"d{len(self.vault.kept) + len(self.vault.pending) + 1}")
        self.keep(id_, dossier, summary)
        return id_

    def keep(self, id_, dossier, summary):
        self.vault.pending[id_] = (dossier, summary)

    def get(self, id_):
        return self.vault.kept[id_][0]

    def find(self, words="", limit=500, offset=0):
        at = datetime(2026, 6, 2, tzinfo=UTC)
        rows = [DossierRow(id_, summary, at) for id_, (_, summary) in self.vault.kept.items()]
        return tuple(row for row in rows if words.casefold() in str(row.summary).casefold())

    def find_sounding(self, words, limit=500):
        return ()

    def search(self, words, limit=200):
        found = [
            Hit(row.id, row.summary.reference, row.summary.subject, Spot("party", "p1", 0), FoundBy.WORD, words)
            for row in self.find(words)
        ]
        return Hits(tuple(found[:limit]), is_all=len(found) <= limit)

    def alike(self, id_, asked):
        return self.vault.alike


class MemoryVault:
    """A store without a disk; the password is PASSWORD."""

    name, user = "Vergunningen Fictenveen", "T. Ester"

    def __init__(self, state=VaultState.LOCKED):
        self.now, self.full = state, False
        self.kept, self.pending, self.drafts, self.notes = {}, {}, {}, []
        self.password, self.confirmed = PASSWORD, True
        self.warned = ()
        self.bookmark = None
        self.copies, self.restored = (), None
        self.alike = ()
        self.attachments = MemoryAttachments()
        self.names, self.keyring, self.key_file_lost = (), (), False
        self.people = MemoryPeople(self, AT)
        self.destruction = SimpleNamespace(certificates=lambda: (), counters=lambda: ())

    def state(self):
        return self.now

    def create(self, user, password):
        self.now, self.password, self.confirmed = VaultState.OPEN, password, False
        return KEY

    def users_at_the_door(self):
        return self.names

    def keyring_at_the_door(self):
        return self.keyring

    def is_key_file_lost(self):
        return self.key_file_lost

    def unlock_with_keyring(self, user):
        assert user in self.keyring
        self.entered, self.now = user, VaultState.OPEN

    def restore_key_file(self, backup, password, user=""):
        if password != self.password:
            raise WrongPassword(0)
        if backup != self.copies[-1].id:
            raise DamagedBackup("past niet")
        self.entered, self.key_file_lost, self.now = user, False, VaultState.OPEN

    def unlock(self, password, user=""):
        self.entered = user
        if password != self.password:
            raise WrongPassword(0)
        self.now = VaultState.OPEN

    def renew_recovery_key(self, password):
        self.confirm(password)
        self.confirmed = False
        return NEW_KEY

    def is_recovery_confirmed(self):
        return self.confirmed

    def warnings(self):
        assert self.now is VaultState.OPEN
        return self.warned

    def confirm_recovery(self):
        self.confirmed = True

    def confirm(self, password):
        assert self.now is VaultState.OPEN
        if password != self.password:
            raise WrongPassword(0)

    def recover(self, key, password, user=""):
        self.entered = user
        if key != KEY:
            raise WrongPassword(0)
        self.now, self.password = VaultState.OPEN, password

    def lock(self):
        self.now = VaultState.LOCKED

    def backups(self):
        return self.copies

    def is_backup_due(self):
        return is_due(last_good(self.copies), AT, has_changed=True)

    def back_up(self):
        assert self.now is VaultState.OPEN
        made = backup(AT, dossiers=len(self.kept))
        self.copies = (made, *self.copies)
        return made

    def examine(self, name, secret, user=""):
        if secret != PASSWORD:
            raise WrongPassword(0)
        return Examined(next(one.contents for one in self.copies if one.id == name), 14)

    def restore(self, name, secret, user=""):
        self.examine(name, secret)
        self.now, self.restored = VaultState.OPEN, name

    def work(self):
        return MemoryWork(self)


def parts(vault, **changes):
    given = catalogue()
    fields = {
        "open_vault": lambda: vault,
        "load_catalogue": lambda *_: given,
        "assess": lambda one, _: outcome(one),
        "write_pdf": lambda document: b"%PDF",
        "pages": lambda pdf, width: (),
        "examples": lambda _: (dossier(), dossier("BIB-2026-0015", "Stichting Fictie")),
        "write_package": lambda path, package: "7Q4K-0000-AAAA-1111-ZZZZ",
        "read_package": lambda path, code: Package(dossier(), "Daan Fictema", AT),
        "today": lambda: TODAY,
        "now": lambda: AT,
    }
    return Parts(**{**fields, **changes})
