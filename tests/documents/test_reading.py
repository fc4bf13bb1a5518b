"""Which reader is asked, what is no evidence, and that nothing ever raises."""

import pytest

from graphbuild.documents import FORMATS
from graphbuild.documents.formats import format_of, sniff
from graphbuild.documents.identity import tier_of
from graphbuild.records.document import SourceTier
from graphbuild.records.issue import Severity
from tests.documents.papers import FIXTURES, assert_spans_hold, read, reading


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_a_format_has_a_reader_or_a_reason(form):
    assert (form.read is None) == bool(form.reason)


def test_no_kind_is_listed_twice():
    kinds = [kind for form in FORMATS for kind in form.kinds]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("10-K/A", "filing"),
        ("sc 13g/a", "ownership form"),
        ("EX-10.1", "exhibit"),
        ("EX-99.(A)(5)", "exhibit"),
        ("rss", "feed"),
        ("submissions-json", "EDGAR submissions"),
    ],
)
def test_kinds_and_their_amendments_find_their_format(kind, name):
    form = format_of(kind)
    assert form is not None
    assert form.name == name


@pytest.mark.parametrize(
    "kind", ["submissions-json", "index", "sec-error-page", "companyfacts-json"]
)
def test_what_is_no_evidence_is_told_with_its_reason(kind):
    result = reading("{}", kind)
    assert result.document is None
    (issue,) = result.issues
    assert (issue.code, issue.severity) == ("not-evidence", Severity.NOTICE)
    assert issue.message


def test_an_unlisted_form_is_read_by_its_content_and_told():
    page = "<html><body><p>Securities and Exchange Commission. We agree.</p></body></html>"
    result = reading(page, "SC 14F1")
    assert result.document is not None
    assert [issue.code for issue in result.issues] == ["unlisted-kind"]
    assert result.document.kind == "SC 14F1"


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("filings/northlake-10q.htm", "10-Q", "10-Q"),
        ("filings/northlake-8k.txt", "8-K", "8-K"),
        ("filings/tender.nc", "SC TO-T/A", "SC TO-T/A"),
        ("filings/form4.xml", "4", "4"),
        ("filings/form4-viewer.html", "4", "4"),
        ("filings/formd.xml", "D", "D"),
        ("news/relay.xml", "rss", ""),
        ("news/article.html", "article", ""),
    ],
)
def test_a_file_without_a_kind_is_known_by_its_content(name, kind, form):
    document = read((FIXTURES / name).read_bytes(), "", path=name)
    assert (document.kind, document.form) == (kind, form)


def test_a_file_nobody_can_name_gives_an_issue():
    result = reading('{"a": 1}', "json")
    assert result.document is None
    assert [issue.code for issue in result.issues] == ["unknown-kind"]
    assert sniff("just words") == ""


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "10-K"),
        (b" \n ", "rss"),
        (b"%PDF-1.7\0\0binary", "10-K"),
        (b"PK\x03\x04\0\0", "8-K"),
        (b"<html><body></body></html>", "8-K"),
        (b"<html><body>&nbsp;</body></html>", "8-K"),
        (b"<rss></rss>", "rss"),
        (b"<ownershipDocument><a></ownershipDocument>", "4"),
    ],
)
def test_bytes_with_nothing_to_read_give_an_issue(content, kind):
    result = reading(content, kind)
    assert result.document is None
    assert [issue.code for issue in result.issues] == ["unreadable"]
    assert all(issue.advice and issue.message for issue in result.issues)


_BOMB = (
    "<!DOCTYPE a ["
    + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    + '<!ENTITY e0 "ha">]>'
)


@pytest.mark.parametrize("kind", ["10-K", "8-K", "4", "13F", "rss", "article"])
def test_entity_bombs_are_refused(kind):
    text = f'<?xml version="1.0"?>{_BOMB}<html xmlns="x"><rss><p>&e9;</p></rss></html>'
    result = reading(text, kind)
    assert result.document is None
    assert "entities" in result.issues[0].message


def test_an_entity_bomb_in_another_encoding_is_refused():
    text = f'<?xml version="1.0" encoding="UTF-16"?>{_BOMB}<rss><p>&e9;</p></rss>'
    assert reading(text.encode("utf-16"), "rss").document is None
    seven = f'<?xml version="1.0" encoding="UTF-7"?>{_BOMB}<a>&e9;</a>'.replace("<", "+ADw-")
    as_it_is = reading(seven, "4").document
    assert as_it_is is None or len(as_it_is.text) < 2 * len(seven)


def test_an_outside_entity_file_is_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("top secret")
    text = (
        f'<?xml version="1.0"?><!DOCTYPE html SYSTEM "file://{secret}"><html xmlns="x"><body>'
        "<p>Acme paid.</p></body></html>"
    )
    assert "secret" not in read(text, "8-K").text


@pytest.mark.parametrize("tag", ["div", "table", "span", "b", "ix:nonNumeric", "ul"])
def test_deep_nesting_neither_hangs_nor_overflows(tag):
    name = ' name="a:b"' if tag.startswith("ix") else ""
    result = reading(f"<html><body>{f'<{tag}{name}>' * 20000}deep</body></html>", "10-K")
    assert result.document is None or result.document.text == "deep"


@pytest.mark.slow
def test_a_hundred_thousand_cells_are_read_in_seconds():
    row = "<tr><td>Debt</td><td>$</td><td>1,000</td><td>)</td></tr>"
    document = read(f"<html><body><table>{row * 25000}</table></body></html>", "10-K")
    assert len(document.tables[0].rows) == 25000
    assert_spans_hold(document)


@pytest.mark.parametrize(
    ("form", "tier"),
    [
        ("10-K", SourceTier.AUDITED_FILING),
        ("10-K/A", SourceTier.AUDITED_FILING),
        ("20-F", SourceTier.AUDITED_FILING),
        ("10-Q", SourceTier.FILING),
        ("8-K", SourceTier.FILING),
        ("EX-10.1", SourceTier.EXHIBIT),
        ("EX-4", SourceTier.EXHIBIT),
        ("EX-99.1", SourceTier.RELEASE),
        ("EX-21", SourceTier.FILING),
        ("rss", SourceTier.NEWS),
    ],
)
def test_tiers_follow_the_form(form, tier):
    assert tier_of(form) is tier


def test_placeholders_in_the_manifest_are_no_filer():
    assert (
        read("<html><body><p>Acme.</p></body></html>", "8-K", company="(see content)").filer is None
    )


def test_the_same_bytes_give_the_same_document():
    content = (FIXTURES / "filings/northlake-8k.txt").read_bytes()
    assert reading(content, "8-K") == reading(content, "8-K")


def test_a_document_without_accession_is_named_by_its_hash():
    document = read("<html><body><p>Acme.</p></body></html>", "8-K")
    assert document.document_id == f"sha-{document.sha256[:16]}"
