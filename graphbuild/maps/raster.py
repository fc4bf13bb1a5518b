"""A still picture as PNG, without a browser: resvg draws the SVG that `static` writes.

resvg-py is MIT, one small wheel without dependencies, and an extra, because it is compiled code
that only who wants a PNG should have to install.
"""

from types import ModuleType

from graphbuild.errors import SettingsError

WIDTH = 2000
"""Pixels across: sharp at the full width of an article on a dense screen."""

_SPACE = 'xmlns="http://www.w3.org/2000/svg" width="40" height="20"'
_PROBE = f'<svg {_SPACE}><text x="2" y="15" font-family="sans-serif">A</text></svg>'
_BLANK = f"<svg {_SPACE}></svg>"


def write_png(picture: str, width: int = WIDTH) -> bytes:
    """The SVG document as PNG, `width` pixels across.

    Raises
    ------
    SettingsError
        resvg-py is not installed, or there is no font to write words with.
    """
    resvg = _renderer()
    if bytes(resvg.svg_to_bytes(svg_string=_PROBE)) == bytes(resvg.svg_to_bytes(svg_string=_BLANK)):
        raise SettingsError(
            "no font was found, so the picture would have no words; install one (Debian: "
            "fonts-dejavu-core, or fonts-liberation), or name a file that ends in .svg"
        )
    return bytes(resvg.svg_to_bytes(svg_string=picture, width=width))


def _renderer() -> ModuleType:
    try:
        import resvg_py  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SettingsError(
            "a PNG needs resvg-py; install it with: pip install 'graphbuild[png]', or name a "
            "file that ends in .svg"
        ) from error
    module: ModuleType = resvg_py
    return module
