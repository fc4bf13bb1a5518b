"""Joint ventures that a report names with their owners, whose parts it does not tell.

Accepts: "Foxglove, the joint venture of Brightwater and Corvid, opened its first plant."
Accepts: "Brightwater and Corvid formed a joint venture called Foxglove."
Refuses: "Foxglove signed an agreement with the joint venture of Brightwater and Corvid."

Lives here: owners of a venture without percentages, in reports. Not here: halves (`even_ventures`),
percentages (`stakes`, `stakes_told`).
"""

from dataclasses import replace

from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_KIND = r"(?:(?P<role><P\d+>)|(?:an?|the|their|its) (?:[\w/-]+ ){0,4}?(?:joint venture|JV))"
_BETWEEN = r"(?:of|between|among|formed by|set up by|created by|owned by|established by|from)"
_FORM = (
    r"(?:form(?:s|ed|ing)?|creat(?:e[sd]?|ing)|launch(?:es|ed|ing)?|establish(?:es|ed|ing)?|"
    r"set(?:s|ting)? up|unveil(?:s|ed)?|own(?:s|ed)?|start(?:s|ed)?)"
)


def _rule(name: str, template: str, refuses: str = "") -> Rule:
    return Rule(
        name=name,
        instrument=InstrumentId.OWNERSHIP,
        cue=r"joint venture|\bjv\b|<p\d+>|owned|controlled",
        needs=r"<p\d+>.*<p\d+>",
        refuses=refuses,
        template=template,
        where="news",
        on_full=True,
        role=r"venture|JV",
        only_named=True,
        measure=Measure.SHARE,
    )


_RULES = (
    _rule(
        "is_owned_by",
        r"{t}(?!'s),? (?:which (?:is|was) |is |was )(?:(?:jointly|now|currently|majority|"
        r"wholly)[- ])*(?:co-)?(?:owned|controlled) by {s}(?!'s)(?=[,.;)]|$)",
    ),
    replace(
        _rule(
            "owns_it",
            r"{s}(?!'s),? (?:which |who )?(?:already |also |now )?owns {t}(?!'s)(?=[.,;)]|$)",
        ),
        is_target_sure=True,
    ),
    _rule(
        "is_venture_of",
        rf"{{t}}(?!'s),? (?:which )?(?:(?:is|was|will be) )?{_KIND} {_BETWEEN} {{s}}(?!'s)",
    ),
    _rule(
        "venture_called",
        rf"{{s}},? {{aux}}{_FORM} {_KIND},? (?:called|named|dubbed|known as|to be (?:called|named))"
        r" {t}",
    ),
    _rule(
        "venture_of_two_called",
        rf"{_KIND} {_BETWEEN} {{s}},? (?:is )?(?:called|named|dubbed|known as) {{t}}",
    ),
)

PATTERN = rule_pattern("ventures_told", 1, _RULES)
