import ctypes

libc = ctypes.CDLL(None, use_errno=True)
if libc.shmget(0, 1 << 20, 0o1666) >= 0:
    print("REACHED")
