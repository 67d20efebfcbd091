# SPDX-License-Identifier: EUPL-1.2
"""Start Toetssteen or pass its tests: ``python3 run.py`` and ``python3 run.py test``.

Needs nothing but Python 3.11-3.13 with pip (or uv). It makes ``.venv`` beside this file, installs what the lock files
name, sees to the system libraries that Qt needs, and hands over to ``main.py`` or to ``tests``. A stamp in ``.venv`` is
written last: an environment without a fitting stamp was interrupted, damaged or outdated, and is made again.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT

WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "stamp.json"
TOOLS = ROOT / ".tools"
LIBRARIES = TOOLS / "lib"
LOCKS = {"program": ROOT / "requirements.lock", "tests": ROOT / "requirements-dev.lock"}
UV_LOCK = ROOT / "requirements-uv.lock"
# The interpreter outside any virtual environment, so that .venv can be remade from within itself.
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable
# What the helpers must do, whatever the machine's own settings say.
HELPER_SETTINGS = {
    "DEBIAN_FRONTEND": "noninteractive",
    "PIP_REQUIRE_VIRTUALENV": "0",
    "PIP_USER": "0",
    "UV_LINK_MODE": "copy",  # a damaged file must not damage uv's store as well
    "UV_PYTHON_DOWNLOADS": "never",
    "UV_SYSTEM_CERTS": "1",  # a municipality's proxy has its own certificate
}
# Library and the Debian package that brings it: needed always, and needed for a window under X.
QT_LIBRARIES = """
    libGL.so.1 libgl1 libEGL.so.1 libegl1 libX11.so.6 libx11-6 libxkbcommon.so.0 libxkbcommon0
    libdbus-1.so.3 libdbus-1-3 libfontconfig.so.1 libfontconfig1 libfreetype.so.6 libfreetype6
    libglib-2.0.so.0 libglib2.0-0 libgthread-2.0.so.0 libglib2.0-0
"""
X_LIBRARIES = """
    libxcb-cursor.so.0 libxcb-cursor0 libxcb-icccm.so.4 libxcb-icccm4 libxcb-keysyms.so.1 libxcb-keysyms1
    libxcb-shape.so.0 libxcb-shape0 libxcb-image.so.0 libxcb-image0 libxcb-render-util.so.0 libxcb-render-util0
    libxcb-xkb.so.1 libxcb-xkb1 libxkbcommon-x11.so.0 libxkbcommon-x11-0
"""
# What those lean on, where apt-get may not install and so does not work that out.
COMPANIONS = """
    libglx0 libglvnd0 libopengl0 libxcb1 libxau6 libxdmcp6 libbsd0 libmd0 libexpat1 libpng16-16 libbrotli1 libpcre2-8-0
    libx11-xcb1 libxcb-randr0 libxcb-render0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-util1
"""


class SetupError(Exception):
    """Something the user must do first; the text says what, in Dutch."""


def say(line: str) -> None:
    """Tell one step. Standard output belongs to the program, so steps go to standard error."""
    print(line, file=sys.stderr, flush=True)


def run(command: Sequence[object], trouble: str, **settings: str) -> None:
    """Run a helper in silence; when it fails, raise ``trouble`` with the helper's last lines below it."""
    words = [str(word) for word in command]
    environment = {**os.environ, **HELPER_SETTINGS, **settings}
    try:
        # The helper inherits the lock of one_at_a_time: should we be killed, the next start waits until it ends.
        done = subprocess.run(
            words, env=environment, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, close_fds=WINDOWS, check=False
        )
    except OSError as fault:
        raise SetupError(f"{trouble}\n  {fault}") from fault
    if done.returncode:
        tail = done.stdout.decode("utf-8", "replace").strip().splitlines()[-8:]
        raise SetupError("\n  ".join([trouble, *tail]))


def works(command: Sequence[object]) -> bool:
    """Say whether a helper is there and ends well."""
    with contextlib.suppress(SetupError):
        run(command, "")
        return True
    return False


def expected(part: str) -> str:
    """Give the mark of a fitting ``.venv``: the Python it was made with and the lock it was made from."""
    version = f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}"
    return f"{version} {hashlib.sha256(LOCKS[part].read_bytes()).hexdigest()}"


