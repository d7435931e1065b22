import os

try:
    os.kill(-1, 0)
    print("REACHED")
except OSError as error:
    print("refused:", error)
