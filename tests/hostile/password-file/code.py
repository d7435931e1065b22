print("REACHED" if "root:" in open("/etc/passwd").read() else "")
