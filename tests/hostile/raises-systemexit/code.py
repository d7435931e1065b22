import aimak.lesson.exercise


def leave(*args):
    import os

    os._exit(0)


aimak.lesson.exercise.Exercise.table = leave
