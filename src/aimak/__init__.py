"""Aimak: a course kit for municipal staff. See the README for its two commands."""

__version__ = "0.1.0"
