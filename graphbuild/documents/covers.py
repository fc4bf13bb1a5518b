"""The first page of a filing saved by itself: which form it is, who files it, for what date.

EDGAR's pages say so in set phrases ("(Exact name of registrant as specified in its charter)"). They
are asked only where no envelope, no dei fact and no manifest says it: a page saved from a browser,
a PDF turned into text. Not here: dates of news (`datelines`), parties of contracts (`extract`).
"""

import html
import itertools
import re
from collections.abc import Sequence

from graphbuild.documents.datelines import story_date
from graphbuild.documents.identity import Header, written_date
from graphbuild.documents.markup import one_line
from graphbuild.records.document import Filer
from graphbuild.records.period import PartialDate

_HEAD = 60_000
"""Markup is wordy: a cover page of forty lines can take this many characters."""
_LINES = 150
_HEADER_END = "</ix:header>"
_LONGEST_HEADER = 3_000_000
_HIDDEN = (("<head>", "</head>"), ("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->"))
_BREAK = re.compile(
    r"<(?:br|/?p|/?div|/?tr|/?td|/?th|/?h\d|/?table|hr|/?center)\b[^>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]{1,2000}>")

_FORM = re.compile(
    r"^(?:FORM|Form) ?(10 ?[-–‑] ?[KQ]T?|8 ?[-–‑] ?K|6 ?[-–‑] ?K|20 ?[-–‑] ?F|40 ?[-–‑] ?F"
    r"|[SF] ?[-–‑] ?(?:11|1|3ASR|3|4|8)|10-12B)(?P<amended> ?/ ?A\b)?(?=$|[ (,])"
)
_RULE = re.compile(
    r"^filed (?:pursuant to|under|by .{1,60}pursuant to) (?:rule )?(424\(b\)\(\d\)|433|425)",
    re.IGNORECASE,
)
_FORM_OF_RULE = {"433": "FWP", "425": "425"}
_SCHEDULE = re.compile(r"^SCHEDULE (13D|13G|14A|TO)(?:/A)?\b", re.IGNORECASE)
_FORM_OF_SCHEDULE = {"13D": "SC 13D", "13G": "SC 13G", "14A": "DEF 14A", "TO": "SC TO-T"}
_EXHIBIT = re.compile(
    r"^(?:EXHIBIT|EX)[ .–-]?(\d{1,2}(?:\.\d{1,2})?)[A-Za-z]?(?=$|[ ).:–-])", re.IGNORECASE
)
_EXHIBIT_FILE = re.compile(
    r"(?:^|[^a-z]|d\d+d?)ex(?:hibit)?[-_ .]?(10|21|99)(?!\d{4})", re.IGNORECASE
)
_SEC = re.compile(r"securities\s+and\s+exchange\s+commission", re.IGNORECASE)
_EXHIBIT_LINES = 5
_COMMISSION_LINES = 40
_FORM_LINES = 60

_NAME_LABEL = re.compile(
    r"[(\[]\s*(?:exact )?name of (?:the )?(?:registrant|issuer) as (?:it is )?specified in"
    r"|[(\[]\s*translation of (?:the )?registrant['’]?s name into english",
    re.IGNORECASE,
)
_RULED = re.compile(r"^[\s_=*.·—–-]+$")
_NO_NAME = re.compile(
    r"^[\s\d()-]*$|commission file|^for the |^date of|^\(|file number|^or$|^delaware"
    r"|^not applicable|employer identification|^form \d|report of foreign",
    re.IGNORECASE,
)
_FILE_NUMBER = re.compile(
    r"^.*?commission file (?:number|no)\.?:? ?[\d-]{6,12}(?:-\d\d)? (?=\S)", re.IGNORECASE
)
_LEGAL = (
    r"(?:Inc|Corp|Corporation|Incorporated|Company|Co|Ltd|Limited|LLC|L\.L\.C|LP|L\.P|N\.V|plc|S\.A|"
    r"S\.E|AG|SE|PBC|Trust|Holdings)\.?"
)
_LEGAL_ONLY = re.compile(rf"(?:{_LEGAL}|GROUP|&|,| |DIGITAL|TECHNOLOGIES)+", re.IGNORECASE)
_COMPANY = re.compile(rf"[A-Z][\w&.,'’ -]{{2,70}}?,? {_LEGAL}", re.IGNORECASE)
_OF_WHOM = re.compile(
    rf"^(?:list of |significant )*subsidiaries of (?:the registrant,? )?"
    rf"(?P<name>.{{3,90}}? {_LEGAL})(?=$|[ (*])",
    re.IGNORECASE,
)

_DAY = r"[A-Z][a-z]+\.? \d{1,2} ?, ?\d{4}"
_PERIOD = re.compile(
    r"for the (?:fiscal |transition )?(?:year|quarter|quarterly period|period)\s*ended:? ?"
    rf"(?P<end>{_DAY})"
    rf"|date of report:? ?(?:\(date of earliest event reported\))?:?[ _]*(?P<day>{_DAY})",
    re.IGNORECASE,
)
_REPORT_DATE = re.compile(r"^\(?date of (?:report|earliest event)", re.IGNORECASE)
_MONTH = re.compile(r"for the month of:? ?(?P<month>[A-Z][a-z]+),? (?P<year>\d{4})", re.IGNORECASE)
_PROSPECTUS_DATE = re.compile(
    r"the date of this (?:preliminary )?(?:prospectus(?: supplement)?|pricing supplement) is "
    rf"(?P<date>{_DAY})",
    re.IGNORECASE,
)


