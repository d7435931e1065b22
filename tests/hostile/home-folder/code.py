import os

if os.path.exists("@HOME@") and os.listdir("@HOME@"):
    print("REACHED")
