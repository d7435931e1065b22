"""What a notebook behind the fence cannot do; and, where one defence alone stands for it, that without it, it could."""

from __future__ import annotations

import os
import re
import socket
import time
from pathlib import Path

import nbformat
import pytest

from aimak.execution import Limits, NoFenceError, Run, WarmParent, execute, fence
from aimak.execution.limits import MIB
from aimak.i18n import speaking
from tests.conftest import ROOT

pytestmark = pytest.mark.fence


def run(*sources: str, language: str = "en", **limits: object) -> Run:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    return execute(notebook, Limits(**limits), language=language)  # type: ignore[arg-type]


def said(done: Run, cell: int = 0) -> str:
    outputs = done.notebook.cells[cell].outputs
    return "\n".join(str(o.get("text") or o.get("data", {}).get("text/plain") or o.get("evalue")) for o in outputs)


def test_no_project_no_home_no_password_file_and_no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(
        f"import os\n[os.path.exists(p) for p in ({str(ROOT / 'exercises')!r}, {str(ROOT / 'README.md')!r}, "
        f"'/etc/passwd', '/root/.bashrc', '/home', {str(ROOT / '.git')!r})]",
        "sorted(k for k in os.environ if 'AIMAK' in k and k not in ('AIMAK_FENCED', 'AIMAK_LANG')), os.environ['HOME']",
        "os.path.exists('/proc/self'), os.path.exists('/proc/1')",
    )
    assert said(done) == "[False, False, False, False, False, False]"
    assert said(done, 1) == "([], '/scratch')"
    assert said(done, 2) == "(False, False)"


def test_the_environment_of_the_trainer_does_not_reach_the_notebook() -> None:
    done = run(f"import os\nsum(value in os.environ.values() for value in {[os.environ['PATH']]!r})")
    assert said(done) == "0"


def test_whoever_asks_for_the_user_s_name_gets_one() -> None:
    assert said(run("import getpass\ngetpass.getuser()")) == "'trainee'"


def test_nothing_can_be_written_but_the_scratch_folder() -> None:
    done = run(
        "import aimak, sys, os\nbad = []\n"
        "for p in (aimak.__file__, sys.executable, '/x', '/usr/x', '/dev/x', '/etc/x'):\n"
        "    try:\n        open(p, 'a').close(); bad.append(p)\n    except OSError:\n        pass\nbad",
        "import tempfile\nopen('kept', 'w').write('1'); open(f'{tempfile.gettempdir()}/also', 'w').write('1')\n"
        "sorted(os.listdir('.'))",
    )
    assert said(done) == "[]"
    assert said(done, 1) == "['also', 'kept']"


def test_the_scratch_folder_is_new_for_each_notebook() -> None:
    run("open('kept', 'w').write('secret')")
    assert said(run("import os; os.listdir('.'), os.listdir('/dev/shm')")) == "([], [])"


def test_no_network_not_even_to_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = run(f"import socket\nsocket.create_connection(('127.0.0.1', {port}), 2)")
    assert "unreachable" in said(done) or "refused" in said(done)


def test_raw_sockets_are_refused() -> None:
    assert "not permitted" in said(run("import socket\nsocket.socket(socket.AF_INET, socket.SOCK_RAW, 1)"))


def test_neither_parent_nor_siblings_can_be_signalled() -> None:
    # -1 is everybody whom the sender may signal, but for itself.
    done = run("import os\nos.kill(-1, 9)", "os.getpid()")
    assert "No such process" in said(done)
    assert said(done, 1) == "1"
    assert said(run("'the parent still forks'")) == "'the parent still forks'"


def test_the_scratch_folder_has_a_size_and_without_it_has_none() -> None:
    fill = "with open('big', 'wb') as out:\n    for i in range(40): out.write(bytes(1 << 20))\n'filled'"
    assert "filled" not in said(run(fill, scratch=16 * MIB))
    assert said(run(fill, scratch=16 * MIB, without=("scratch",))) == "'filled'"


def test_the_number_of_files_is_limited_and_without_it_is_not() -> None:
    many = "for i in range(300): open(f'f{i}', 'w').close()\n'made'"
    assert "made" not in said(run(many, files=128))
    assert said(run(many, files=128, without=("files",))) == "'made'"


def test_memory_is_limited_and_without_it_is_not() -> None:
    take = "len(bytearray(600 * 1024 * 1024))"
    assert "MemoryError" in str(run(take, memory=300 * MIB).notebook.cells[0].outputs)
    assert said(run(take, memory=300 * MIB, without=("memory",))) == str(600 * MIB)


def test_memory_of_many_processes_counts_together() -> None:
    done = run(
        "import os, time\nfor i in range(6):\n    if os.fork() == 0:\n"
        "        b = bytearray(os.urandom(1 << 20)) * 100\n        time.sleep(20); os._exit(0)\ntime.sleep(20)",
        memory=300 * MIB,
        wall=15.0,
    )
    assert "more memory than 300 MB" in done.problem


def test_a_fork_bomb_comes_to_an_end_and_without_the_limit_goes_further() -> None:
    forks = (
        "import os, time\nn = 0\ntry:\n    while n < 90:\n        if os.fork() == 0: time.sleep(30); os._exit(0)\n"
        "        n += 1\nexcept OSError: pass\nn"
    )
    assert int(said(run(forks, processes=24))) < 24
    assert int(said(run(forks, processes=24, without=("processes", "memory")))) == 90


