import os

above = os.getppid()
print("above:", above)
try:
    os.kill(above or 10**6, 0)
    print("REACHED")
except OSError as error:
    print("refused:", error)