def installed_files(folder: str = "") -> dict[str, int]:
    """List the files of ``.venv`` with their sizes, without the bytecode that Python may rewrite at any time."""
    found: dict[str, int] = {}
    for entry in os.scandir(folder or str(VENV)):
        if not entry.is_dir(follow_symlinks=False):
            found[entry.path[len(str(VENV)) :]] = entry.stat(follow_symlinks=False).st_size
        elif entry.name != "__pycache__":
            found.update(installed_files(entry.path))
    return found


def is_sound(part: str) -> bool:
    """Say whether ``.venv`` holds this part whole: made from this lock by this Python, no file lost or cut short."""
    with contextlib.suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
        stamp = json.loads(STAMP.read_text("utf-8"))
        return stamp[part] == expected(part) and PYTHON.exists() and stamp["files"].items() <= installed_files().items()
    return False


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second start wait until the first is done; the system itself frees the lock of whoever was killed."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("a") as handle:
        if sys.platform == "win32":
            import msvcrt

            while True:  # LK_LOCK would give up after ten seconds, and installing may take minutes
                with contextlib.suppress(PermissionError):
                    msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                time.sleep(0.2)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
            os.set_inheritable(handle.fileno(), True)
        yield


def make_venv() -> None:
    """Make an empty ``.venv`` in place of what may stand there."""
    say("Omgeving wordt gemaakt in .venv …")
    if VENV.exists():
        shutil.rmtree(VENV)
    command = [BASE_PYTHON, "-m", "venv", "--without-pip", VENV]
    run(command, "De omgeving kan niet gemaakt worden. Kijk of er schijfruimte is en of het pakket python3-venv er is.")


def find_uv() -> str | None:
    """Give uv from the PATH or from ``.tools``, where pip puts it if it can. It installs ten times as fast as pip."""
    home = TOOLS / "uv"
    own = home / "bin" / ("uv.exe" if WINDOWS else "uv")
    for candidate in (shutil.which("uv"), str(own)):
        if candidate and works([candidate, "--version"]):
            return candidate
    shutil.rmtree(home, ignore_errors=True)
    pip = [BASE_PYTHON, "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"]
    return str(own) if works([*pip, "--target", home, "-r", UV_LOCK]) and works([own, "--version"]) else None


def install(part: str) -> None:
    """Install a lock file into ``.venv``; every package must bear a hash that the lock names."""
    say(f"Pakketten worden geïnstalleerd volgens {LOCKS[part].name} …")
    chosen = ["--require-hashes", "--only-binary", ":all:", "-r", LOCKS[part]]
    if (uv := find_uv()) and works([uv, "pip", "install", "--compile-bytecode", "--python", PYTHON, *chosen]):
        return
    say("Dit gaat met pip en duurt ongeveer een minuut …")
    pip = [BASE_PYTHON, "-m", "pip", "--python", PYTHON]
    if not works([*pip, "--version"]) and works([PYTHON, "-m", "ensurepip"]):
        pip = [PYTHON, "-m", "pip"]
    trouble = "De pakketten zijn niet opgehaald. Kijk of pip hier werkt (python3-pip, netwerk, proxy); start opnieuw."
    run([*pip, "install", "--no-input", *chosen], trouble)


def provide_environment(parts: list[str]) -> None:
    """See to it that ``.venv`` holds these parts; cheap when it already does."""
    if all(is_sound(part) for part in parts):
        return
    with one_at_a_time():
        wanted = [part for part in parts if not is_sound(part)]
        if "program" in wanted:
            make_venv()
            wanted = parts
        STAMP.unlink(missing_ok=True)
        for part in wanted:
            install(part)
        stamp = {**{part: expected(part) for part in parts}, "files": installed_files()}
        STAMP.with_suffix(".new").write_text(json.dumps(stamp), "utf-8")
        STAMP.with_suffix(".new").replace(STAMP)
    say("De omgeving is klaar.")


def missing(libraries: Mapping[str, str]) -> list[str]:
    """Name the libraries that the loader does not find and that were not unpacked earlier either."""
    absent = []
    for name in libraries:
        try:
            (LIBRARIES / name).exists() or ctypes.CDLL(name)
        except OSError:
            absent.append(name)
    return absent


def apt_install(packages: list[str]) -> None:
    """Install Debian packages as root; the package lists are fetched only when it does not work without."""
    command = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends", *packages]
    if not works(command):
        works(["apt-get", "update"])
        run(command, "De systeembibliotheken zijn niet opgehaald. Kijk of apt-get hier werkt en start opnieuw.")


