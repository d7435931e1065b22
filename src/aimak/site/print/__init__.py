"""What a trainer takes along on paper or on a stick: slides, handouts, group-work sheets, the whole course as a PDF."""

from aimak.site.print.links import put_links
from aimak.site.print.look import look
from aimak.site.print.make import Printed, Task, print_course

__all__ = ["Printed", "Task", "look", "print_course", "put_links"]
