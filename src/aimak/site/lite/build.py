"""Build `lite/`: JupyterLite's notebook app with our kernel and page script, and the notebooks beside it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aimak.errors import UserError
from aimak.files import write_whole
from aimak.i18n import translate as _
from aimak.project import Project
from aimak.site.lite import settings
from aimak.site.lite.kernel import write_kernel
from aimak.site.lite.trim import trim
from aimak.site.lite.words import language_pack, words_script

_HERE = Path(__file__).parent
#: The Jupyter extensions that a form needs: its kernel, and its widgets.
_KERNEL_EXTENSION = "@jupyterlite/pyodide-kernel-extension"
_EXTENSIONS = (_KERNEL_EXTENSION, "@jupyter-widgets/jupyterlab-manager")
#: Goes into the app's page. The page's own start waits for our script, and for the site's worker, through which the
#: kernel reaches the notebook's file.
_STYLE = '<link rel="stylesheet" href="../aimak/app.css">\n    '
_BEFORE = '<script id="jupyter-config-data"'
_START = re.compile(r"await import\(\s*'\.\./config-utils\.js")
_FIRST = """await Promise.all([import('../aimak/app.js'), window.aimak?.start?.('%s')]);
        """
_FALLBACK = re.compile(r"https://cdn\.jsdelivr\.net/pyodide/v[\d.]+/full/pyodide\.mjs")
#: The page's own words, and a language for screen readers; our script sets the reader's.
_PAGE = (
    ("<html>", '<html lang="en">'),
    ("<title>Jupyter Notebook - Notebooks</title>", "<title>Aimak</title>"),
    ('    <meta name="Description" content="WASM powered Jupyter running in the browser.">\n', ""),
    ('    <link rel="manifest" href="../manifest.webmanifest">\n', ""),
    ("Loading JupyterLite...", "…"),
)


@dataclass(frozen=True)
class LiteBuilt:
    """What was built: where, the names of its exercises and lessons, their languages, and the one address outside the
    site that it may ask (empty if none)."""

    folder: Path
    exercises: tuple[str, ...]
    lessons: tuple[str, ...]
    languages: tuple[str, ...]
    address: str


def build_lite(
    project: Project,
    target: Path,
    notebooks: Mapping[str, Mapping[str, Path]],
    pyodide: str = "",
) -> LiteBuilt:
    """Build the app into ``target``, which must not exist: a build into an old folder keeps stale settings.

    :param notebooks: the downloads of each language, English among them, as :func:`aimak.course.downloads.downloads`
        gives them.
    :param pyodide: where an analyst's large libraries come from: an address, a folder, or empty for the public one.
    :raises UserError: if a part is missing or the app would fetch its kernel from elsewhere.
    """
    extensions = [Path(sys.prefix) / "share" / "jupyter" / "labextensions" / name for name in _EXTENSIONS]
    for one in extensions:
        if not (one / "package.json").is_file():
            raise UserError(
                _("The Jupyter extension {name} is not installed.").format(name=one.name),
                _("Run: {command}").format(command="make setup"),
            )
    with tempfile.TemporaryDirectory(prefix="aimak-lite-") as name:
        work, made = Path(name) / "lite", Path(name) / "made"
        kernel = write_kernel(
            work / "static" / "pyodide",
            project.root / "node_modules" / "pyodide",
            extensions[0] / "static" / "pypi",
            project.build / "wheels",
            pyodide,
        )
        _write_json(work / "jupyter-lite.json", settings.lite_json(kernel.packages))
        _write_json(work / "overrides.json", settings.overrides())
        _stock_build(work, made, extensions)
        trim(made)
        _inject(made)
        _check(made)
        exercises, lessons = (_named(notebooks, lessons=wanted) for wanted in (False, True))
        for folder, kind in (("exercises", exercises), ("lessons", lessons)):
            for language, files in kind.items():
                _notebooks(made / folder / language, files, kind["en"])
        for language in sorted(set(notebooks) - {"en"}):
            write_whole(made / "aimak" / f"words-{language}.js", words_script(language))
            _write_json(made / "api" / "translations" / f"{language}.json", language_pack(language))
        shutil.copytree(made, target)
    names = [tuple(sorted(kind["en"])) for kind in (exercises, lessons)]
    return LiteBuilt(target, names[0], names[1], tuple(sorted(notebooks)), kernel.address)


def _named(notebooks: Mapping[str, Mapping[str, Path]], *, lessons: bool) -> dict[str, dict[str, Path]]:
    """The notebooks of each language by the name of their unit: the lessons, or the exercises."""
    prefix = "lesson-"
    return {
        language: {
            name.removeprefix(prefix).removesuffix(".ipynb"): path
            for name, path in files.items()
            if name.startswith(prefix) == lessons
        }
        for language, files in notebooks.items()
    }


def _write_json(path: Path, value: object) -> None:
    write_whole(path, json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def _stock_build(work: Path, made: Path, extensions: list[Path]) -> None:
    config = {
        "apps": ["notebooks"],
        "federated_extensions": [str(one) for one in extensions],
        "ignore_sys_prefix": True,
        "no_unused_shared_packages": True,
        "cache_dir": str(work.parent / "cache"),
    }
    _write_json(work / "jupyter_lite_config.json", {"LiteBuildConfig": config})
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", str(work), "--output-dir", str(made)]
    ran = subprocess.run(command, cwd=work, capture_output=True, text=True, timeout=300, check=False)
    if ran.returncode or not (made / "jupyter-lite.json").is_file():
        said = [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()] or [_("no reason given")]
        raise UserError(
            _("JupyterLite could not be built: {reason}").format(reason=said[-1].strip()),
            _("Run: {command}").format(command="make setup"),
        )


def _inject(made: Path) -> None:
    for path in sorted([*_HERE.glob("*.js"), *_HERE.glob("*.css")]):
        write_whole(made / "aimak" / path.name, path.read_bytes())
    version = json.loads((made / "jupyter-lite.json").read_text(encoding="utf-8"))["jupyter-config-data"]["appVersion"]
    page = made / "notebooks" / "index.html"
    text = page.read_text(encoding="utf-8")
    if text.count(_BEFORE) != 1 or len(_START.findall(text)) != 1 or not all(old in text for old, _new in _PAGE):
        raise UserError(
            _("JupyterLite's page has another shape than expected."),
            _("Install the version that the kit names: {command}").format(command="make setup"),
        )
    for old, new in _PAGE:
        text = text.replace(old, new)
    text = _START.sub(lambda found: _FIRST % version + found[0], text)
    write_whole(page, text.replace(_BEFORE, _STYLE + _BEFORE))


def _check(made: Path) -> None:
    """A build that lost its settings would quietly take its kernel from another site; so its fallback goes, too."""
    for script in sorted((made / "extensions" / _KERNEL_EXTENSION / "static").glob("*.js")):
        text = script.read_text(encoding="utf-8")
        lone = _FALLBACK.sub("./static/pyodide/pyodide.mjs", text)
        if lone != text:
            write_whole(script, lone)
    data = json.loads((made / "jupyter-lite.json").read_text(encoding="utf-8"))["jupyter-config-data"]
    kernel = data["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    place = made / str(kernel.get("pyodideUrl", "")).removeprefix("./")
    if not place.is_file() or not kernel.get("disablePyPIFallback"):
        raise UserError(
            _("The app would fetch its kernel from another site."),
            _("Run: {command}").format(command="aimak site build"),
        )


def _notebooks(folder: Path, notebooks: Mapping[str, Path], english: Mapping[str, Path]) -> None:
    """Write the notebooks of a language and their list.

    A notebook's ``sha256`` is that of its English file: the same work in every language. Its ``text`` is its own.
    """
    index = {}
    for name, path in sorted(notebooks.items()):
        content = path.read_bytes()
        write_whole(folder / f"{name}.ipynb", content)
        notebook = json.loads(content)
        digest = hashlib.sha256(english[name].read_bytes()).hexdigest()
        index[name] = {
            "file": f"{name}.ipynb",
            "version": str(notebook["metadata"].get("aimak", {}).get("version", digest[:12])),
            "title": _title(notebook) or name,
            "sha256": digest,
            "text": hashlib.sha256(content).hexdigest(),
        }
    _write_json(folder / "index.json", index)


def _title(notebook: Mapping[str, object]) -> str:
    cells = notebook.get("cells")
    for cell in cells if isinstance(cells, list) else []:
        text = "".join(cell["source"]) if cell["cell_type"] == "markdown" else ""
        for line in text.splitlines():
            if line.startswith("# "):
                return line.removeprefix("# ").strip()
    return ""
