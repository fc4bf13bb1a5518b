"""What a status and an error page mean: gone, refused, broken, or only busy.

Not here: asking again (`http`).
"""

import datetime as dt
import email.utils
from collections.abc import Mapping

import requests

from graphbuild.sources.bodies import Cause, Pace, RequestError, error_page, read_body


def refuse_status(response: requests.Response, pace: Pace) -> None:
    """Anything but 200 as an error, by what can be done about it.

    Raises
    ------
    RequestError
        with the pause that the server asked for, where it did.
    """
    status, url = response.status_code, response.url
    if status == 200:
        return
    try:
        head = next(read_body(response, 1_000_000, pace), b"")
    except RequestError:
        head = b""
    page = error_page(head)
    message = f"status {status}" + (f" ({page})" if page else "")
    if status in (404, 410) or page in ("AccessDenied", "NoSuchKey"):
        # EDGAR's stores say 403 AccessDenied, in XML, for a file that does not exist.
        raise RequestError(Cause.NOT_FOUND, url, message)
    if b"Undeclared Automated Tool" in head:
        raise RequestError(Cause.UNDECLARED, url, f"{message}; correct sec_identity")
    if status in (403, 429):
        raise RequestError(Cause.REFUSED, url, message, retry_after(response.headers))
    if status >= 500 or status == 408:
        raise RequestError(Cause.SERVER, url, message, retry_after(response.headers))
    raise RequestError(Cause.NOT_FOUND, url, message)


def cause_of_page(head: bytes, wrong: str) -> Cause:
    """Why a body sent with status 200 is not what was asked for."""
    page = error_page(head)
    if "Undeclared Automated Tool" in page:
        return Cause.UNDECLARED
    if "Request Rate Threshold" in page:
        return Cause.REFUSED
    return Cause.TRUNCATED if "cut off" in wrong or "empty" in wrong else Cause.NOT_THE_DOCUMENT


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds a server asks to wait; a date is counted from the server's own clock.

    >>> retry_after({"Retry-After": "7"})
    7.0
    >>> retry_after({"Retry-After": "soon"}) is None
    True
    """
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        until = email.utils.parsedate_to_datetime(text)
        now = email.utils.parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, TypeError, IndexError):
        return None
    return max(0.0, (_aware(until) - _aware(now)).total_seconds())


def _aware(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
