"""`python -m aimak`, and the `aimak` command."""

import os
import sys

from aimak.i18n import translate as _
from aimak.i18n import use_language
from aimak.i18n.choice import chosen


def main() -> None:
    """Run the command in its language; without the parts that trainers need, say what to install."""
    use_language(chosen(sys.argv[1:], os.environ))
    try:
        from aimak.cli import main as run
    except ModuleNotFoundError as error:
        missing = _("The Python package '{name}' is missing. Run: {command}")
        command = "pip install -c constraints.txt 'aimak[kit]'"
        print(f"aimak: {missing.format(name=error.name, command=command)}", file=sys.stderr)
        sys.exit(2)
    run()


if __name__ == "__main__":
    main()
