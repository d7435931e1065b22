import pathlib

pathlib.Path("@OUTSIDE@/written").write_text("x")
print("REACHED")
