import pathlib

found = list(pathlib.Path("@COURSE@").glob("submitted/*/*/*.ipynb"))
if found:
    print("REACHED")
