"""Serve the built site on this machine."""

from __future__ import annotations

import errno
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from aimak.errors import UserError


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  (the base class declares it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".ipynb": "application/x-ipynb+json",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
        ".svg": "image/svg+xml",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it so)
        """A trainer's screen needs no line for each file."""


def server(folder: Path, port: int, host: str = "127.0.0.1") -> ThreadingHTTPServer:
    """A server for ``folder``, bound to its port but not yet answering: call ``serve_forever``.

    :raises UserError: if there is no site, or the port cannot be had.
    """
    if not (folder / "index.html").is_file():
        raise UserError(f"There is no built site in {folder}.", "Run: aimak site build")
    try:
        return ThreadingHTTPServer((host, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            why = "is in use" if error.errno == errno.EADDRINUSE else "may not be opened by you"
            raise UserError(f"Port {port} {why}.", f"Take another: aimak site serve --port {port + 1}") from None
        raise UserError(f"Cannot serve on {host}: {error.strerror}.", "Use --host 127.0.0.1.") from None
