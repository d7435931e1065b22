import pathlib
import sqlite3

found = pathlib.Path("@COURSE@/gradebook.db")
if found.exists():
    sqlite3.connect(found).execute("UPDATE grade SET manual_score = 4")
    print("REACHED")
