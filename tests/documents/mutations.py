"""Ways a document can be broken on purpose or by accident, as hypothesis strategies of bytes."""

from hypothesis import strategies as st

from tests.documents.papers import FIXTURES

PAPERS = (
    ("filings/northlake-10q.htm", "10-Q"),
    ("filings/northlake-8k.txt", "8-K"),
    ("filings/tender.nc", "SC TO-T/A"),
    ("filings/form4.xml", "4"),
    ("filings/form4-viewer.html", "4"),
    ("filings/schedule13d.xml", "SC 13D"),
    ("filings/form144.xml", "144"),
    ("filings/formd.xml", "D"),
    ("filings/nport.xml", "NPORT-P"),
    ("news/relay.xml", "rss"),
)
CONTENTS = [((FIXTURES / name).read_bytes(), kind) for name, kind in PAPERS]
KINDS = ("10-Q", "8-K", "4", "13F", "EX-21", "rss", "article", "txt", "", "SC 13G", "nonsense")
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp037", "shift_jis", "utf-7")
MARKER = "words-of-a-local-file"

_share = st.floats(min_value=0, max_value=1)
_paper = st.sampled_from(CONTENTS)


@st.composite
def cut(draw):
    """A piece of a file, from anywhere to anywhere."""
    content, kind = draw(_paper)
    start, end = sorted((draw(_share), draw(_share)))
    return content[int(len(content) * start) : int(len(content) * end)], kind


@st.composite
def mangled(draw):
    """Bytes replaced, pieces moved and doubled, under a kind that may be wrong."""
    content, kind = draw(_paper)
    made = bytearray(content)
    for at, piece in draw(st.lists(st.tuples(_share, st.binary(max_size=12)), max_size=6)):
        place = int(len(made) * at)
        made[place : place + 5] = piece
    for start, length, target in draw(st.lists(st.tuples(_share, _share, _share), max_size=3)):
        first = int(len(made) * start)
        piece = made[first : first + int(2000 * length)]
        place = int(len(made) * target)
        made[place:place] = piece * draw(st.integers(1, 5))
    return bytes(made), draw(st.sampled_from((kind, kind, *KINDS)))


_TAGS = (
    "div", "table", "tr", "td", "p", "b", "ul", "li", "ix:nonNumeric", "font", "a", "infoTable",
    "invstOrSec",
)  # fmt: skip


@st.composite
def nested(draw):
    """Elements in elements, far deeper than any page has them, closed or not."""
    tags = draw(st.lists(st.sampled_from(_TAGS), min_size=1, max_size=4))
    depth = draw(st.integers(1, 3000))
    text = draw(st.sampled_from(("Acme Corp. lent Orchid Inc. $5 million.", "$", "", "1,250")))
    head = "".join(f"<{tag}>" for tag in tags) * depth
    tail = "".join(f"</{tag}>" for tag in reversed(tags)) * (depth if draw(st.booleans()) else 0)
    return f"<html><body>{head}{text}{tail}".encode(), draw(st.sampled_from(KINDS))


@st.composite
def tables(draw):
    """Tables with very many cells, with spans beyond all measure, or ragged."""
    rows, columns = draw(st.sampled_from(((3, 4), (1500, 6), (3, 1500), (250, 25))))
    span = draw(st.sampled_from(("", "0", "-3", "7", "65000", "99999999999", "x", "1e9")))
    cell = draw(st.sampled_from(("1,250", "$", "Acme Corp.", "Term loan due 2030", "—", "")))
    spans = f" colspan='{span}' rowspan='{span}'" if span else ""
    first = f"<tr><td{spans}>{cell}</td>" + f"<td>{cell}</td>" * columns + "</tr>"
    other = f"<tr><td>{cell}</td>" + f"<td{spans if draw(st.booleans()) else ''}>9</td>" * columns
    body = "".join(first if row % 7 == 0 else other for row in range(rows))
    caption = draw(st.sampled_from(("Debt (in millions)", "Notes", "Top customers", "")))
    return f"<html><body><p>{caption}</p><table>{body}".encode(), draw(st.sampled_from(KINDS))


@st.composite
def encodings(draw):
    """A file in an encoding nobody declared, or declared as another one."""
    content, kind = draw(_paper)
    encoding = draw(st.sampled_from(ENCODINGS))
    text = content.decode("utf-8", "replace") + draw(st.text(max_size=60))
    told = draw(st.sampled_from(("", *ENCODINGS, "klingon", "utf-8\x00")))
    declared = f"<?xml version='1.0' encoding='{told}'?>" if told else ""
    return (declared + text).encode(encoding, "replace"), kind


@st.composite
def entities(draw, address: str, file: str):
    """Declared entities: that multiply, that name files, that name addresses; and DTDs outside."""
    depth, width = draw(st.integers(1, 12)), draw(st.integers(2, 20))
    bomb = "<!ENTITY e0 'Acme Corp. lent $5 million. '>" + "".join(
        f"<!ENTITY e{n} '{f'&e{n - 1};' * width}'>" for n in range(1, depth + 1)
    )
    outside = draw(st.sampled_from((f"file://{file}", f"{address}/a.dtd", "/etc/hostname")))
    head = draw(
        st.sampled_from(
            (
                f"<!DOCTYPE r [{bomb}]>",
                f"<!DOCTYPE r [<!ENTITY e{depth} SYSTEM '{outside}'>]>",
                f"<!DOCTYPE r SYSTEM '{outside}'>",
                f"<!DOCTYPE r [<!ENTITY % p SYSTEM '{outside}'> %p;]>",
                "",
            )
        )
    )
    root = draw(st.sampled_from(("html", "rss", "ownershipDocument", "informationTable", "r")))
    inner = draw(
        st.sampled_from(
            (
                f"&e{depth};",
                f"<img src='{address}/i.png'/><link rel='stylesheet' href='{address}/s.css'/>",
                f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{outside}'/>",
                f"<base href='{address}/'/><iframe src='{address}/f'></iframe>&e1;",
            )
        )
    )
    declared = draw(st.sampled_from(("", "<?xml version='1.0'?>")))
    text = f"{declared}{head}<{root}><title>{inner}</title><p>{inner}</p></{root}>"
    return text.encode(), draw(st.sampled_from(KINDS))
