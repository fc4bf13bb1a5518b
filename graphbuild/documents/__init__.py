"""Bytes -> Document. Knows the shape of forms and pages; knows nothing of what they say.

`read_document` is the one way in; `FORMATS` lists every kind of file with its reader, or with the
reason why it is not evidence.
"""

from graphbuild.documents.formats import FORMATS, Format
from graphbuild.documents.reading import Reading, read_document

__all__ = ["FORMATS", "Format", "Reading", "read_document"]
