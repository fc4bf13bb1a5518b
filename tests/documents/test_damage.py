"""Cut, mangled and invented bytes: issues, never exceptions, and spans that hold."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.mutations import CONTENTS, KINDS
from tests.documents.papers import assert_spans_hold, reading

_QUICK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def _read(content: bytes, kind: str) -> None:
    result = reading(content, kind)
    assert result.document is not None or result.issues
    if result.document is not None:
        assert_spans_hold(result.document)


@_QUICK
@given(st.sampled_from(CONTENTS), st.floats(min_value=0, max_value=1))
def test_cut_files_never_raise(paper, share):
    content, kind = paper
    _read(content[: int(len(content) * share)], kind)


@_QUICK
@given(
    st.sampled_from(CONTENTS),
    st.lists(
        st.tuples(st.floats(min_value=0, max_value=1), st.binary(min_size=0, max_size=12)),
        min_size=1,
        max_size=6,
    ),
)
def test_mangled_files_never_raise(paper, changes):
    content, kind = paper
    mangled = bytearray(content)
    for share, piece in changes:
        at = int(len(mangled) * share)
        mangled[at : at + 5] = piece
    _read(bytes(mangled), kind)


@_QUICK
@given(st.binary(max_size=200), st.sampled_from(KINDS))
def test_noise_never_raises(content, kind):
    _read(content, kind)


_PIECES = (
    "<table>|</table>|<tr>|<td>|<td colspan='3'>|</td>|<p>|<b>|</b>|<br>|<div>|</div>|<sup>|$|(|)|%"
    "|1,250|Debt. We|&nbsp;|<ix:nonFraction name='a:b'>|</ix:nonFraction>|<DOCUMENT>|<TEXT>|</TEXT>"
    "|<infoTable>|<value>|<!--|<![CDATA[|]]>|(in thousands)|Note 7 - Debt|<li>|<title>|\x00|\xa0|12"
)
_TAGS = st.sampled_from(_PIECES.split("|"))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_TAGS, max_size=40), st.sampled_from(["10-Q", "8-K", "EX-21", "article", "rss"]))
def test_any_soup_of_tags_gives_spans_that_hold(tags, kind):
    _read(f"<html><body>{' '.join(tags)}".encode(), kind)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, derandomize=True)
@given(st.lists(_TAGS, max_size=120), st.sampled_from(KINDS))
def test_much_soup_of_tags_gives_spans_that_hold(tags, kind):
    _read(f"<html><body>{' '.join(tags)}".encode(), kind)


@pytest.mark.parametrize("reference", ["&#xD800;", "&#99999999999;", "&#0;", "&bogus;", "]]>"])
@pytest.mark.parametrize("kind", ["rss", "10-Q", "4", "article"])
def test_impossible_characters_never_raise(reference, kind):
    _read(f"<rss><channel><item><title>Acme {reference} paid".encode(), kind)
    _read(f"<html><body><p>Acme {reference} paid</p></body></html>".encode(), kind)


_RUNS = [
    "__a ",
    "[",
    "# #",
    "*",
    " ",
    ". ",
    "(“",
    "($ ",
    "\n",
    "&lt;",
    "[USN:",
    "$ (",
    "A. ",
    "<!",
    "\t",
    "<a ",
    "Note 1 ",
    "Acme and ",
    "1,",
    "<b>",
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", _RUNS)
@pytest.mark.parametrize("kind", ["txt", "8-K", "EX-21", "rss", ""])
def test_long_runs_of_one_mark_do_not_hang(piece, kind):
    run = piece * 20000
    _read(f"<SEC-HEADER>FORM TYPE:{run}x<DOCUMENT><TYPE>8-K<TEXT>{run}x".encode(), kind)
    _read(f"# {run}x".encode(), kind)
    _read(f"<rss><channel><item><title>{run}x</title><description>{run}x".encode(), kind)
    _read(f"<html><body><table><tr><td>{run}a</td><td>{run}b</td></tr></table>".encode(), kind)


def test_a_cell_of_an_article_that_spans_beyond_all_measure_is_one_cell():
    row = "<tr>" + "<td colspan='99999999999' rowspan=\"65000\">Acme lent</td>" * 1500 + "</tr>"
    body = "<p>Acme Corp. lent Orchid Inc. $5 million for a campus in the north.</p>" * 5
    page = (
        f"<html><body><article><h1>Acme</h1>{body}<table>{row * 3}</table></article></body></html>"
    )
    document = reading(page.encode(), "article").document
    assert document is not None
    assert "$5 million" in document.text
    assert len(document.text) < 200_000
