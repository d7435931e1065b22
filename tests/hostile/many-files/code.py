for i in range(2000):
    open(f"f{i}", "w").close()
print("REACHED")
