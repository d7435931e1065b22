"""What a child does to itself before any notebook code runs: namespaces, mounts, limits, an unprivileged user.

It runs in a process that was just forked and in which nothing else happens, so each call is plain and its order
matters: namespaces first, mounts while there is still the right to mount, then limits, then every right is given up.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aimak.execution import calls
from aimak.execution.limits import MIB, Limits

#: Where a notebook may write. It is empty at the start and gone at the end.
SCRATCH = Path("/scratch")
#: Set by :mod:`.fence` when the parent runs inside bubblewrap.
FENCED = "AIMAK_FENCED"
#: User ids for children of a parent that is root: one a slot, so that the limit on processes counts each alone.
FIRST_USER, SLOTS = 60_000, 4_000

_CLONE_NEWNS, _CLONE_NEWUTS, _CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
_CLONE_NEWUSER, _CLONE_NEWPID, _CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
_MS_RDONLY, _MS_NOSUID, _MS_NODEV = 1, 2, 4
_MS_BIND, _MS_REC, _MS_PRIVATE = 4096, 16384, 1 << 18
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 1, 38, 47, 4

_libc = ctypes.CDLL(None, use_errno=True)


def _check(result: int, what: str) -> None:
    if result != 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")


def _prctl(option: int, value: int) -> None:
    _check(_libc.prctl(option, int(value), 0, 0, 0), "prctl")


def _unshare(flags: int) -> None:
    _check(_libc.unshare(flags), "unshare")


def _mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    said = _libc.mount(source.encode(), target.encode(), kind.encode() if kind else None, flags, options.encode())
    _check(said, f"mount {target}")


def fenced() -> bool:
    """True inside the fence."""
    return os.environ.get(FENCED) == "1"


@contextmanager
def process_namespace(limits: Limits) -> Iterator[None]:
    """While it lasts, a fork starts a process namespace of its own; afterwards forks are plain again."""
    # Not root: the child makes it together with its user namespace, see `_enter_process_namespace`.
    if not fenced() or not limits.has("namespace") or os.geteuid() != 0:
        yield
        return
    home = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        _unshare(_CLONE_NEWPID)
        parent = os.getpid()
        try:
            yield
        finally:
            if os.getpid() == parent:
                _check(_libc.setns(home, _CLONE_NEWPID), "setns")
    finally:
        os.close(home)


def put_up(limits: Limits, slot: int) -> None:
    """Put the fence up around this process; without one only the limits.

    :param slot: a small number that no child running now shares.
    :raises OSError: if a part cannot be had; the notebook must then not run.
    """
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    user = FIRST_USER + slot
    if fenced():
        _namespaces(limits)
        _mounts(limits, user)
    # Also for a process that was forked just now.
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    _limits(limits)
    if not fenced():
        return
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    else:
        _drop_rights()
    # Changing the user clears the signal that follows the parent's death.
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    if limits.has("calls"):
        calls.forbid()


def _namespaces(limits: Limits) -> None:
    flags = _CLONE_NEWNS | _CLONE_NEWIPC | _CLONE_NEWUTS
    if limits.has("network"):
        flags |= _CLONE_NEWNET
    if os.geteuid() == 0:
        _unshare(flags)
        return
    # Not root: a user namespace of its own gives the right to mount, and counts processes for this child alone.
    user, group = os.geteuid(), os.getegid()
    _unshare(flags | _CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    if limits.has("namespace"):
        _enter_process_namespace()


def _enter_process_namespace() -> None:
    """Go on as the first process of a new namespace; the process that called waits, and ends in the same way.

    The parent may not come back from a namespace whose owner is bubblewrap's outer user namespace, so here, unlike for
    root, it costs one fork more.
    """
    _unshare(_CLONE_NEWPID)
    pid = os.fork()
    if pid == 0:
        return
    os.closerange(3, 4096)
    signal.signal(signal.SIGINT, lambda _number, _frame: os.kill(pid, signal.SIGINT))
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if code < 0:
        signal.signal(-code, signal.SIG_DFL) if -code not in (signal.SIGKILL, signal.SIGSTOP) else None
        os.kill(os.getpid(), -code)
    os._exit(code)


def _mounts(limits: Limits, user: int) -> None:
    _mount("none", "/", None, _MS_REC | _MS_PRIVATE)
    own = f"uid={user},gid={user}," if os.geteuid() == 0 else ""
    size = f"size={limits.scratch}," if limits.has("scratch") else ""
    inodes = f"nr_inodes={limits.files}," if limits.has("files") else ""
    _mount("scratch", str(SCRATCH), "tmpfs", _MS_NOSUID | _MS_NODEV, f"{own}{size}{inodes}mode=0700")
    if not any(Path("/tmp").iterdir()):  # the kit itself may lie below it, and must stay in view
        _mount(str(SCRATCH), "/tmp", None, _MS_BIND)
    _mount("shm", "/dev/shm", "tmpfs", _MS_NOSUID | _MS_NODEV, f"{own}size={8 * MIB},nr_inodes=64,mode=0700")
    if limits.has("namespace"):
        # Nothing in a notebook needs it, and everything about others stands there.
        _mount("proc", "/proc", "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_RDONLY, "size=4k,nr_inodes=2,mode=0555")
    os.chdir(SCRATCH)


def _limits(limits: Limits) -> None:
    def limit(kind: int, value: int) -> None:
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))

    limit(resource.RLIMIT_CORE, 0)
    if limits.has("cpu"):
        limit(resource.RLIMIT_CPU, limits.cpu)
    if limits.has("memory"):
        limit(resource.RLIMIT_AS, _virtual[0] * resource.getpagesize() + limits.memory)
    if limits.has("processes") and fenced():  # outside, everything that the trainer runs would count
        limit(resource.RLIMIT_NPROC, limits.processes)
    if limits.has("files"):
        limit(resource.RLIMIT_NOFILE, limits.files)
    if limits.has("scratch"):
        limit(resource.RLIMIT_FSIZE, limits.scratch)


#: Pages of the parent's address space; a child cannot look it up once /proc is covered.
_virtual = [0]


def remember_size() -> None:
    """In the parent, before any fork: note the size of the address space that children start with."""
    _virtual[0] = int(Path("/proc/self/statm").read_text().split()[0])


def _drop_rights() -> None:
    """Give up every capability (not root: they are those of our own user namespace)."""
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    none = (ctypes.c_uint32 * 6)()
    _prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    _check(_libc.capset(ctypes.byref(head), ctypes.byref(none)), "capset")
