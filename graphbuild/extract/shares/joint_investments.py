"""Several parties put money in at once, each its own sum; money put into a vehicle.

Lives here: wording where one verb serves two investors, or the sentence names what was put in and
leaves the vehicle unnamed. Not here: one investor and one company (`equity`), rounds (`rounds`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import ANTECEDENT, VENTURE, Rule
from graphbuild.extract.shares.share_words import DEBT_WORDS
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY


_with_sum = partial(Rule, instrument=_EQUITY, needs_amount=True)


def _funding_commitments() -> tuple[Rule, ...]:
    """By "an investment in Lumen and commitments of $2 billion, of which $1 billion was paid"."""
    start = r"{s},? {aux}(?:an? )?investments? in {t} and (?:have |has )?(?:made )?(?:total )?"
    return tuple(
        _with_sum(
            name=f"funding_{name}",
            cue=r"funding commitment",
            where="filing",
            template=start + rf"funding commitments? of {figures}",
            measure=measure,
            status=status,
            keep_status=True,
            shares_words=True,
        )
        for name, figures, measure, status in (
            ("committed", r"{m}", Measure.COMMITTED, Status.SIGNED),
            (
                "paid",
                r"<M\d+>,? of which {m} (?:has|had|have) been (?:funded|paid|drawn|called)",
                Measure.PAID,
                Status.FUNDED,
            ),
        )
    )


def _in_turn() -> tuple[Rule, ...]:
    """By "A will invest $2 billion and B $1 billion in C", which saves a verb, each has its own."""
    verb = r"invest(?:s|ed|ing)?"
    into = r"(?:in|into) {t}"
    return tuple(
        _with_sum(
            name=f"invest_in_turn_{index}",
            cue=r"invest",
            needs=r"<m\d+>,? (?:and|while) <p\d+>",
            template=template,
            shares_words=True,
        )
        for index, template in enumerate(
            (
                rf"{{s}},? {{aux}}{verb} {{m}},? (?:and|while) <P\d+>,? (?:[a-z]+ )*<M\d+> {into}",
                rf"<P\d+>,? {{aux}}{verb} <M\d+>,? (?:and|while) (?P<source><P\d+>),? {{m}} {into}",
            )
        )
    )


def _commitments_to_it() -> tuple[Rule, ...]:
    """By "we have made funding commitments of $13 billion, of which $11 billion was funded"."""
    start = r"{s},? {aux}(?:made |have |has )?(?:total |aggregate )?funding commitments? of "
    paid = (
        r",? of which {m} (?:has|had|have|was|were)(?: been)? (?:funded|paid|drawn|called|invested)"
    )
    shapes = (
        ("it_committed", start + r"{m}", ANTECEDENT, Measure.COMMITTED, Status.SIGNED),
        ("it_paid", start + r"<M\d+>" + paid, ANTECEDENT, Measure.PAID, Status.FUNDED),
        (
            "invests_part_paid",
            r"{s},? {aux}invest <M\d+> (?:in|into) {t}" + paid,
            "",
            Measure.PAID,
            Status.FUNDED,
        ),
    )
    return tuple(
        _with_sum(
            name=name,
            cue=r"funding commitment|of which",
            template=template,
            target=target,
            measure=measure,
            status=status,
            keep_status=True,
            shares_words=True,
        )
        for name, template, target, measure, status in shapes
    )


JOINT_RULES: tuple[Rule, ...] = (
    *_commitments_to_it(),
    *_in_turn(),
    _with_sum(
        name="other_invests_too",
        cue=r"invest",
        needs=r"\b(?:while|and|with)\b",
        where="news",
        refuses=DEBT_WORDS,
        template=(
            r"[Ii]nvest(?:s|ed|ing|ment)?(?:[^<>;]|<M\d+>){0,60}? (?:in|into) {t}(?:[^<>;]|"
            r"<M\d+>){0,60}?,? (?:while|and|with) {s},? {aux}(?:commit(?:s|ted|ting)?|"
            r"contribut(?:e[sd]?|ing)|add(?:s|ing)?|pledg(?:e[sd]?|ing)) {m}(?! "
            r"(?:to|in|into|on|of|for|worth) )"
        ),
        status=Status.ANNOUNCED,
        shares_words=True,
    ),
    *_funding_commitments(),
    _with_sum(
        name="puts_equity_in",
        cue=r"equity|cash|capital",
        needs=r"contribut|venture|\bjv\b|vehicle|entit|\bspv\b|equity",
        where="news",
        refuses=r"equity research|private equity (?:firm|fund)s? (?:are|is)",
        template=(
            r"{s}(?: itself)?,? {aux}(?:contribut(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|"
            r"put(?:s|ting)? (?:up|in)|inject(?:s|ed|ing)?) {m} (?:in|of) "
            r"(?:new |additional |fresh |preferred |common |immediate )*(?:equity|cash|capital)\b"
            r"(?: (?:in)?to {t}| for {t2}| in {t3})?"
        ),
        target=VENTURE,
    ),
    _with_sum(
        name="equity_of_vehicle",
        cue=r"equity|investment",
        needs=r"\bspv\b|vehicle|venture|project|campus",
        where="news",
        template=r"{m} (?:in|of) (?:equity|investment|equity investment) from {s}",
        status=Status.ANNOUNCED,
        target="spv",
    ),
)
