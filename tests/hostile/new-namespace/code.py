import ctypes
import os

pid = os.fork()
if pid == 0:
    os._exit(ctypes.CDLL(None).unshare(0x10000000) & 7)
if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0:
    print("REACHED")
