"""Who is asking: the name and e-mail address that the SEC requires of every program."""

import re

from graphbuild.errors import SettingsError

_IDENTITY = re.compile(r"^(?P<name>\S.*?)\s+<?(?P<address>[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+)>?$")


def parse_identity(identity: str) -> tuple[str, str]:
    """Name and e-mail address of "Name name@example.org".

    Raises
    ------
    SettingsError
        one of them is missing; nothing may be requested then.
    """
    match = _IDENTITY.match(identity.strip())
    if match is None or not identity.strip().isprintable() or not _fits_a_header(identity):
        raise SettingsError(
            f"sec_identity = {identity!r}: the SEC asks every program for a name and an e-mail"
            " address, in letters that a header can carry (Latin-1); set"
            " GRAPHBUILD_SEC_IDENTITY='Name name@example.org'"
        )
    return match["name"], match["address"]


def _fits_a_header(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True
