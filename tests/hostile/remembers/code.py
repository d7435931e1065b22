import os

if os.path.exists("/scratch/note") or os.path.exists("note"):
    print("REACHED")
open("note", "w").write("x")
open("/dev/shm/note", "w").write("x")
