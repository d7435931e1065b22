from aimak.data import package_path
from aimak.data.generate import make_tables


def test_the_program_makes_the_committed_tables_byte_for_byte() -> None:
    for name, text in make_tables().items():
        assert (package_path() / name).read_bytes() == text.encode("utf-8"), name
