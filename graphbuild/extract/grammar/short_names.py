"""Whom a short name stands for that no definition explains: the one company it begins.

Lives here: "Quillstone" after "Quillstone Ventures LLC", in one sentence or paragraph. Not here:
names that a document defines (`parties`), epithets of reports (`epithets`), who it really is
(`resolve`).
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from graphbuild.extract.grammar.names import plain_name, without_legal_form
from graphbuild.extract.grammar.parties import Mention


def with_full_names(
    found: tuple[Mention, ...], named: Collection[Mention] = ()
) -> tuple[Mention, ...]:
    """The parties; a doubtful short name becomes the one organisation whose name it begins.

    Parameters
    ----------
    found : parties of one sentence.
    named : parties the paragraph has named before.
    """
    if not any(m.is_weak for m in found):
        return found
    full = [m for m in (*named, *found) if not (m.is_weak or m.is_unnamed or m.is_filer)]
    return tuple(_completed(m, full) if m.is_weak else m for m in found)


def _completed(short: Mention, full: Iterable[Mention]) -> Mention:
    begun = {
        plain_name(m.name): m
        for m in full
        if without_legal_form(m.name).startswith(f"{short.name} ")
    }
    if len(begun) != 1:
        return short
    meant = next(iter(begun.values()))
    return replace(
        short,
        name=meant.name,
        as_written=short.name,
        is_weak=False,
        cik=meant.cik,
        kind=meant.kind,
    )
