"""Which addresses may be asked, and where EDGAR's doors are.

A server may send us anywhere by a redirect, and a feed may link to anything; neither gets us to
open a file, another scheme, or a machine of the private network. Not here: requests (`http`).
"""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from graphbuild.errors import SettingsError

Resolve = Callable[[str], Iterable[str]]
_SCHEMES = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """EDGAR's three hosts; others only for tests and mirrors.

    Raises
    ------
    SettingsError
        an address that is neither https nor on this machine.
    """

    www: str = "https://www.sec.gov"
    data: str = "https://data.sec.gov"
    search: str = "https://efts.sec.gov"

    def __post_init__(self) -> None:
        for name, url in (("www", self.www), ("data", self.data), ("search", self.search)):
            parts = urlsplit(url)
            if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts)):
                raise SettingsError(
                    f"EDGAR's {name} address {url!r}: https, or http on this machine only;"
                    " correct edgar_url, edgar_data_url or edgar_search_url"
                )
            if parts.path.strip("/") or parts.query or parts.username:
                raise SettingsError(f"EDGAR's {name} address {url!r}: write scheme and host only")

    @property
    def origins(self) -> frozenset[str]:
        """What may be asked although it is on this machine."""
        return frozenset(origin(url) for url in (self.www, self.data, self.search))


def origin(url: str) -> str:
    """Scheme, host and port of an address.

    >>> origin("HTTPS://Example.org/a?b")
    'https://example.org:443'
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return f"{scheme}://{(parts.hostname or '').lower()}:{parts.port or _SCHEMES.get(scheme, 0)}"


def resolve_host(host: str) -> list[str]:
    """Addresses of a host; none where the name cannot be resolved here (behind a proxy)."""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return []
    return sorted({str(entry[4][0]) for entry in found})


def refusal(url: str, trusted: frozenset[str], resolve: Resolve = resolve_host) -> str:
    """Why an address is not asked, or an empty string where it may be.

    Parameters
    ----------
    trusted : origins that the settings name; they may be on this machine.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower().rstrip(".")
        place = origin(url)
    except ValueError as error:
        return f"not an address: {error}"
    if parts.scheme.lower() not in _SCHEMES:
        return f"scheme {parts.scheme or 'none'!r} is not http or https"
    if not host or parts.username is not None or parts.password is not None:
        return "no host, or a name and password in the address"
    if place in trusted:
        return ""
    literal = _ip(host)
    found = [literal] if literal else [_ip(text) for text in resolve(host)]
    if host == "localhost" or any(ip is None or not _is_public(ip) for ip in found):
        return f"{host} is an address of this machine or of a private network"
    return ""


def is_private(address: str) -> bool:
    """Whether an IP address, as a connection names its other end, is not of the open internet."""
    ip = _ip(address)
    return ip is not None and not _is_public(ip)


def _ip(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        pass
    try:  # "127.1", "0x7f.1", "2130706433": what the system's resolver takes for an address
        return ipaddress.ip_address(socket.inet_aton(text))
    except (OSError, ValueError):
        return None


def _is_public(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return ip.is_global and not ip.is_multicast and (inner is None or inner.is_global)


def _is_loopback(parts: SplitResult) -> bool:
    ip = _ip(parts.hostname or "")
    return parts.hostname == "localhost" or (ip is not None and ip.is_loopback)