def apt_unpack(packages: list[str]) -> None:
    """Unpack Debian packages into ``.tools/lib`` without root. Since 2024 some names end in t64."""
    work = TOOLS / "apt"
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("state/lists/partial", "cache/archives/partial", "root"):
        (work / folder).mkdir(parents=True)
    apt = ["apt-get", "-o", f"Dir::State={work / 'state'}", "-o", f"Dir::Cache={work / 'cache'}"]
    run([*apt, "update"], "De pakketlijst van dit systeem is niet opgehaald. Kijk of apt-get update werkt.")
    with contextlib.chdir(work):
        for package in packages:
            works([*apt, "download", package]) or works([*apt, "download", package + "t64"])
    for archive in work.glob("*.deb"):
        run(["dpkg-deb", "-x", archive, work / "root"], "Een systeempakket kan niet uitgepakt worden.")
    LIBRARIES.mkdir(exist_ok=True)
    for library in (work / "root").rglob("*.so.*"):
        library.replace(LIBRARIES / library.name)
    shutil.rmtree(work, ignore_errors=True)


def provide_libraries(libraries: Mapping[str, str]) -> None:
    """Get the system libraries that Qt misses: installed as root, otherwise unpacked beside ``.venv``."""
    if not (absent := missing(libraries)):
        return
    if not shutil.which("apt-get"):
        raise SetupError(f"Installeer met het pakketbeheer van dit systeem en start opnieuw: {', '.join(absent)}")
    packages = sorted({libraries[name] for name in absent})
    say(f"Systeembibliotheken voor vensters worden opgehaald: {', '.join(packages)} …")
    with one_at_a_time():
        apt_install(packages) if os.geteuid() == 0 else apt_unpack([*packages, *COMPANIONS.split()])
    trouble = f"Installeer als beheerder en start opnieuw: apt-get install {' '.join(packages)}"
    run([PYTHON, "-c", "import PySide6.QtWidgets"], trouble, LD_LIBRARY_PATH=str(LIBRARIES))


def wants_window(arguments: list[str]) -> bool:
    """Say whether the command opens a window: no command at all does, whatever store or policy, and the example."""
    options, pairs = ("--kluis", "--beleid"), zip(["", *arguments], arguments, strict=False)
    words = (word for before, word in pairs if before not in options and not word.startswith(options))
    return next(words, "voorbeeld") == "voorbeeld" and not {"-h", "--help", "--versie"} & set(arguments)


def has_screen(environment: Mapping[str, str]) -> bool:
    """Say whether a window can be shown; only Linux machines come without a screen."""
    return not LINUX or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def needed_libraries(arguments: list[str], environment: Mapping[str, str]) -> dict[str, str]:
    """Choose the system libraries that this command needs here, each with the package that brings it."""
    under_x = wants_window(arguments) and environment.get("DISPLAY") and not environment.get("QT_QPA_PLATFORM")
    words = (QT_LIBRARIES + (X_LIBRARIES if under_x else "")).split() if LINUX else []
    return dict(zip(words[::2], words[1::2], strict=True))


def hand_over(arguments: list[str]) -> int:
    """Become the program (or, on Windows, wait for it) and pass its exit code on."""
    command = [str(PYTHON), str(ROOT / "main.py"), *arguments]
    if arguments[:1] == ["test"]:
        command = [str(PYTHON), "-m", "tests", *arguments[1:]]
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.chdir(ROOT)
    if LIBRARIES.is_dir():
        os.environ["LD_LIBRARY_PATH"] = ":".join(filter(None, [str(LIBRARIES), os.environ.get("LD_LIBRARY_PATH")]))
    if not WINDOWS:
        os.execv(command[0], command)
    return subprocess.call(command)


def main(arguments: list[str]) -> int:
    """Prepare what is missing and start; give the exit code."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise SetupError("Toetssteen vraagt Python 3.11, 3.12 of 3.13. Start met python3.13 run.py of py -3.13 run.py.")
    if wants_window(arguments) and not has_screen(os.environ):
        say("Er is geen scherm. python3 run.py werkt dan met beoordeel, termijnen, overgang, advies, controle of test.")
        return 2
    provide_environment(["program", "tests"] if arguments[:1] == ["test"] else ["program"])
    provide_libraries(needed_libraries(arguments, os.environ))
    return hand_over(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        sys.exit(str(problem))
    except OSError as problem:
        sys.exit(f"Sluit Toetssteen overal, kijk of u in deze map mag schrijven, en start opnieuw. ({problem})")
    except KeyboardInterrupt:
        sys.exit("Afgebroken. Start opnieuw om verder te gaan.")
