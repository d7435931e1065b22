"""The fence around the warm parent: bubblewrap, with a view of nothing but Python, its libraries and our package."""

from __future__ import annotations

import functools
import os
import platform
import shutil
import site
import subprocess
import sys
from pathlib import Path

import aimak
from aimak.execution import calls
from aimak.execution.isolate import FENCED, SCRATCH
from aimak.i18n import translate as _

#: What bubblewrap must let the parent keep, so that it can fence each child in turn. Children give all of it up.
_CAPABILITIES = ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_KILL", "CAP_SYS_PTRACE", "CAP_DAC_READ_SEARCH")
#: The parent's whole environment; the trainer's own never reaches it.
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": str(SCRATCH),
    "USER": "trainee",  # there is no list of users to look the name up in
    "TMPDIR": str(SCRATCH),
    "LANG": "C.UTF-8",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "MPLCONFIGDIR": f"{SCRATCH}/matplotlib",
    "IPYTHONDIR": f"{SCRATCH}/.ipython",
    "OPENBLAS_NUM_THREADS": "1",  # a pool of threads does not survive a fork
    "OMP_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "CLICOLOR": "1",
    "FORCE_COLOR": "1",
    "PAGER": "cat",
    "GIT_PAGER": "cat",
    "TERM": "xterm-color",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}


def can_fork() -> bool:
    """True where a warm parent can run: on Linux."""
    return platform.system() == "Linux"


def obstacle() -> str:
    """Why no fence can be had here, in words and with what to do; empty if one can."""
    if not can_fork():
        return _(
            "{system} has no fence for trainees' code. Grade in WSL 2 or in a Linux container, or give {option} if you "
            "trust every file."
        ).format(system=platform.system(), option="--unfenced")
    if not calls.supported():
        return _("The fence does not know the processor {machine}. Grade on x86_64 or aarch64.").format(
            machine=platform.machine()
        )
    if shutil.which("bwrap") is None:
        return _("bubblewrap is missing. Install it: {command}").format(command="sudo apt install bubblewrap")
    refused = refusal()
    if refused is None:
        return ""
    return _(
        "This system does not allow bubblewrap to fence code in ({reason}). Allow user namespaces, or grade in WSL 2 "
        "or in a container that has them."
    ).format(reason=refused or _("no reason given"))


@functools.cache
def refusal() -> str | None:
    """What the system said when bubblewrap was tried, once a process; None if it let it."""
    test = [*_bubblewrap(), *_view(), "--", sys.executable, "-c", "import aimak"]
    done = subprocess.run(test, capture_output=True, text=True, timeout=60, check=False, env={})
    return (done.stderr.strip().splitlines() or [""])[-1] if done.returncode else None


def command(arguments: list[str], variables: dict[str, str]) -> list[str]:
    """The command line that runs ``arguments`` inside the fence with nothing but ``variables`` in its environment."""
    given = [part for name, value in {**variables, FENCED: "1"}.items() for part in ("--setenv", name, value)]
    return [*_bubblewrap(), *_view(), "--clearenv", *given, "--", *arguments]


def _bubblewrap() -> list[str]:
    parts = ["bwrap", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    if os.geteuid() != 0:
        parts.append("--unshare-user")
    for capability in _CAPABILITIES:
        parts += ["--cap-add", capability]
    return [*parts, "--hostname", "aimak"]


def _view() -> list[str]:
    """Read-only Python and libraries; empty folders for the rest."""
    parts: list[str] = []
    for name in ("usr", "bin", "lib", "lib64", "lib32", "sbin"):
        path = Path("/", name)
        if path.is_symlink():
            parts += ["--symlink", str(path.readlink()), str(path)]
        elif path.is_dir():
            parts += ["--ro-bind", str(path), str(path)]
    for name in ("ld.so.cache", "fonts", "localtime", "alternatives"):
        parts += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    folders = _python_folders()
    # bubblewrap makes folders above a bind that only root may enter; children are not root.
    for above in sorted({parent for path in folders for parent in path.parents} - {Path("/")}):
        parts += ["--perms", "0755", "--dir", str(above)]
    for path in folders:
        parts += ["--ro-bind", str(path), str(path)]
    return [*parts, "--tmpfs", str(SCRATCH), "--dir", "/tmp", "--dev", "/dev", "--proc", "/proc",
            "--chdir", str(SCRATCH), "--remount-ro", "/"]  # fmt: skip


def _python_folders() -> list[Path]:
    """The interpreter, its libraries, our package and its data; never the project that they may lie in."""
    package = Path(aimak.__file__).resolve().parent
    found = [Path(sys.base_prefix), Path(sys.prefix), Path(sys.executable).resolve().parent.parent, package]
    found += [Path(folder) for folder in site.getsitepackages()]
    from aimak.data import package_path

    found.append(package_path())
    real = {path for path in (one.resolve() for one in found) if path.is_dir()}
    real |= {path for path in found if path.is_dir()}
    outer = sorted(real, key=lambda path: len(path.parts))
    kept: list[Path] = []
    for path in outer:
        if Path("/usr") in [path, *path.parents] or any(one in path.parents for one in kept):
            continue
        kept.append(path)
    return kept
