// Compiles the Python files below a folder for the browser's Python: FILE.py becomes FILE.pyc.
// usage: node compile.mjs PYODIDE-FOLDER FOLDER
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: pyodide + "/" });
python.FS.mkdir("/work");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/work");
await python.runPythonAsync(`
import os, py_compile, sys
from pathlib import Path

# The name that a traceback shows is the one below the package, and no time goes in: the same source, the same bytes.
for path in sorted(Path("/work").rglob("*.py")):
    package, *rest = path.parts[2:]
    name = "/".join(rest)
    # Everything goes without docstrings and asserts, as \`python -OO\` has it: much less to fetch. Pyodide's own parts
    # show theirs to whoever asks, and stay as they are.
    level = 0 if "pyodide" in package or "pyodide" in rest[0] else 2
    try:
        py_compile.compile(str(path), str(path) + "c", dfile=name, doraise=True, optimize=level,
                           invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    except py_compile.PyCompileError as error:
        print(error.msg, file=sys.stderr)
        continue
    path.unlink()
`);
process.exit(0);
