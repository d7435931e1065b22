import os
import pathlib

others = [p for p in os.listdir("/proc") if p.isdigit() and int(p) != os.getpid()] if os.path.isdir("/proc") else []
if others:
    print("REACHED")
