// Runs a Python file in Pyodide under Node, as a browser would: no network, only folders that are mounted.
// usage: node run.mjs FILE.py name=folder ...   (each folder is mounted at /name)
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { loadPyodide } = await import(join(root, "node_modules", "pyodide", "pyodide.mjs"));
const python = await loadPyodide({ indexURL: join(root, "node_modules", "pyodide") + "/" });
for (const mount of process.argv.slice(3)) {
  const [name, folder] = mount.split("=");
  python.FS.mkdir(`/${name}`);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, `/${name}`);
}
try {
  process.exit(await python.runPythonAsync(readFileSync(process.argv[2], "utf8")));
} catch (error) {
  console.error(error.message);
  process.exit(70);
}
