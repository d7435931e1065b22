import pathlib

for folder in (pathlib.Path("@COURSE@"), pathlib.Path("@ROOT@") / "exercises"):
    for path in folder.rglob("*.md") if folder.is_dir() else ():
        if "HIDDEN TESTS" in path.read_text():
            print("REACHED")
