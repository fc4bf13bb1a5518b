"""How every id is made, and why it stays the same.

An id is either given by an authority (accession, CIK), written by people in a curated table, or a
hash of the content that defines the thing. It never depends on order, time or machine.
"""

import hashlib
import re
import unicodedata

_SEPARATOR = "\x1f"


def content_id(prefix: str, *parts: str, length: int = 12) -> str:
    """An id from what defines the thing: ``prefix`` and a hash of the parts in order."""
    digest = hashlib.sha256(_SEPARATOR.join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:length]}"


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; accents are dropped.

    >>> slug("CoreWeave Compute Acquisition Co. IV, LLC")
    'coreweave-compute-acquisition-co-iv-llc'
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")
