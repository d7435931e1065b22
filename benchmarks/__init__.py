"""Side-by-side measurements, each a command; the last line of each is JSON."""
