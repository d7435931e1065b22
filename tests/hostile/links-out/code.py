import os
import pathlib

os.symlink("@COURSE@", "link")
if list(pathlib.Path("link/").iterdir()):
    print("REACHED")
