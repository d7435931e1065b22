"""Papers that people download, fill in and hand in: from a text source to .docx and .xlsx in each language."""

from __future__ import annotations

from aimak.site.papers.make import make
from aimak.site.papers.reading import paper_texts, papers_folder, read_papers
from aimak.site.papers.source import Paper

__all__ = ["Paper", "make", "paper_texts", "papers_folder", "read_papers"]
