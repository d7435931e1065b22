"""The site without internet: a service worker, its list of files, and the script that tells the reader."""

from aimak.site.offline.write import write_offline

__all__ = ["write_offline"]
