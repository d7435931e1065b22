import threading
import time

try:
    for _ in range(100):
        threading.Thread(target=time.sleep, args=(1,), daemon=True).start()
    print("REACHED")
except RuntimeError as error:
    print("refused:", error)
