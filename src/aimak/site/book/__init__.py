"""The book by Sphinx: its configuration, one build for each language, its messages for translators."""

from aimak.site.book.conf import write_conf
from aimak.site.book.run import build_book, draft_book, extract_book

__all__ = ["build_book", "draft_book", "extract_book", "write_conf"]
