"""The company whose newsroom a feed is, told by the feed's title and addresses.

Not here: a feed whose manifest names the company (`documents`), who else is mentioned (`parties`).
"""

import re

from graphbuild.records.document import Document, Filer
from graphbuild.records.keys import slug

_NEWSROOM = re.compile(
    r"^(?P<name>.{2,40}?)(?:'s)? (?:News(?:room)?|Blog|Press(?: Releases?)?|"
    r"Announcements|Updates)(?: Feed)?$"
)


def publisher(document: Document, names: frozenset[str]) -> Filer | None:
    """The company whose newsroom a feed is: it says "we" there.

    Believed only where the feed's title is a known name with "News" and every item links to a
    site of that name.
    """
    match = _NEWSROOM.match(document.title.strip())
    if not match or not document.entries or match.group("name") not in names:
        return None
    plain = slug(match.group("name")).replace("-", "")
    hosts = {entry.link.split("/")[2] for entry in document.entries if entry.link.count("/") > 2}
    if hosts and all(plain in host.replace("-", "").lower().split(".") for host in hosts):
        return Filer(name=match.group("name"))
    return None
