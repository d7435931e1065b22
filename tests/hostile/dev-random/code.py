data = open("/dev/urandom", "rb").read(500 << 20)
print("REACHED", len(data))
