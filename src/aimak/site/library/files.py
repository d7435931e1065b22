"""The files that the library offers in a language: papers to fill in, and the tables of the data package."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import aimak
from aimak.cohort.tables import Rows, csv_text
from aimak.files import write_whole
from aimak.i18n import speaking
from aimak.i18n.catalogs import LOCALES
from aimak.project import Project
from aimak.site.library.acts import acts_path, read_acts
from aimak.site.library.catalogue import DataTable, read_catalogue
from aimak.site.library.pages import DOMAIN
from aimak.site.library.words import cited
from aimak.site.papers import make, papers_folder, read_papers

#: Below `downloads/<language>/`. Papers are kept on every device that keeps pages, data only where somebody asked.
PAPERS, DATA = "templates", "data"
#: Stands beside the files: what they were made from.
_STAMP = ".made-from"


def library_files(project: Project, language: str) -> dict[str, Path]:
    """The files, made anew where something changed.

    :returns: by the place below `downloads/<language>/`, such as ``templates/minutes.docx``.
    :raises UserError: if a source cannot be read.
    """
    folder = project.build / "library" / language
    now = _made_from(project, language)
    stamp = folder / _STAMP
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != now:
        stamp.unlink(missing_ok=True)
        with speaking(language):
            made: dict[str, bytes | str] = {**dict(_papers(project)), **dict(_tables(project.datasets))}
        for name, content in made.items():
            write_whole(folder / name, content)
        for path in sorted(folder.glob("*/*")):
            if path.relative_to(folder).as_posix() not in made:
                path.unlink()
        write_whole(stamp, now)
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.glob("*/*"))}


def _papers(project: Project) -> Iterator[tuple[str, bytes]]:
    laws = {act.key: cited(act) for act in read_acts(project)}
    for paper in read_papers(project):
        for kind in paper.files:
            yield f"{PAPERS}/{paper.name}.{kind}", make(paper, kind, laws)


def _tables(datasets: Path) -> Iterator[tuple[str, str]]:
    for one in read_catalogue(datasets).tables:
        yield f"{DATA}/{one.name}.csv", csv_text(_rows(datasets / f"{one.name}.csv", one))


def _rows(path: Path, about: DataTable) -> Rows:
    """The rows of a table, numbers as numbers: Excel of the reader's language wants its own decimal sign."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    decimal = [about.types[name] == "number" for name in head]
    made: Rows = [list(head)]
    for row in rows:
        made.append([float(v) if is_number and v else v for v, is_number in zip(row, decimal, strict=True)])
    return made


def _made_from(project: Project, language: str) -> str:
    package = Path(aimak.__file__).resolve().parent
    catalogs = LOCALES / language / "LC_MESSAGES"
    sources = [acts_path(project), *papers_folder(project).glob("*.toml"), *project.datasets.glob("*.*")]
    sources += [*(package / "site").glob("library/*.py"), *(package / "site").glob("papers/*.py")]
    sources += [catalogs / "aimak.po", catalogs / f"{DOMAIN}.po", package / "cohort" / "tables.py"]
    digest = hashlib.sha256()
    for path in sorted(path for path in sources if path.is_file()):
        digest.update(f"{path.name}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
