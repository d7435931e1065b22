"""Take from the built app what no trainee's page asks for, so that keeping it offline costs little."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

#: What the stock build writes and no page asks for.
_NOT_SERVED = (
    "doc",
    "jupyterlite.schema.v0.json",
    "manifest.webmanifest",
    "notebooks/build",
    "notebooks/package.json",
    "package.json",
    "service-worker.js",
    "overrides.json",
    "bootstrap.js",
    "icon-120x120.png",
    "icon-512x512.png",
    "extensions/@jupyterlite/pyodide-kernel-extension/static/pypi",
    "extensions/@jupyterlite/pyodide-kernel-extension/static/schema",
)
#: Fonts in forms that only browsers without WebAssembly ask for, and what people read on the disk.
_NOT_SERVED_PATTERNS = (
    "rspack.config*.js", "third-party-licenses.json", "*.eot", "*.ttf", "fa-*.svg", "fa-*.woff", "fa-brands-400.*",
)  # fmt: skip
#: npm packages that only serve diagrams, terminals, tables of data and other languages than Python and Markdown.
_NOT_USED = (
    "mermaid", "@mermaid-js/*", "elkjs", "cytoscape*", "cose-base", "layout-base", "khroma", "vega", "vega-*", "katex",
    "@xterm/*", "d3-*", "dagre-d3-es", "roughjs", "@iconify/*", "stylis", "es-toolkit", "@braintree/*", "langium",
    "chevrotain*", "@lumino/datagrid", "@codemirror/lang-[a-ik-loq-z]*", "@codemirror/lang-j[ai]*",
    "@codemirror/lang-php",
    "@lezer/cpp", "@lezer/java", "@lezer/php", "@lezer/rust", "@lezer/sass", "@lezer/xml",
    "@lezer/go", "@lezer/yaml",
)  # fmt: skip
_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


def trim(made: Path) -> int:
    """Delete what is not needed below ``made``, a stock build that still has its source maps.

    :returns: bytes saved.
    """
    before = _size(made)
    for name in _NOT_SERVED:
        path = made / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for path in _found(made, _NOT_SERVED_PATTERNS):
        path.unlink()
    for source_map in _found(made, ["*.js.map"]):
        if _serves_only_others(source_map):
            source_map.with_suffix("").unlink(missing_ok=True)
    for path in _found(made, ["*.map"]):
        path.unlink()
    return before - _size(made)


def _found(made: Path, patterns: Iterable[str]) -> list[Path]:
    return sorted({path for pattern in patterns for path in made.rglob(pattern) if path.is_file()})


def _serves_only_others(source_map: Path) -> bool:
    """Whether a chunk holds nothing but packages that are not used."""
    sources = [str(one) for one in json.loads(source_map.read_bytes())["sources"]]
    own = [one for one in sources if not _PACKAGE.search(one) and "webpack/" not in one and "rspack/" not in one]
    packages = {found[1] for one in sources if (found := _PACKAGE.search(one))}
    return bool(packages) and not own and all(any(fnmatch(one, pattern) for pattern in _NOT_USED) for one in packages)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
