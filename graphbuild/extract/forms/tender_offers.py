"""What a tender offer bought: Schedule TO of a third party, at its total price.

Lives here: "Scree Partners will accept for payment all shares tendered, for a total purchase price
of $16 million". Not here: offers of a company for its own shares, which return capital; takeovers
told in sentences with both names (`acquisition`).

Flow: Document of such a form -> readings -> Claim*; one a total.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.forms.schedule_covers import subject_company
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import readings
from graphbuild.records.claim import Claim, Confidence, PartyMention, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure

_KIND = re.compile(r"^(?:SC|SCHEDULE) TO-T\b", re.IGNORECASE)
_BOUGHT = re.compile(
    r"(?:<P(?P<who>\d+)>)?[^<>;]{0,80}?(?:accept(?:s|ed)? for (?:payment|purchase)|purchased|"
    r"bought)[^;]{0,160}?(?:shares|stock|ADSs|units)[^;]{0,260}?(?:total|aggregate) "
    r"(?:purchase |cash )?(?:price|cost|consideration|amount) of <M(?P<money>\d+)>"
)


def find_tenders(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a total price paid for the shares of the subject company.

    Takes "Scree Partners accepted for payment all shares validly tendered at $18 per share, for an
    aggregate purchase price of about $16 million"; refuses prices of a share and offers not yet
    accepted.
    """
    if not _KIND.match(document.form or "") and not _KIND.match(document.kind):
        return
    subject = subject_company(document)
    if document.filer is None or not subject:
        return
    seen: set[Amount] = set()
    for reading in readings(document, context):
        match = _BOUGHT.search(reading.plain)
        if match is None:
            continue
        amount = reading.money[int(match["money"])].amount
        buyer = _buyer(document, reading, match["who"])
        if amount in seen or plain_name(buyer.name) == plain_name(subject):
            continue
        seen.add(amount)
        yield _claim(reading, buyer, subject, amount)


def _buyer(document: Document, reading: Reading, who: str | None) -> PartyMention:
    """Whom the sentence names, else the filer, who makes the offer."""
    if who is not None:
        mention = reading.parties[int(who)]
        if not (mention.is_unnamed or mention.is_filer or mention.is_weak):
            return mention.as_party(Role.SOURCE)
    return filer(document, Role.SOURCE, "the offeror")


def _claim(reading: Reading, buyer: PartyMention, subject: str, amount: Amount) -> Claim:
    is_to_come = re.search(r"\bwill (?:accept|purchase|buy)\b", reading.plain)
    return make_claim(
        reading.document,
        TENDER_OFFERS.label,
        (reading.start, reading.end),
        InstrumentId.ACQUISITION,
        (buyer, party(Role.TARGET, subject)),
        amount,
        Measure.HEADLINE if is_to_come else Measure.PAID,
        Status.SIGNED if is_to_come else Status.FUNDED,
        confidence=Confidence.LIKELY,
        note="shares bought from their holders in a tender offer",
    )


TENDER_OFFERS = Pattern("tender_offers", 1, find_tenders)
