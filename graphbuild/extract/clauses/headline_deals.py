"""Deals a headline tells in its own short way: a cloud selected, a lease signed with nobody named.

Accepts: "Tidepool selects Quillstone's cloud to train its models"
Accepts: "Lumen Robotics signs 15-year, $7 billion AI data center lease at River Bend"
Refuses: "Tidepool selects Quillstone's chief executive as its chairman"

Lives here: wordings in which only what a party is known to be tells who pays whom. Not here:
contracts with both parties and a verb that says it (`contracts`, `clause_contracts`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.goods import CLOUDS
from graphbuild.extract.grammar.parties import unnamed_mention
from graphbuild.extract.grammar.releases import is_release
from graphbuild.extract.grammar.wording import status_of
from graphbuild.extract.sentences.claiming import amount_of, build, mentions_in
from graphbuild.extract.sentences.contract_value import money_after
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_LABEL = "headline_deals/1"

_SELECTS = re.compile(
    r"(?P<customer><P\d+>)(?!['’]s|-),? (?P<aux>(?:(?:has|have|will|also|plans to|to) )*)"
    r"(?:selects?|selected|chooses?|chose|chosen|picks?|picked|taps|tapped|turns to|turned to|"
    r"standardi[sz](?:es|ed) on|sign(?:s|ed) up (?:to|with|for)|(?:expands|expanded|is scaling|"
    r"scales) (?:its |the )?use of) "
    r"(?P<provider><P\d+>)(?P<tail>[^;.]{0,100})"
)
_SELECTION = re.compile(r"select|cho[os]e|pick|tap|standard|expand|turn|sign", re.IGNORECASE)
_CLOUD = re.compile(
    r"\b(?:cloud|comput(?:e|ing)|gpus?|infrastructure|platform|inference|train(?:ing)?)\b",
    re.IGNORECASE,
)
_NO_SERVICE = re.compile(
    r"\b(?:executive|chairman|ceo|director|stake|invest\w*|acqui\w+|advis\w+|bank|underwrit\w+)\b",
    re.IGNORECASE,
)
_LETS = re.compile(
    r"(?<!and )(?P<landlord><P\d+>)(?!['’]s|-),? (?P<aux>(?:(?:has|have|will|also|to|it) )*)"
    r"(?:signs?|signed|secures?|secured|lands?|landed|wins?|won|inks?|inked|announces?|announced|"
    r"executes?|executed|finalizes?|finalized)(?P<middle>(?:(?!<P\d+>(?!-))[^;]){0,90}?) "
    r"leases?\b(?! (?:option|expir|obligation|liabilit|back))(?P<tail>[^;]{0,120})"
)
_SCALER = re.compile(r"\bhyperscaler\b", re.IGNORECASE)
_OTHER_SIDE = re.compile(r"\b(?:with|from|to) (?:[a-z-]+ ){0,4}<P\d+>")
_HOSTS = frozenset({"host", "neocloud"})


_LETS_SUM = re.compile(
    r"^(?P<landlord><P\d+>)(?!['’]s|-),? (?P<aux>(?:(?:has|have|also) )*)[^<>;]{0,90}?\b(?:with|"
    r"signed|signs|landed|secured|won|inked) (?:an? |its )?(?P<middle>(?:[a-z0-9-]+,? "
    r"){0,3}<M\d+>(?: |-)(?:[a-z-]+ ){0,4}?)lease\b(?! (?:option|expir|obligation|liabilit|"
    r"back))(?P<tail>[^;]{0,120})"
)


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    if is_release(document):
        for reading in sentences.where(_SELECTION):
            yield from _selected(reading)
    for reading in sentences if sentences.is_news else ():
        if reading.is_news:
            yield from _selected(reading)
            if reading.is_headline or not reading.text.rstrip().endswith((".", "!", "?", "”", '"')):
                yield from _let(reading, _LETS)
            elif "<M" in reading.plain:
                yield from _let(reading, _LETS_SUM)


def _selected(reading: Reading) -> Iterator[Claim]:
    for match in _SELECTS.finditer(reading.plain):
        (provider,) = mentions_in(reading, match.group("provider"))
        status = status_of(match.group("aux"), reading.text, Status.ANNOUNCED, is_news=True)
        told = mentions_in(reading, match.group("tail"))
        words = " ".join((match.group("tail"), *(mention.name for mention in told)))
        if provider.kind not in CLOUDS or status is None:
            continue
        if _CLOUD.search(words) and not _NO_SERVICE.search(words):
            yield from build(
                reading,
                _LABEL,
                instrument=InstrumentId.CLOUD_CONTRACT,
                sources=mentions_in(reading, match.group("customer")),
                targets=[provider],
                status=Status.ANNOUNCED if status is Status.FUNDED else status,
                amount=amount_of(
                    reading, money_after(reading.plain, match.end("provider")) or None
                ),
            )


def _let(reading: Reading, wording: re.Pattern[str]) -> Iterator[Claim]:
    for match in wording.finditer(reading.plain):
        (landlord,) = mentions_in(reading, match.group("landlord"))
        around = match.group("middle") + match.group("tail")
        status = status_of(match.group("aux"), reading.text, Status.SIGNED, is_news=True)
        if landlord.kind not in _HOSTS or status is None or _OTHER_SIDE.search(around):
            continue
        value = re.search(r"<M\d+>", around)
        yield from build(
            reading,
            _LABEL,
            instrument=InstrumentId.LEASE,
            sources=[unnamed_mention("hyperscaler" if _SCALER.search(around) else "tenant")],
            targets=[landlord],
            status=Status.SIGNED if status is Status.FUNDED else status,
            amount=amount_of(reading, value.group() if value else None),
        )


PATTERN = Pattern(name="headline_deals", version=1, find=_find)
