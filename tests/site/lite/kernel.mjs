// Starts the built kernel as a browser would, and prints what it did as one line of JSON.
// usage: node kernel.mjs FOLDER-OF-THE-KERNEL/
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const { loadPyodide } = await import(pathToFileURL(folder + "pyodide.mjs"));
const packages = JSON.parse(readFileSync(folder + "pyodide-lock.json")).packages;
const own = Object.keys(packages).filter((name) => !/^https?:|^large\//.test(packages[name].file_name));
const python = await loadPyodide({ indexURL: folder, packages: own, checkIntegrity: false, stdout: () => {} });
const said = await python.runPythonAsync(`
import json, sys
import piplite.cli, piplite.piplite
import pyodide_kernel

shell = pyodide_kernel.ipython_shell

def run(code):
    shell._last_traceback = None
    shell.run_cell(code)
    return shell._last_traceback

first = run("from aimak.lesson import *; from aimak.lesson.cases import case_maker; case_maker('budget')('M07')")
second = run("def f():\\n    return 1 / 0\\nf()")
shell.kernel.complete("import os\\nos.pa", 15)
shell.kernel.inspect("print", 3, 0)
json.dumps({
    "error": first and first["evalue"],
    "traceback": second["ename"].split("'")[1],
    "heavy": sorted({"pandas", "numpy", "matplotlib", "jedi", "prompt_toolkit", "micropip"} & set(sys.modules)),
    "pip": await piplite.cli.get_transformed_code(["install", "x"]),
})
`);
console.log(said);
process.exit(0);
