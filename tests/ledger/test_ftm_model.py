"""The export against the model's own library, where somebody has installed it.

Not among our requirements: it needs ICU. Run with ``pip install followthemoney``; checked with
version 4.11.2, by which every line of the bundled data and of a corpus of filings was valid.
"""

from dataclasses import replace

import pytest

from graphbuild.ledger.interchange import to_ftm
from graphbuild.records.entity import EntityKind
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd
from tests.ledger.test_ledger import contents

followthemoney = pytest.importorskip(
    "followthemoney", reason="the model's library is not installed: pip install followthemoney"
)


def everything():
    """A ledger with a flow of every family, a state that is owned, and withheld names."""
    kinds = ("loan", "equity", "warrant", "guarantee", "cloud_contract", "lease", "bond", "holding")
    claims = [claim("a", "b", kind, usd(7), document=kind) for kind in kinds]
    claims += [claim("a", "unnamed:customer-a", "revenue", share="0.16", measure="share")]
    claims += [claim("unnamed:noteholders", "fund", "bond", usd(9), document="n")]
    entities = (
        entity("a", cik="1"),
        entity("b", parent="fund"),
        entity("fund", kind=EntityKind.SOVEREIGN, parent="a"),
        entity("banks", "Banks (group)", is_group=True),
    )
    found = resolve_claims(claims, Registry(entities))
    return replace(
        contents(),
        claims=tuple(claims),
        entities=found.entities,
        deals=tuple(found.deals),
        flows=found.flows,
    )


def test_every_line_is_valid_and_every_reference_has_the_right_schema():
    things = {thing["id"]: thing for thing in to_ftm(everything())}
    model = followthemoney.model
    assert len(things) > 15
    for thing in things.values():
        schema = model.get(thing["schema"])
        assert schema is not None
        assert not schema.abstract
        schema.validate(thing)
        assert set(schema.required) <= set(thing["properties"])
        for name, values in thing["properties"].items():
            prop = schema.get(name)
            assert prop is not None, (thing["schema"], name)
            assert not prop.stub, (thing["schema"], name)
            for value in values:
                if prop.type.name == "entity":
                    assert model.get(things[value]["schema"]).is_a(prop.range), (thing, name)
                else:
                    assert prop.type.clean(value) == value, (thing["schema"], name, value)
