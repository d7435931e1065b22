"""The same exercise in Firefox: filled, saved, handed in, opened again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.firefox import FIREFOX, Firefox
from tests.browser.test_lite_work import EXERCISE
from tests.browser.trainee import CODE, records_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not Path(FIREFOX).exists(), reason="needs Debian's firefox-esr"),
]
FORM = "document.querySelectorAll('.aimak-form')[0]"
#: Types the code, chooses the municipality and presses Save and check.
ANSWER = f"""(() => {{
    const form = {FORM};
    const [box, list] = [form.querySelector('input'), form.querySelector('select')];
    box.value = '{CODE}';
    list.selectedIndex = [...list.options].findIndex((one) => one.text.includes('M27'));
    for (const one of [box, list]) {{
        for (const kind of ['input', 'change']) one.dispatchEvent(new Event(kind, {{ bubbles: true }}));
    }}
    form.querySelector('.aimak-save').click();
}})()"""


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    with Firefox(tmp_path) as running:
        yield running


def test_an_answer_is_saved_handed_in_and_there_again(firefox: Firefox, site_url: str) -> None:
    firefox.go(f"{site_url}/{EXERCISE}")
    firefox.until(f"{FORM}?.querySelector('select')", 120)
    firefox.js(ANSWER)
    firefox.until(f"{FORM}.textContent.includes('Saved in this browser')", 60)
    firefox.until("document.getElementById('aimak-state').textContent.startsWith('Saved in this browser')", 20)
    firefox.js("document.querySelector('#aimak-bar button').click()")
    firefox.until("document.querySelector('dialog[open]')?.textContent.includes('Send this file to your trainer')", 20)
    values = records_of(firefox.downloaded(f"budget-{CODE}-*.ipynb"))["who"].values
    assert values == {"trainee": CODE, "municipality": "M27"}
    assert firefox.js("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    firefox.go(f"{site_url}/{EXERCISE}")
    firefox.until(f"{FORM}?.querySelector('input')?.value === '{CODE}'", 120)
