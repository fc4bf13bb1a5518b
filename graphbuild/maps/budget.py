"""How many bytes pictures take on a page, and what fits: decided before anything is written."""

from dataclasses import replace

from graphbuild.maps import words
from graphbuild.maps.base import Drawing, Scene


def page_bytes(drawing: Drawing) -> int:
    """About how many bytes a drawing's scenes add to a page, known before the page is written."""
    return sum(_scene_bytes(scene) for scene in drawing.scenes)


def _scene_bytes(scene: Scene) -> int:
    return (
        48 * len(scene.strokes) + 28 * len(scene.places)
        + 95 * len(scene.blocks) + 90 * len(scene.notes)
        + sum(150 + 17 * len(band.flow_ids) for band in scene.bands)
    )  # fmt: skip


def trimmed(drawing: Drawing, room: int, most: int | None = None) -> Drawing:
    """The drawing with its first scenes, as many as fit; the first one always stays.

    Parameters
    ----------
    room : bytes, as `page_bytes` counts them.
    most : scenes, at most.
    """
    kept: list[Scene] = []
    for scene in drawing.scenes[:most]:
        room -= _scene_bytes(scene)
        if room < 0 and kept:
            break
        kept.append(scene)
    more = len(drawing.scenes) - len(kept)
    if not more:
        return drawing
    said = f"{words.plural(more, 'picture', 'pictures')} of this view did not fit on this page."
    left_out = f"{drawing.left_out} {said}".strip()
    return replace(drawing, scenes=tuple(kept), left_out=left_out)
