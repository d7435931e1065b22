"""What the browser's kernel is made of: which installed packages, and what of them stays behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Files of the npm package `pyodide` that a browser loads.
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
#: Never packed: tests, type stubs, caches and what belongs to an installation on a disk.
NEVER = (
    "*/tests/*",
    "*/test/*",
    "*.pyi",
    "*/py.typed",
    "*/__pycache__/*",
    "*.dist-info/RECORD",
    "*.dist-info/INSTALLER",
    "*.dist-info/REQUESTED",
    "*.dist-info/direct_url.json",
    "../*",
)


@dataclass(frozen=True)
class Part:
    """An installed distribution that is packed for the browser.

    :param name: as the package index spells it.
    :param leave_out: patterns of files that a trainee's notebook never imports.
    :param keep: patterns that win over ``leave_out``.
    """

    name: str
    leave_out: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


#: IPython loads its terminal, and that prompt_toolkit, only when somebody starts it; a kernel never does. Pygments
#: colours tracebacks, which are Python.
PARTS = (
    Part("asttokens"),
    Part("comm"),
    Part("executing"),
    Part(
        "ipython",
        (
            "IPython/terminal/*",
            "IPython/sphinxext/*",
            "IPython/testing/plugin/*",
            "IPython/extensions/*",
            "IPython/lib/lexers.py",
            "IPython/lib/demo.py",
            "IPython/lib/backgroundjobs.py",
            "IPython/external/qt*",
        ),
        (
            "IPython/extensions/__init__.py",
            "IPython/extensions/storemagic.py",
            "IPython/terminal/__init__.py",
            "IPython/terminal/pt_inputhooks/__init__.py",
        ),
    ),
    Part("ipywidgets"),
    Part("matplotlib-inline"),
    Part("pure_eval"),
    Part(
        "Pygments",
        ("pygments/lexers/*", "pygments/styles/*"),
        (
            "pygments/lexers/__init__.py",
            "pygments/lexers/_mapping.py",
            "pygments/lexers/python.py",
            "pygments/lexers/special.py",
            "pygments/styles/__init__.py",
            "pygments/styles/_mapping.py",
            "pygments/styles/default.py",
            "pygments/styles/monokai.py",
        ),
    ),
    Part("stack-data"),
    Part("traitlets"),
)
#: Wheels that the kernel's Jupyter extension brings along.
BROUGHT = ("pyodide_kernel", "ipykernel", "widgetsnbextension")
#: Our own rooms that a notebook imports, and what of them only trainers and authors run.
OWN_ROOMS = ("errors.py", "files.py", "__init__.py", "i18n", "municipal", "data", "lesson")
OWN_LEAVE_OUT = (
    "data/generate*", "data/check.py", "data/rules*", "data/problems.py", "data/story_*", "data/planning_kinds.py",
    "i18n/locale/*",
)  # fmt: skip
#: Modules of Python's own library that nothing in a browser's notebook can use.
STDLIB_LEAVE_OUT = (
    "_pydatetime.py", "_pydecimal.py", "_pyio.py",  # stand in for compiled modules that are there
    "_pyrepl/*", "asyncio/proactor_events.py", "asyncio/windows_*.py", "doctest.py", "ensurepip/*", "ftplib.py",
    "idlelib/*", "imaplib.py", "lib2to3/*", "mailbox.py",
    "multiprocessing/*", "nntplib.py", "pickletools.py", "poplib.py", "pydoc_data/*", "smtplib.py", "test/*",
    "tkinter/*", "turtle*", "venv/*", "wsgiref/*", "xmlrpc/*",
    # Text comes as UTF-8 or UTF-16, old files as Windows-1251 or 866; zipfile asks for 437.
    "encodings/cp[05-79]*.py", "encodings/cp1[01]*.py", "encodings/cp125[03-8].py", "encodings/cp8[5-7][0-57-9].py",
    "encodings/cp4[!3]*.py", "encodings/cp3*.py", "encodings/cp2*.py", "encodings/iso*.py", "encodings/mac_*.py",
    "encodings/euc_*.py", "encodings/gb*.py", "encodings/big5*.py", "encodings/*jis*.py", "encodings/hz.py",
    "encodings/johab.py", "encodings/hp_roman8.py", "encodings/koi8_t.py", "encodings/kz1048.py",
    "encodings/ptcp154.py", "encodings/tis_620.py", "encodings/palmos.py",
)  # fmt: skip


@dataclass(frozen=True)
class StandIn:
    """A package that the kernel's loader asks for by name, and that nothing here needs."""

    name: str
    files: Mapping[str, str] = field(default_factory=dict)


_NOTHING_TO_INSTALL = '''"""The kernel's loader asks for an installer. Here everything is there already."""

_PIPLITE_DISABLE_PYPI = True
_PIPLITE_URLS = []


async def install(requirements, *_args, **_named):
    """Say that nothing can be added."""
    raise ImportError(f"{requirements} cannot be installed here: this page works without internet.")
'''
_NO_COMMAND = '''async def get_transformed_code(_argv):
    """What `%pip` becomes: a plain sentence."""
    return "print('Nothing can be installed here: this page works without internet.')\\n"
'''
#: jedi (4.9 MB) completes names; IPython has a way of its own without it. micropip and piplite install packages.
STAND_INS = (
    StandIn("jedi"),
    StandIn("micropip"),
    StandIn(
        "piplite",
        {
            "piplite/__init__.py": "from .piplite import install\n",
            "piplite/piplite.py": _NOTHING_TO_INSTALL,
            "piplite/cli.py": _NO_COMMAND,
        },
    ),
)
