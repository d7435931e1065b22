for _ in range(60):
    print("x" * 100_000)
