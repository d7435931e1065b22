import os

if "AIMAK_TEST_SECRET" in os.environ:
    print("REACHED")
