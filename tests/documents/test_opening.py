"""Files as browsers, mail programs and archives save them: the page inside is read."""

import gzip

import pytest

from tests.documents.papers import read, reading, sentences

STORY = (
    "<!DOCTYPE html><html><head><title>Halversen borrows</title></head><body><article>"
    "<h1>Halversen borrows $1.4 billion from Northgate</h1><p>Halversen Compute, Inc. has borrowed "
    "$1.4 billion from Northgate Bank, N.A. to buy graphics processors, the companies said.</p>"
    "<p>The loan matures in October 2030 and is secured by the chips it pays for.</p></article>"
    "</body></html>"
)
ADDRESS = "https://news.example/2025/10/halversen"


def web_archive(page: str = STORY) -> bytes:
    quoted = page.replace("=", "=3D").replace("$1.4", "$=\r\n1.4").replace("’", "=E2=80=99")
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {ADDRESS}\r\n"
        "Subject: Halversen borrows\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B--"\r\n\r\n\r\n'
        "----B--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {ADDRESS}\r\n\r\n{quoted}\r\n\r\n"
        "----B--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "iVBORw0KGgo=\r\n\r\n----B----\r\n"
    ).encode()


def test_a_web_archive_gives_its_page_and_its_address():
    document = read(web_archive(), "", path="page.mhtml")
    assert any("borrowed $1.4 billion from Northgate Bank" in s for s in sentences(document))
    assert document.url == ADDRESS
    assert document.kind == "article"


def test_a_mail_without_a_page_gives_its_text_in_its_own_letters():
    mail = (
        b"From: desk@example.org\nSubject: note\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="x"\n\n'
        b"--x\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
        b"Tidepool\x92s owner borrowed \xa3300 million.\n\n--x--\n"
    )
    document = read(mail, "", path="note.eml")
    assert "£300 million" in document.text


def test_a_page_saved_complete_knows_where_it_came_from():
    saved = STORY.replace("<html>", f"<!-- saved from url=(0038){ADDRESS} --><html>", 1)
    assert read(saved, "", path="page.html").url == ADDRESS
    assert read(saved, "", path="page.html", url="https://given.example/").url == (
        "https://given.example/"
    )


def test_gzip_of_one_or_several_members_is_unpacked():
    halves = STORY[:200].encode(), STORY[200:].encode()
    document = read(gzip.compress(halves[0]) + gzip.compress(halves[1]), "", path="page.html.gz")
    assert "borrowed $1.4 billion" in document.text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (gzip.compress(STORY.encode())[:60], "cut off"),
        (b"\x1f\x8b" + b"no gzip at all", "damaged gzip"),
        (b"%PDF-1.7 ...", "pdftotext"),
        (b"PK\x03\x04....", "ZIP"),
        (b"bplist00....", "Safari"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x--\n", "without"),
    ],
)  # fmt: skip
def test_what_holds_no_page_is_refused_with_what_to_do(content, says):
    result = reading(content, "", path="file.txt")
    assert result.document is None
    (issue,) = result.issues
    assert says in f"{issue.message}; {issue.advice}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_the_letters_of_windows_are_read_with_a_mark_or_without(encoding):
    words = "Halversen’s lender — Northgate Bank — lent €750 million in March 2025.\r\n"
    document = read(words.encode(encoding), "", path="note.txt")
    assert "Halversen’s lender — Northgate Bank — lent €750 million" in document.text


def test_binary_bytes_are_still_no_text():
    assert reading(b"\x00\x01\x02\x00\x00\xff" * 40, "", path="a.txt").document is None
