kept = [open("/dev/null") for _ in range(600)]
print("REACHED")
