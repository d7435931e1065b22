"""The arithmetic and the forms run under Python 3.14 in Pyodide, where a trainee's browser will run them."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).parent
SITE = Path(sysconfig.get_paths()["purelib"])
#: Pure Python parts, as a browser's kernel has them or the tests need them.
KERNEL = (
    "ipywidgets", "traitlets", "comm", "IPython", "decorator.py", "asttokens", "executing", "pure_eval", "stack_data",
    "matplotlib_inline", "prompt_toolkit", "wcwidth", "pygments", "ipython_pygments_lexers.py", "jedi", "parso",
    "widgetsnbextension", "jupyterlab_widgets", "typing_extensions.py", "pexpect", "ptyprocess",
)  # fmt: skip
TESTS = ("py.py", "pytest", "_pytest", "pluggy", "iniconfig", "packaging", "pygments")


@pytest.mark.slow
@pytest.mark.parametrize(("script", "parts"), [("arithmetic.py", TESTS), ("forms.py", KERNEL)])
def test_it_runs_where_a_browser_will_run_it(script: str, parts: tuple[str, ...], tmp_path: Path) -> None:
    for name in parts:
        source = SITE / name
        if source.is_dir():
            ignore = shutil.ignore_patterns("__pycache__", "*.so")
            shutil.copytree(source, tmp_path / name, ignore=ignore)
        elif source.is_file():
            shutil.copyfile(source, tmp_path / name)
    command = ["node", str(HERE / "run.mjs"), str(HERE / script), f"kit={ROOT}", f"site={tmp_path}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "passed" in done.stdout or "a form was filled" in done.stdout
