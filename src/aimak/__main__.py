"""`python -m aimak`."""

from aimak.cli import main

main()
