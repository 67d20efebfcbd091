"""Start Toetssteen or pass its tests: ``python3 run.py`` and ``python3 run.py test``.

Needs nothing but Python 3.11-3.13 and pip (or uv). It makes ``.venv`` beside this file, installs the versions that
the lock files name, sees to the system libraries that Qt needs, and hands over to ``main.py`` or to pytest. A stamp in
``.venv`` is written last: what bears no stamp was interrupted and is made again.
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
from pathlib import Path
from typing import Iterator, Mapping

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "stamp.json"
TOOLS = ROOT / ".tools"
LIBRARIES = TOOLS / "lib"
UV_LOCK = ROOT / "requirements-uv.lock"
LOCKS = {"program": ROOT / "requirements.lock", "tests": ROOT / "requirements-dev.lock"}
WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")
SUPPORTED = ((3, 11), (3, 12), (3, 13))
NO_SCREEN = (
    "Er is geen scherm gevonden; zonder scherm werken wel: python3 run.py beoordeel …, "
    "python3 run.py advies … en python3 run.py test."
)

# Which Debian package brings which library. The first list is needed always, the second for a window under X.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
}
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What those lean on; only named where apt-get cannot work that out, because it may not install.
COMPANIONS = (
    "libglx0 libglvnd0 libopengl0 libxcb1 libxau6 libxdmcp6 libbsd0 libmd0 libexpat1 libpng16-16 libbrotli1 libpcre2-8-0 "
    "libx11-xcb1 libxcb-randr0 libxcb-render0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-util1"
).split()


class SetupError(Exception):
    """Something the user must do first; the text says what, in Dutch."""


def say(line: str) -> None:
    """Tell one step. Standard output belongs to the program, so steps go to standard error."""
    print(line, file=sys.stderr, flush=True)


def venv_python() -> Path:
    """Give the interpreter inside ``.venv``."""
    return VENV / "Scripts" / "python.exe" if WINDOWS else VENV / "bin" / "python"


def expected(part: str) -> str:
    """Give the stamp that a sound ``.venv`` bears: the Python version and the lock it was made from."""
    version = f"{sys.implementation.name}-{sys.version_info[0]}.{sys.version_info[1]}"
    return version + ":" + hashlib.sha256(LOCKS[part].read_bytes()).hexdigest()


def read_stamp() -> dict:
    """Read what was installed; an absent or unreadable stamp means nothing was."""
    try:
        found = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def files_below(folder: str) -> Iterator[tuple[str, int]]:
    """Walk a folder and give each file with its size, without the bytecode that Python may rewrite at any time."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from files_below(entry.path)
        elif entry.name != STAMP.name:
            yield entry.path, entry.stat(follow_symlinks=False).st_size


def installed_files() -> dict[str, int]:
    """List what stands in ``.venv``: a path inside it and a size for each file."""
    start = len(str(VENV)) + 1
    return {path[start:].replace("\\", "/"): size for path, size in files_below(str(VENV))}


def is_sound(part: str) -> bool:
    """Say whether ``.venv`` holds this part whole: the right lock and Python, and no file lost or cut short."""
    stamp = read_stamp()
    if stamp.get(part) != expected(part) or not venv_python().exists():
        return False
    return stamp.get("files", {}).items() <= installed_files().items()