def head_lines(text: str) -> tuple[str, ...]:
    """What stands on the first page, line by line, of markup or of plain text."""
    start = max(0, text.find(_HEADER_END, 0, _LONGEST_HEADER))
    head = text[start : start + _HEAD]
    if "<" in head:
        for opening, closing in _HIDDEN:
            head = _without(head, opening, closing)
        head = _TAG.sub("", _BREAK.sub("\n", head))
    lines = (one_line(line).strip("*# ") for line in html.unescape(head).splitlines())
    return tuple(line for line in lines if line and not _RULED.match(line))[:_LINES]


def _without(text: str, opening: str, closing: str) -> str:
    """The text without what two marks enclose; without its rest where the second is missing."""
    small = text.lower()
    kept, position = [], 0
    while (start := small.find(opening, position)) >= 0:
        kept.append(text[position:start])
        end = small.find(closing, start)
        if end < 0:
            return "".join(kept)
        position = end + len(closing)
    return "".join((*kept, text[position:]))


def stated_form(lines: Sequence[str], path: str = "") -> str:
    """The form or exhibit a first page says it is, or its file's name by EDGAR's habit; or empty.

    >>> stated_form(("UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "FORM 10-Q"))
    '10-Q'
    >>> stated_form(("Exhibit 10.14", "CREDIT AGREEMENT"))
    'EX-10.14'
    """
    for line in lines[:_EXHIBIT_LINES]:
        if found := _EXHIBIT.match(line):
            return f"EX-{found[1]}"
        if found := _RULE.match(line):
            rule = found[1].upper()
            return _FORM_OF_RULE.get(rule) or re.sub(r"[()]", "", rule)
    if any(_SEC.search(line) for line in lines[:_COMMISSION_LINES]):
        for line in lines[:_FORM_LINES]:
            if found := _FORM.match(line):
                form = re.sub(r"[–‑]", "-", found[1]).replace(" ", "").upper()
                return f"{form}/A" if found["amended"] else form
            if found := _SCHEDULE.match(line):
                return _FORM_OF_SCHEDULE[found[1].upper()]
    named = _EXHIBIT_FILE.search(path.rpartition("/")[2])
    return f"EX-{named[1]}" if named else ""


def read_cover(text: str, path: str = "") -> Header:
    """What the first page says; fields it does not state are empty."""
    lines = head_lines(text)
    form = stated_form(lines, path)
    if not form:
        return Header()
    name = _registrant(lines) or _subject(form, lines)
    return Header(
        form=form,
        filer=Filer(name=name) if name else None,
        period_end=_period(lines),
        filed_on=story_date(lines) if form.startswith("EX-99") else _published(lines),
    )


def _registrant(lines: Sequence[str]) -> str:
    """The name above, or before, the bracket that says it is the registrant's."""
    for index, line in enumerate(lines):
        label = _NAME_LABEL.search(line)
        if label is None:
            continue
        before = _FILE_NUMBER.sub("", line[: label.start()].strip(" _"))
        above = [before] if before else list(lines[max(0, index - 2) : index])
        if not above or not _is_name(above[-1]):
            return ""
        wrapped = len(above) > 1 and _LEGAL_ONLY.fullmatch(above[-1]) and _is_name(above[-2])
        return " ".join(above[-2:] if wrapped else above[-1:])
    return ""


def _is_name(line: str) -> bool:
    return (
        2 < len(line) <= 100
        and any(map(str.isalpha, line))
        and _NO_NAME.search(line) is None
        and not line.endswith((":", ";"))
    )


def _subject(form: str, lines: Sequence[str]) -> str:
    """Whose subsidiaries an Exhibit 21 lists; whose securities a prospectus offers."""
    if form.startswith("EX-21"):
        found = next((m for line in lines[:20] if (m := _OF_WHOM.match(line))), None)
        return found["name"] if found else ""
    if form.startswith(("424B", "FWP")):
        return next((line for line in lines[:40] if _COMPANY.fullmatch(line)), "")
    return ""


def _period(lines: Sequence[str]) -> PartialDate | None:
    """End of the period, or date of the event; the date may stand on the line before its label."""
    text = " ".join(lines)
    if found := _PERIOD.search(text):
        return _dated(found["end"] or found["day"])
    for above, line in itertools.pairwise(lines):
        if _REPORT_DATE.match(line):
            return _dated(above)
    return None


def _published(lines: Sequence[str]) -> PartialDate | None:
    """The date a prospectus bears, or the month a foreign issuer reports for."""
    text = " ".join(lines)
    if found := _PROSPECTUS_DATE.search(text):
        return _dated(found["date"])
    if found := _MONTH.search(text):
        day = written_date(f"{found['month']} 1, {found['year']}")
        return PartialDate(day.isoformat()[:7]) if day else None
    return None


def _dated(words: str) -> PartialDate | None:
    day = written_date(words)
    return PartialDate(day.isoformat()) if day else None
