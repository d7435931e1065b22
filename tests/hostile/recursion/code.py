import sys

sys.setrecursionlimit(10**9)


def deeper(number):
    return sorted([1], key=deeper)


deeper(1)
