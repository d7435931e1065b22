"""What JupyterLite is told: which kernel, and what of its screen a trainee needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
#: Parts of the screen that serve people who write code, or that would ask another site.
SWITCHED_OFF = (
    "@jupyterlab/application-extension:faviconbusy",
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/apputils-extension:kernel-status",
    "@jupyterlab/apputils-extension:palette",
    "@jupyterlab/cell-toolbar-extension",
    "@jupyterlab/celltags-extension",
    "@jupyterlab/console-extension",
    "@jupyterlab/csvviewer-extension",
    "@jupyterlab/debugger-extension",
    "@jupyterlab/help-extension",
    "@jupyterlab/htmlviewer-extension",
    "@jupyterlab/inspector-extension",
    "@jupyterlab/json-extension",
    "@jupyterlab/logconsole-extension",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/mermaid-extension",
    "@jupyterlab/metadataform-extension",
    "@jupyterlab/notebook-extension:language-server",
    "@jupyterlab/notebook-extension:tools",
    "@jupyterlab/notebook-extension:update-raw-mimetype",
    "@jupyterlab/pdf-extension",
    "@jupyterlab/running-extension",
    "@jupyterlab/settingeditor-extension",
    "@jupyterlab/terminal-extension",
    "@jupyterlab/tooltip-extension:consoles",
    "@jupyterlab/tooltip-extension:files",
    "@jupyterlab/vega5-extension",
    "@jupyterlab/workspaces-extension",
    "@jupyter-notebook/application-extension:opener",
    "@jupyter-notebook/application-extension:zen",
    "@jupyter-notebook/console-extension",
    "@jupyter-notebook/help-extension",
    "@jupyter-notebook/notebook-extension:checkpoints",
    "@jupyter-notebook/notebook-extension:kernel-logo",
    "@jupyter-notebook/notebook-extension:open-tree-tab",
    "@jupyter-notebook/notebook-extension:tab-icon",
    "@jupyter-notebook/tree-extension",
    "@jupyterlite/application-extension:lsp-connection-manager",
    "@jupyterlite/apputils-extension:kernel-status",
    "@jupyterlite/repl-extension",
)


def lite_json(packages: Sequence[str]) -> dict[str, Any]:
    """The text of `jupyter-lite.json`, as an object.

    :param packages: loaded when a kernel starts.
    """
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Aimak",
            "exposeAppInBrowser": True,
            # Files are kept under a name that JupyterLite makes of the site's own path: the same for every build,
            # another one for another site on the same host. So no name for the storage stands here.
            "showLoadingIndicator": True,
            "disabledExtensions": list(SWITCHED_OFF),
            "litePluginSettings": {
                _KERNEL: {
                    "pyodideUrl": "./static/pyodide/pyodide.mjs",
                    "disablePyPIFallback": True,
                    "loadPyodideOptions": {"packages": list(packages)},
                }
            },
        },
    }


def _off(*names: str, key: str = "name") -> list[dict[str, Any]]:
    return [{key: name, "disabled": True} for name in names]


def overrides() -> dict[str, Any]:
    """The text of `overrides.json`: what stays on the screen is running, saving and downloading."""
    menus = ("file", "edit", "view", "run", "kernel", "tabs", "settings", "help")
    tools = ("insert", "cut", "copy", "paste", "cellType", "interrupt", "restart", "restart-and-run", "kernelName")
    # Their labels are put in by `languages.js`, in the reader's language.
    added = [
        {"name": "run-all", "command": "notebook:run-all-cells", "label": "", "rank": 31},
        {"name": "download", "command": "docmanager:download", "label": "", "rank": 60},
    ]
    return {
        "@jupyterlab/mainmenu-extension:plugin": {"menus": _off(*(f"jp-mainmenu-{name}" for name in menus), key="id")},
        "@jupyterlab/notebook-extension:panel": {"toolbar": [*_off(*tools), *added]},
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none", "codeCellConfig": {"lineNumbers": False}},
        "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 10, "renameUntitledFileOnSave": False},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/apputils-extension:themes": {"adaptive-theme": False},
    }
