"""What the comments and items of Schedules 13D and 13G say beyond a share of the class.

Lives here: options and warrants counted among a reporting person's shares; a client with more than
five per cent (Item 6). Not here: the share of the class itself (`ownership`, `schedule_covers`),
"the sole member of" (`wholly_owned`).

Flow: Document of such a form -> rows, readings -> Claim*.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, make_claim, party
from graphbuild.extract.grammar.issuer_names import is_reversed, person_name
from graphbuild.extract.grammar.parties import voice_of
from graphbuild.extract.grammar.sure_names import is_sure
from graphbuild.extract.sentences.carried import NOTHING_BEFORE
from graphbuild.extract.sentences.claiming import share_amount
from graphbuild.extract.sentences.reading import Reading, read
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, PartyMention, Role, Status, Terms
from graphbuild.records.document import Document, FormRow
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_UNDERLYING = re.compile(
    r"(?P<size>\d[\d,]*) (?:[A-Za-z]+ ){0,6}?(?:shares|units|ADSs|securities)\b[^.;\n]{0,80}?"
    r"(?:issuable upon (?:the )?exercise of|issuable pursuant to|underlying|subject to|"
    r"represented by|referenced by) (?:[a-z-]+ ){0,4}?"
    r"(?P<kind>(?P<side>call|put) options?|"
    r"(?:pre-?funded |common |outstanding )?(?:stock )?warrants?)\b",
    re.IGNORECASE,
)
_ITEM_SIX = re.compile(
    r"<P(?P<who>\d+)>,? (?:a <P\d+>,? )?(?:has|had|have) the right to receive[^.;]{0,140}?"
    r"(?P<share><S\d+>) (?:or more )?of (?:the )?(?:outstanding|issued|class|shares|common)"
)
_FORM = re.compile(r"^(?:SC(?:HEDULE)?) ?13[DG]\b", re.IGNORECASE)


def find_schedule_items(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a kind of option of a reporting person, and one a client that Item 6 names.

    Takes "Includes 775,800 shares of Common Stock issuable upon exercise of call options" in the
    comments of a reporting person, and "Shoal Master Fund Ltd., a Shoal Fund, has the right to
    receive ... more than 5 percent of the outstanding Common Stock"; refuses options that pay
    employees, which the forms call stock options.
    """
    owners = [row for row in document.rows if row.kind == "beneficial_owner"]
    for row in owners:
        yield from _options(document, row)
    issuer = next((row.get("issuername") for row in owners), "")
    if issuer and _FORM.match(document.form or document.kind):
        voice = voice_of(document, context.names, context.kinds)
        for sentence in (s for p in document.paragraphs for s in p.sentences):
            if "right to receive" in document.text[sentence.start : sentence.end]:
                reading = read(document, (sentence.start, sentence.end), voice, NOTHING_BEFORE)
                yield from _clients(document, reading, context, _issuer(owners[0]))


def _issuer(row: FormRow) -> PartyMention:
    return party(Role.TARGET, row.get("issuername"), cik=row.get("issuercik") or None)


def _owner(document: Document, row: FormRow) -> PartyMention:
    written = row.get("owner_name")
    is_turned = is_reversed(written, document.text)
    name = person_name(written) if is_turned else " ".join(written.split())
    return party(Role.SOURCE, name, written, cik=row.get("reportingpersoncik") or None)


def _options(document: Document, row: FormRow) -> Iterator[Claim]:
    seen: set[str] = set()
    if not row.get("owner_name") or not row.get("issuername"):
        return
    for match in _UNDERLYING.finditer(row.get("comments")):
        side = (match["side"] or "").lower()
        if side in seen:
            continue
        seen.add(side)
        yield make_claim(
            document,
            SCHEDULE_ITEMS.label,
            (row.start, row.end),
            InstrumentId.OPTION_POSITION if side else InstrumentId.WARRANT,
            (_owner(document, row), _issuer(row)),
            no_money(Qualifier.UNDISCLOSED),
            Measure.HEADLINE,
            Status.FUNDED,
            terms=Terms(facility=" ".join(match["kind"].split())),
            note=f"{match['size']} shares underneath {match['kind'].lower()}",
        )


def _clients(
    document: Document, reading: Reading, context: Context, issuer: PartyMention
) -> Iterator[Claim]:
    for match in _ITEM_SIX.finditer(reading.full):
        client = reading.parties[int(match["who"])].as_party(Role.SOURCE)
        percent = reading.percents[int(match["share"][2:-1])]
        if not is_sure(client, document, context):
            continue
        yield make_claim(
            document,
            SCHEDULE_ITEMS.label,
            (reading.start, reading.end),
            InstrumentId.HOLDING,
            (client, issuer),
            share_amount(percent.qualifier),
            Measure.SHARE,
            Status.FUNDED,
            share=percent.fraction,
            note="on whose behalf a reporting person holds",
        )


SCHEDULE_ITEMS = Pattern("schedule_items", 1, find_schedule_items)
