"""System calls that a notebook has no use for, refused by a seccomp filter.

Limits of address space, scratch folder and processes could be got around by new namespaces with mounts of their own, by
memory files and by System V shared memory, which no limit counts. Tracing and keyrings reach into other processes.
The filter is written out by hand: it is a list of numbers, and the library for it (libseccomp) is under the LGPL.
Tried on x86_64; the numbers for aarch64 are from the same tables and were not run.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

#: x86_64 and aarch64 numbers, from the kernel's tables.
_NUMBERS = {
    "x86_64": {
        "unshare": 272, "setns": 308, "mount": 165, "umount2": 166, "pivot_root": 155, "chroot": 161,
        "fsopen": 430, "fsmount": 432, "move_mount": 429, "open_tree": 428, "mount_setattr": 442,
        "memfd_create": 319, "memfd_secret": 447, "shmget": 29, "msgget": 68, "semget": 64,
        "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "kcmp": 312, "pidfd_getfd": 438,
        "add_key": 248, "request_key": 249, "keyctl": 250, "bpf": 321, "perf_event_open": 298, "userfaultfd": 323,
        "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
        "kexec_load": 246, "init_module": 175, "finit_module": 313, "swapon": 167, "reboot": 169, "acct": 163,
    },
    "aarch64": {
        "unshare": 97, "setns": 268, "mount": 40, "umount2": 39, "pivot_root": 41, "chroot": 51,
        "fsopen": 430, "fsmount": 432, "move_mount": 429, "open_tree": 428, "mount_setattr": 442,
        "memfd_create": 279, "memfd_secret": 447, "shmget": 194, "msgget": 186, "semget": 190,
        "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271, "kcmp": 272, "pidfd_getfd": 438,
        "add_key": 217, "request_key": 218, "keyctl": 219, "bpf": 280, "perf_event_open": 241, "userfaultfd": 282,
        "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
        "kexec_load": 104, "init_module": 105, "finit_module": 273, "swapon": 224, "reboot": 142, "acct": 89,
    },
}  # fmt: skip
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3 = 435
_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
#: All CLONE_NEW… flags: a new process is welcome, a new namespace is not.
_NEW_NAMESPACES = 0x7E020080

_LOAD, _EQUAL, _SET, _RETURN, _ABOVE = 0x20, 0x15, 0x45, 0x06, 0x35
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_X32 = 0x40000000


def supported() -> bool:
    """True if the filter knows this machine's processor."""
    return platform.machine() in _NUMBERS


def program(machine: str) -> bytes:
    """The filter as instructions of the kernel's packet filter machine, eight bytes each."""

    def step(code: int, yes: int, no: int, value: int) -> bytes:
        return struct.pack("=HBBI", code, yes, no, value)

    lines = [
        step(_LOAD, 0, 0, 4),
        step(_EQUAL, 1, 0, _ARCHITECTURE[machine]),
        step(_RETURN, 0, 0, _KILL),
        step(_LOAD, 0, 0, 0),
    ]
    if machine == "x86_64":  # the x32 numbers name the same calls again
        lines += [step(_ABOVE, 0, 1, _X32), step(_RETURN, 0, 0, _ERROR | errno.ENOSYS)]
    # glibc tries clone3 first and falls back to clone, whose flags can be looked at.
    lines += [step(_EQUAL, 0, 1, _CLONE3), step(_RETURN, 0, 0, _ERROR | errno.ENOSYS)]
    for number in _NUMBERS[machine].values():
        lines += [step(_EQUAL, 0, 1, number), step(_RETURN, 0, 0, _ERROR | errno.EPERM)]
    lines += [
        step(_EQUAL, 0, 3, _CLONE[machine]),
        step(_LOAD, 0, 0, 16),
        step(_SET, 0, 1, _NEW_NAMESPACES),
        step(_RETURN, 0, 0, _ERROR | errno.EPERM),
        step(_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(lines)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def forbid() -> None:
    """Put the filter on this process and all that it starts. It cannot be taken off again.

    :raises OSError: if the kernel refuses it, or the processor is not known.
    """
    if not supported():
        raise OSError(errno.ENOSYS, f"no system call filter for {platform.machine()}")
    code = program(platform.machine())
    libc = ctypes.CDLL(None, use_errno=True)
    given = _Program(len(code) // 8, code)
    if libc.prctl(22, 2, ctypes.byref(given), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the system call filter was refused")
