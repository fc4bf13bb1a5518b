"""When a story or a release saved as text appeared: its dateline, or what a clipper wrote above it.

Accepts: "SEATTLE, March 10, 2025 -- Harbor Compute today announced ..."
Accepts: "Oct. 2, 2025 9:30 am ET", "Published: 2 October 2025", "By A. Writer | October 2, 2025"
Accepts: front matter between two lines "---", with "date: 2025-10-02" and "source: https://..."
Refuses: dates inside sentences ("On March 10, 2025 the company signed ..."), dates of updates.

Not here: dates of filings (`covers`), dates of deals (`extract`).
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Sequence

from graphbuild.records.period import PartialDate

_OPENING_LINES = 25
_LONGEST_BYLINE = 110
_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}}) {_MONTH.replace('month', 'month2')},? (?P<year2>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))"
)
_CLOCK = r"(?:T[\d:.Z+-]+|,? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{1,4})?)?"
_ALONE = re.compile(
    rf"^(?P<label>[A-Za-z ]{{3,20}}:? )?(?:[A-Z][a-z]+day,? )?{_DAY}{_CLOCK}\W*$", re.IGNORECASE
)
_LABELS = frozenset({"published", "posted", "date", "published on", "released", "press release"})
_DATELINE = re.compile(
    rf"^[(*_]*[A-Z][\w.,'’() &/-]{{1,70}}?(?:,|\)| ?[-–—]+)\s*{_DAY}[*_]*\s*"
    r"(?:/\s?PR|\(|[-–—]|/?$)"
)
_BYLINE = re.compile(rf"^.{{1,60}}?(?:[-–—|·•,]|\bon) {_DAY}{_CLOCK}\W*$")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<lines>(?:[^\n]*\n){1,60}?)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(?P<key>[\w :-]{2,30}?):\s*[\"']?(?P<value>[^\"'\n\r]*)", re.MULTILINE)
_DATE_KEYS = ("published", "date", "published_at", "datepublished", "date_published", "pubdate")
_PLACE_KEYS = ("source", "url", "link", "canonical", "source_url")


def story_date(lines: Sequence[str]) -> PartialDate | None:
    """The date a story bears; the first line that has one counts, front matter before all."""
    for line in lines[:_OPENING_LINES]:
        alone = _ALONE.match(line)
        if alone and (alone["label"] or "date").strip(": ").lower() in _LABELS:
            return _date(alone)
        found = _DATELINE.match(line)
        if found is None and len(line) <= _LONGEST_BYLINE:
            found = _BYLINE.match(line)
        if found is not None:
            return _date(found)
    return None


def front_matter(text: str) -> dict[str, str]:
    r"""The fields of a Markdown file's head: "title", "date", "source"; empty where there is none.

    >>> front_matter("---\ntitle: A loan\ndate: 2025-10-02\n---\nText.")["date"]
    '2025-10-02'
    """
    head = _FRONT.match(text)
    if head is None:
        return {}
    fields = _FIELD.finditer(head["lines"])
    return {field["key"].strip().lower(): field["value"].strip() for field in fields}


def without_front_matter(text: str) -> str:
    """The text below a Markdown file's head."""
    head = _FRONT.match(text)
    return text[head.end() :] if head else text


def stated_date(fields: dict[str, str]) -> PartialDate | None:
    """The date of publication by front matter."""
    for value in _values(fields, _DATE_KEYS):
        if found := re.match(_DAY, value, re.IGNORECASE):
            return _date(found)
    return None


def stated_place(fields: dict[str, str]) -> str | None:
    """The page's address by front matter."""
    places = (v for v in _values(fields, _PLACE_KEYS) if v.startswith(("http://", "https://")))
    return next(places, None)


def _values(fields: dict[str, str], keys: Iterable[str]) -> Iterable[str]:
    return (fields[key] for key in keys if fields.get(key))


def _date(found: re.Match[str]) -> PartialDate | None:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
    else:
        name = (found["month"] or found["month2"]).lower()[:3]
        month = next(n for full, n in _MONTHS.items() if full.startswith(name))
        year, day = int(found["year"] or found["year2"]), int(found["day"] or found["day2"])
    try:
        return PartialDate(dt.date(year, month, day).isoformat())
    except ValueError:
        return None