def write_stamp(parts: list[str]) -> None:
    """Note, as the very last step, what is installed now."""
    stamp = {part: expected(part) for part in parts} | {"files": installed_files()}
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(stamp), "utf-8")
    fresh.replace(STAMP)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second start wait until the first has made the environment; the system frees the lock if one is killed."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as handle:
        if WINDOWS:
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def run(command: list, trouble: str, **extra: str) -> None:
    """Run a helper program in silence; when it fails, raise ``trouble`` with the helper's last lines below it."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=os.environ | extra
        )
    except OSError as fault:
        raise SetupError(f"{trouble}\n{fault}") from fault
    if done.returncode:
        tail = done.stdout.decode("utf-8", "replace").strip().splitlines()[-8:]
        raise SetupError("\n  ".join([trouble, *tail]))


def works(command: list) -> bool:
    """Say whether a helper program is there and ends well."""
    try:
        run(command, "")
    except SetupError:
        return False
    return True


def base_python() -> str:
    """Give the interpreter outside any virtual environment, so that ``.venv`` can be remade from within itself."""
    return getattr(sys, "_base_executable", None) or sys.executable


def make_venv() -> None:
    """Make an empty ``.venv``, in place of what may stand there."""
    say("Omgeving wordt gemaakt in .venv …")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        try:
            shutil.rmtree(VENV)
        except OSError as fault:
            raise SetupError(f"Sluit Toetssteen overal en probeer het opnieuw; .venv is in gebruik: {fault}") from fault
    run(
        [base_python(), "-m", "venv", "--without-pip", VENV],
        "De omgeving kan niet gemaakt worden. Kijk of er schijfruimte is en of u in deze map mag schrijven.",
    )


def find_uv() -> str | None:
    """Give uv from the PATH or from ``.tools``; put it there when pip can. It installs ten times as fast as pip."""
    home = TOOLS / "uv"
    own = home / "bin" / ("uv.exe" if WINDOWS else "uv")
    for candidate in (shutil.which("uv"), str(own)):
        if candidate and works([candidate, "--version"]):
            return candidate
    shutil.rmtree(home, ignore_errors=True)
    pip = [base_python(), "-m", "pip", "install", "-q", "--require-hashes", "--only-binary", ":all:"]
    return str(own) if works([*pip, "--target", home, "-r", UV_LOCK]) and works([own, "--version"]) else None


def pip_command() -> list:
    """Give the pip that can install into ``.venv``: the one of the machine, or else one put in by ensurepip."""
    base = [base_python(), "-m", "pip"]
    if not works([*base, "--version"]):
        if works([venv_python(), "-m", "ensurepip"]):
            return [venv_python(), "-m", "pip"]
        apt_install(["python3-pip"])
    return [*base, "--python", venv_python()]


def install(part: str) -> None:
    """Install a lock file into ``.venv``: each file must bear the hash that the lock names."""
    say("Pakketten worden geïnstalleerd (" + LOCKS[part].name + ") …")
    chosen = ["--require-hashes", "--only-binary", ":all:", "-q", "-r", LOCKS[part]]
    settings = {"UV_PYTHON_DOWNLOADS": "never", "UV_LINK_MODE": "copy", "UV_SYSTEM_CERTS": "1"}
    uv = find_uv()
    if uv:
        try:
            run([uv, "pip", "install", "--compile-bytecode", "--python", venv_python(), *chosen], "", **settings)
        except SetupError:
            say("Met uv lukt het niet; pip probeert het (dit duurt ongeveer een minuut) …")
        else:
            return
    run(
        [*pip_command(), "install", "--disable-pip-version-check", "--no-input", *chosen],
        "De pakketten kunnen niet opgehaald worden. Kijk of pip op deze machine werkt (netwerk, proxy, pip config) "
        "en start opnieuw.",
    )


def provide_environment(parts: list[str]) -> None:
    """See to it that ``.venv`` holds these parts; cheap when it already does."""
    if all(is_sound(part) for part in parts):
        return
    with one_at_a_time():
        wanted = [part for part in parts if not is_sound(part)]
        if "program" in wanted or any(part in read_stamp() for part in wanted):
            make_venv()
            wanted = parts
        for part in wanted:
            install(part)
        if wanted:
            write_stamp(sorted({*parts, *(read_stamp().keys() - {"files"})}))
            say("De omgeving is klaar.")


def missing(libraries: dict[str, str]) -> list[str]:
    """Name the libraries that the loader does not find and that were not unpacked earlier either."""
    absent = []
    for name in libraries:
        try:
            (LIBRARIES / name).exists() or ctypes.CDLL(name)
        except OSError:
            absent.append(name)
    return absent


def apt_install(packages: list[str]) -> None:
    """Install Debian packages as root; the package lists are only fetched when it does not work without."""
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    trouble = f"Installeer eerst deze pakketten en start daarna opnieuw: {' '.join(packages)}"
    if os.geteuid() != 0:
        raise SetupError(trouble)
    if not works(command):
        works(["apt-get", "update", "-q"])
        run(command, trouble, DEBIAN_FRONTEND="noninteractive")


def apt_unpack(packages: list[str]) -> None:
    """Unpack Debian packages into ``.tools/lib`` without root; package names of after 2024 may end in t64."""
    work = TOOLS / "apt"
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("state/lists/partial", "cache/archives/partial", "deb", "root"):
        (work / folder).mkdir(parents=True)
    apt = ["apt-get", "-q", "-o", f"Dir::State={work / 'state'}", "-o", f"Dir::Cache={work / 'cache'}"]
    run([*apt, "update"], "De pakketlijst van dit systeem kan niet opgehaald worden. Kijk of apt-get update werkt.")
    os.chdir(work / "deb")
    for package in packages:
        works([*apt, "download", package]) or works([*apt, "download", package + "t64"])
    for package in (work / "deb").glob("*.deb"):
        run(["dpkg-deb", "-x", package, work / "root"], "Een systeempakket kan niet uitgepakt worden.")
    LIBRARIES.mkdir(exist_ok=True)
    for library in (work / "root").rglob("*.so.*"):
        library.replace(LIBRARIES / library.name)


def provide_libraries(libraries: dict[str, str]) -> None:
    """Get the system libraries that Qt misses: installed as root, otherwise unpacked beside ``.venv``."""
    absent = missing(libraries)
    if not absent:
        return
    packages = sorted({libraries[name] for name in absent})
    if not shutil.which("apt-get"):
        raise SetupError("Installeer met het pakketbeheer van dit systeem en start daarna opnieuw: " + ", ".join(absent))
    say("Systeembibliotheken voor de vensters worden opgehaald: " + ", ".join(packages) + " …")
    with one_at_a_time():
        if os.geteuid() == 0:
            apt_install(packages)
        else:
            apt_unpack([*packages, *COMPANIONS])
    if missing(libraries):
        raise SetupError("Installeer als beheerder en start daarna opnieuw: apt-get install " + " ".join(packages))


def wants_window(arguments: list[str]) -> bool:
    """Say whether the command opens a window: no command at all does, and so does the example."""
    return not arguments or (arguments[0] == "voorbeeld" and not {"-h", "--help"} & set(arguments))


def has_screen(environment: Mapping[str, str]) -> bool:
    """Say whether a window can be shown: only Linux machines come without a screen."""
    return not LINUX or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def needed_libraries(arguments: list[str], environment: Mapping[str, str]) -> dict[str, str]:
    """Choose the system libraries that this command needs here."""
    if not LINUX:
        return {}
    under_x = wants_window(arguments) and environment.get("DISPLAY") and not environment.get("QT_QPA_PLATFORM")
    return QT_LIBRARIES | X_LIBRARIES if under_x else QT_LIBRARIES


def child_environment(testing: bool) -> dict[str, str]:
    """Give the variables the program starts with: the unpacked libraries, and no real window in a test."""
    environment = dict(os.environ)
    if LIBRARIES.is_dir():
        earlier = environment.get("LD_LIBRARY_PATH")
        environment["LD_LIBRARY_PATH"] = os.pathsep.join([str(LIBRARIES), *([earlier] if earlier else [])])
    if testing:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def hand_over(arguments: list[str]) -> int:
    """Become the program (or, on Windows, wait for it) and pass its exit code on."""
    testing = arguments[:1] == ["test"]
    command = [str(venv_python()), *(["-m", "pytest", *arguments[1:]] if testing else [str(ROOT / "main.py"), *arguments])]
    if testing:
        os.chdir(ROOT)
    if WINDOWS:
        return subprocess.call(command, env=child_environment(testing))
    os.execve(command[0], command, child_environment(testing))


def main(arguments: list[str]) -> int:
    """Prepare what is missing and start; give the exit code."""
    if sys.version_info[:2] not in SUPPORTED:
        raise SetupError("Toetssteen werkt met Python 3.11, 3.12 of 3.13. Installeer een van die versies.")
    if wants_window(arguments) and not has_screen(os.environ):
        say(NO_SCREEN)
        return 2
    provide_environment(["program", "tests"] if arguments[:1] == ["test"] else ["program"])
    provide_libraries(needed_libraries(arguments, os.environ))
    return hand_over(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        say(str(problem))
        sys.exit(1)
    except KeyboardInterrupt:
        say("Afgebroken. Start opnieuw met: python3 run.py")
        sys.exit(130)
