"""Get bytes: from a folder, from the archive, from EDGAR. The only room that may open a socket.

Every source yields `RawItem`s, and an `Issue` for each thing that did not arrive.
"""

from graphbuild.sources.archive import Archive
from graphbuild.sources.edgar import FilingRequest, fetch_filings
from graphbuild.sources.folder import read_folder

__all__ = ["Archive", "FilingRequest", "fetch_filings", "read_folder"]
