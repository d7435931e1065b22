"""The exercises in the browser: JupyterLite and a Python kernel, both served by the site itself."""

from aimak.site.lite.build import LiteBuilt, build_lite

__all__ = ["LiteBuilt", "build_lite"]
