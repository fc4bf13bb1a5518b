import builtins
import struct

import pytest

from graphbuild.errors import SettingsError
from graphbuild.maps import render_png
from graphbuild.maps.raster import write_png
from tests.maps.graphs import page_facts, small_world

WORDS = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">'
    '<rect width="400" height="200"/></svg>'
)


def size(png):
    return struct.unpack(">II", png[16:24])


def test_picture_is_a_png_of_the_width_asked_for():
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    png = write_png(WORDS, 800)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert size(png) == (800, 400)


def test_same_drawing_same_bytes():
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    one = render_png("overview", small_world(), {}, page_facts())
    assert one == render_png("overview", small_world(), {}, page_facts())
    assert size(one)[0] == 2000


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    real = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name == "resvg_py":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(SettingsError, match=r"graphbuild\[png\].*\.svg"):
        write_png(WORDS)


def test_without_a_font_there_is_no_picture_without_words(monkeypatch):
    resvg = pytest.importorskip("resvg_py", reason="the extra png is not installed")
    real = resvg.svg_to_bytes
    monkeypatch.setattr(
        resvg, "svg_to_bytes", lambda **given: real(**given, skip_system_fonts=True)
    )
    with pytest.raises(SettingsError, match="no font was found"):
        write_png(WORDS)
