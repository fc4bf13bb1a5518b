"""Get bytes: from a folder, from the archive, from EDGAR, from feeds. The only room with sockets.

Documents are `RawItem`s; what did not arrive is an `Issue` or a `RequestError` with its cause.
"""

from graphbuild.sources.addresses import Doors
from graphbuild.sources.archive import Archive
from graphbuild.sources.bodies import Cause, RequestError
from graphbuild.sources.edgar import FilingRequest, download_filings
from graphbuild.sources.edgar_api import EdgarApi
from graphbuild.sources.fetched import Manners
from graphbuild.sources.folder import read_folder
from graphbuild.sources.http import Client
from graphbuild.sources.kept import KeptAnswers
from graphbuild.sources.ratelimit import Budget, budget_file

__all__ = [
    "Archive",
    "Budget",
    "Cause",
    "Client",
    "Doors",
    "EdgarApi",
    "FilingRequest",
    "KeptAnswers",
    "Manners",
    "RequestError",
    "budget_file",
    "download_filings",
    "read_folder",
]
