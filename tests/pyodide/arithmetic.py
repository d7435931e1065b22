# ruff: noqa: E402
"""Runs inside Pyodide: the worked examples of the arithmetic, under a browser's Python; ends in the exit code.

Property tests stay on CPython: hypothesis has a compiled core now. They are left out of collection here, not skipped.
"""

import os
import sys
import types

os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
sys.dont_write_bytecode = True
sys.path[:0] = ["/kit/src", "/kit", "/site"]


class _Anything:
    def __getattr__(self, _name: str) -> "_Anything":
        return self

    def __call__(self, *_args: object, **_named: object) -> "_Anything":
        return self

    def __or__(self, _other: object) -> "_Anything":
        return self


absent = types.ModuleType("hypothesis")
absent.strategies = _Anything()
absent.assume = _Anything()
absent.given = lambda *_strategies: lambda _function: None
sys.modules["hypothesis"] = absent

import pytest

assert sys.version_info[:2] == (3, 14), sys.version
assert sys.platform == "emscripten"
options = ["-q", "-p", "no:cacheprovider", "-W", "ignore", "--rootdir=/kit", "-c", "/dev/null", "--noconftest"]
int(pytest.main([*options, "/kit/tests/municipal"]))
