"""`python -m aimak`, and the `aimak` command."""

import sys


def main() -> None:
    """Run the command; without the parts that trainers need, say what to install."""
    try:
        from aimak.cli import main as run
    except ModuleNotFoundError as error:
        print(f"aimak: the package {error.name!r} is missing. Run: pip install -c constraints.txt 'aimak[kit]'",
              file=sys.stderr)  # fmt: skip
        sys.exit(2)
    run()


if __name__ == "__main__":
    main()
