big = bytearray(600 << 20)
print("REACHED", len(big))
