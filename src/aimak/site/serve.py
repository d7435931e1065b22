"""Serve the built site on this machine."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from aimak.errors import UserError
from aimak.i18n import translate as _


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  (the base class declares it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".ipynb": "application/x-ipynb+json",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
        ".svg": "image/svg+xml",
        ".json": "application/json",
        ".whl": "application/zip",
    }

    def send_head(self) -> BinaryIO | None:
        """Send what a browser can read of a file and its compressed forms, or that it has it already."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not urlsplit(self.path).path.endswith("/"):
                return super().send_head()  # it sends the browser to the address with a slash
            path /= "index.html"
        encoding, file = _best(path, self.headers.get("Accept-Encoding", ""))
        try:
            opened = file.open("rb")
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, explain=_("There is no such file."))
            return None
        about = os.fstat(opened.fileno())
        mark = f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
        known = mark in [one.strip().removeprefix("W/") for one in self.headers.get("If-None-Match", "").split(",")]
        self.send_response(HTTPStatus.NOT_MODIFIED if known else HTTPStatus.OK)
        self.send_header("ETag", mark)
        self.send_header("Cache-Control", "no-cache")  # keep it, and ask whether it is still the same
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        if not known:
            self.send_header("Content-Type", self._type(path))
            self.send_header("Content-Length", str(about.st_size))
            if encoding:
                self.send_header("Content-Encoding", encoding)
        self.end_headers()
        if known:
            opened.close()
            return None
        return opened

    def _type(self, path: Path) -> str:
        found = self.guess_type(str(path))
        return f"{found}; charset=utf-8" if found.startswith("text/") else found

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it so)
        """A trainer's screen needs no line for each file."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of a file is no error: phones do it all day."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _best(path: Path, accepted: str) -> tuple[str, Path]:
    """The smallest form of a file that a browser reads: its encoding, empty for the plain one, and where it lies."""
    offers = {}
    for part in accepted.lower().split(","):
        name, _semicolon, weight = part.strip().partition(";q=")
        with contextlib.suppress(ValueError):
            offers[name.strip()] = float(weight or 1)
    for encoding, suffix in (("br", ".br"), ("gzip", ".gz")):
        packed = path.with_name(path.name + suffix)
        if offers.get(encoding, 0) > 0 and packed.is_file():
            return encoding, packed
    return "", path


def server(folder: Path, port: int, host: str = "127.0.0.1") -> ThreadingHTTPServer:
    """A server for ``folder``, bound to its port but not yet answering: call ``serve_forever``.

    :raises UserError: if there is no site, or the port cannot be had.
    """
    if not (folder / "index.html").is_file():
        raise UserError(
            _("There is no built site in {folder}.").format(folder=folder),
            _("Run: {command}").format(command="aimak site build"),
        )
    try:
        return _Server((host, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            taken = error.errno == errno.EADDRINUSE
            what = _("Port {port} is in use.") if taken else _("Port {port} may not be opened by you.")
            another = f"aimak site serve --port {port + 1}"
            raise UserError(what.format(port=port), _("Take another: {command}").format(command=another)) from None
        raise UserError(
            _("Cannot serve on {host}: {error}.").format(host=host, error=error.strerror),
            _("Use {option}.").format(option="--host 127.0.0.1"),
        ) from None
