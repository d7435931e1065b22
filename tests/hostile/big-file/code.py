with open("big", "wb") as out:
    for _ in range(40):
        out.write(bytes(1 << 20))
print("REACHED")
