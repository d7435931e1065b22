print("REACHED")
