"""Our ids <-> ids of the FollowTheMoney model, which may hold letters, digits, dots and hyphens.

``:`` becomes two dots, ``@`` becomes ``.at.``, anything else ``.xHEX.``; reading them gives ours.
"""

import re

_OTHER = re.compile(r"[^0-9A-Za-z.-]")
_WRITTEN = re.compile(r"\.x([0-9a-f]+)\.")


def to_ftm_id(identifier: str) -> str:
    """Our id as the model accepts it.

    >>> to_ftm_id("unnamed:customer-a@nvidia")
    'unnamed..customer-a.at.nvidia'
    """
    plain = identifier.replace(":", "..").replace("@", ".at.")
    return _OTHER.sub(lambda match: f".x{ord(match.group()):x}.", plain)


def from_ftm_id(identifier: str) -> str:
    """The id that `to_ftm_id` was given; ids of other makers stay as they are.

    >>> from_ftm_id("unnamed..customer-a.at.nvidia")
    'unnamed:customer-a@nvidia'
    """
    plain = _WRITTEN.sub(lambda match: chr(int(match.group(1), 16)), identifier)
    return plain.replace(".at.", "@").replace("..", ":")
