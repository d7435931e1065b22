"""The site as a browser gets it: compressed beforehand, marked, and asked for once."""

from __future__ import annotations

import gzip
import http.client
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from aimak.i18n import use_language
from aimak.site.compress import compress
from aimak.site.serve import server

TEXT = "<!doctype html><title>ң ө ү</title>" + "<p>Бюджет</p>" * 400


@pytest.fixture
def address(tmp_path: Path) -> Iterator[tuple[str, int]]:
    (tmp_path / "index.html").write_text(TEXT, encoding="utf-8")
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.html").write_text(TEXT, encoding="utf-8")
    (tmp_path / "small.js").write_text("1", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    compress(tmp_path, tmp_path.with_name("kept"))
    running = server(tmp_path, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield "127.0.0.1", running.server_address[1]
    running.shutdown()
    running.server_close()


def ask(address: tuple[str, int], path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(*address, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    return connection.getresponse()


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None),
        ("", None),
        ("br;q=x", None),
    ],
)
def test_the_best_form_that_the_browser_reads_is_sent(
    address: tuple[str, int], accepted: str, encoding: str | None
) -> None:
    got = ask(address, "/en/", Accept_Encoding=accepted)
    assert (got.status, got.getheader("Content-Encoding")) == (200, encoding)
    assert got.getheader("Content-Type") == "text/html; charset=utf-8"
    assert got.getheader("Vary") == "Accept-Encoding"
    body = got.read()
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert unpack(body).decode() == TEXT
    assert int(got.getheader("Content-Length") or 0) == len(body)


def test_what_the_browser_has_is_not_sent_again(address: tuple[str, int]) -> None:
    mark = ask(address, "/index.html", Accept_Encoding="br").getheader("ETag")
    assert mark
    again = ask(address, "/index.html", Accept_Encoding="br", If_None_Match=f'"other", W/{mark}')
    assert (again.status, again.read()) == (304, b"")
    assert ask(address, "/index.html", Accept_Encoding="gzip", If_None_Match=mark).status == 200


@pytest.mark.parametrize("path", ["/none.html", "/empty/", "/../secret", "/%2e%2e/secret", "/index.html/x"])
def test_nothing_else_is_sent(address: tuple[str, int], path: str, tmp_path: Path) -> None:
    (tmp_path.parent / "secret").write_text("secret", encoding="utf-8")
    assert ask(address, path).status == 404


def test_a_folder_without_its_slash_leads_to_it(address: tuple[str, int]) -> None:
    got = ask(address, "/en")
    assert (got.status, got.getheader("Location")) == (301, "/en/")


def test_compressing_twice_gives_the_same_bytes_and_small_files_stay_alone(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(TEXT, encoding="utf-8")
        (tmp_path / name / "tiny.html").write_text("x", encoding="utf-8")
        sizes = compress(tmp_path / name, tmp_path / f"kept-{name}")
        assert sizes["br"] < sizes["gzip"] < sizes["plain"] == len(TEXT.encode())
    for suffix in (".br", ".gz"):
        packed = [(tmp_path / name / f"page.html{suffix}").read_bytes() for name in ("a", "b")]
        assert packed[0] == packed[1]
    assert not list(tmp_path.rglob("tiny.html.*"))


def test_a_missing_file_is_told_in_the_language_of_the_command(address: tuple[str, int]) -> None:
    use_language("qps")  # more letters than a status line can carry
    got = ask(address, "/none.html")
    assert got.status == 404
    assert "⟦Théré ís ñö süçh fílé." in got.read().decode("utf-8")


def test_a_browser_that_goes_away_in_the_middle_of_a_file_leaves_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text(TEXT, encoding="utf-8")
    (tmp_path / "large.bin").write_bytes(b"0" * 20_000_000)
    running = server(tmp_path, 0)
    answering = threading.Thread(target=running.serve_forever)
    answering.start()
    with socket.create_connection(("127.0.0.1", running.server_address[1]), timeout=10) as browser:
        browser.sendall(b"GET /large.bin HTTP/1.0\r\n\r\n")
        assert browser.recv(10).startswith(b"HTTP")
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # reset, as a phone does
    running.daemon_threads = False
    running.shutdown()
    answering.join()
    running.server_close()  # waits for the thread that sends
    assert capsys.readouterr().err == ""


def test_another_error_of_the_server_is_not_kept_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text(TEXT, encoding="utf-8")
    with server(tmp_path, 0) as running:
        try:
            raise RuntimeError("something else")
        except RuntimeError:
            running.handle_error(None, ("127.0.0.1", 1))  # type: ignore[arg-type]
    assert "something else" in capsys.readouterr().err
