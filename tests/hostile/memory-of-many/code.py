import os
import time

for _ in range(6):
    if os.fork() == 0:
        held = bytearray(os.urandom(1 << 20)) * 100
        time.sleep(3)
        os._exit(0)
time.sleep(3)
print("REACHED")