def test_an_endless_loop_is_interrupted_and_the_next_cell_runs() -> None:
    done = run("while True: pass", "'next'", cell=1.0)
    assert "KeyboardInterrupt" in str(done.notebook.cells[0].outputs)
    assert said(done, 1) == "'next'"


def test_a_loop_that_swallows_interrupts_ends_with_the_time_of_the_notebook() -> None:
    loop = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    started = time.monotonic()
    done = run(loop, "'next'", wall=3.0)
    assert "longer than 3 seconds" in done.problem
    assert time.monotonic() - started < 10


def test_processor_time_is_limited() -> None:
    loop = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    assert "processor time" in run(loop, cpu=2, wall=20.0).problem


def test_a_flood_of_output_ends_the_notebook_and_without_the_limit_does_not() -> None:
    flood = "for i in range(60): print('x' * 100_000)"
    assert "printed more than 2 MB" in run(flood, output=2 * MIB).problem
    assert run(flood, output=2 * MIB, without=("output",)).problem == ""


FOR_EACH = "import os\nfor fd in range(3, 64):\n    try: {}\n    except OSError: pass"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("import os\nos._exit(0)", "ended its own interpreter .exit code 0"),
        ("import ctypes\nctypes.string_at(0)", "crashed .signal 11"),
        (FOR_EACH.format("os.write(fd, b'{\"score\": 100}' * 9)"), "wrote to the channel"),
        # Which of these it is depends on which of its threads notices first; each is named, and that is what counts.
        (FOR_EACH.format("os.close(fd)"), "closed the channel|crashed|ended its own interpreter"),
    ],
)
def test_a_kernel_that_ends_itself_or_touches_its_channel_is_named_and_the_next_runs(source: str, why: str) -> None:
    assert re.search(why, run(source, "1", wall=10.0).problem)
    assert said(run("'fine'")) == "'fine'"


def test_what_a_notebook_started_ends_with_it() -> None:
    mark = f"aimak-daemon-{os.getpid()}"
    run(f"import subprocess\nsubprocess.Popen(['sh', '-c', 'sleep 300; : {mark}'], start_new_session=True)")
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and _running(mark):
        time.sleep(0.05)
    assert not _running(mark)


def _running(mark: str) -> bool:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark.encode() in path.read_bytes() and int(path.parent.name) != os.getpid():
                return True
        except OSError:
            continue
    return False


@pytest.mark.parametrize(
    "call",
    [
        "unshare(0x10000000)",
        "unshare(0x00020000)",
        "syscall(319, b'x', 0)",
        "ptrace(0, 0, 0, 0)",
        "shmget(0, 1 << 20, 0o1666)",
    ],
)
def test_calls_that_get_around_limits_are_refused(call: str) -> None:
    assert said(run(f"import ctypes\nl = ctypes.CDLL(None, use_errno=True)\nl.{call}, ctypes.get_errno()")) == "(-1, 1)"


def test_a_new_user_namespace_can_be_had_without_the_filter() -> None:
    # A process with threads may not ask for one, so a forked one asks.
    call = (
        "import ctypes, os\npid = os.fork()\nif pid == 0: os._exit(ctypes.CDLL(None).unshare(0x10000000) & 7)\n"
        "os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])"
    )
    assert said(run(call, without=("calls",))) == "0"
    assert said(run(call)) == "7"


def test_an_unknown_defence_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such defence: moat"):
        Limits(without=("moat",))


def test_other_systems_are_told_where_to_grade(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Windows")
    assert "WSL 2" in fence.obstacle()


def test_without_a_fence_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "obstacle", lambda: "bubblewrap is missing. Install it: sudo apt install bubblewrap")
    with pytest.raises(NoFenceError, match="sudo apt install bubblewrap"):
        WarmParent(fenced=True)


def test_a_fence_that_cannot_be_put_up_is_an_error_and_no_mark() -> None:
    with pytest.raises(NoFenceError, match="Nothing was run"):
        run("'never'", scratch=-1)  # no folder can have this size
    assert said(run("'fine'")) == "'fine'"


def test_the_reason_for_no_fence_is_told_in_the_language_of_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "refusal", lambda: "no user namespaces")
    said = []
    for code in ("en", "qps"):
        with speaking(code):
            said.append(fence.obstacle())
    assert said[0].startswith("This system does not allow bubblewrap")
    assert said[1].startswith("⟦") and "(no user namespaces)" in said[1]


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_a_notebook_speaks_the_language_it_is_given_and_not_the_command_s(language: str) -> None:
    with speaking("qps"):
        done = run("from aimak.i18n import language\nlanguage()", language=language)
        assert said(done) == f"'{language}'"


def test_why_a_run_ended_is_told_to_each_reader_in_their_language() -> None:
    done = run("import os\nos._exit(3)")
    assert (done.reason.code, done.reason.value) == ("exited", 3)
    assert done.problem == "the notebook ended its own interpreter (exit code 3)"
    with speaking("qps"):
        assert done.reason.words().startswith("⟦")
