"""Who a sentence speaks of, and who of them is only an agent."""

from graphbuild.extract.grammar.names import gazetteer
from graphbuild.extract.grammar.parties import (
    Voice,
    find_parties,
    publisher,
    unnamed_label,
    usable_terms,
    voice_of,
)
from tests.extract.writing import FILER, NAMES, filing, news

VOICE = Voice(
    filer=FILER,
    known=gazetteer(NAMES),
    terms=usable_terms([("HCAC IV", "Harbor Compute Acquisition Co. IV, LLC")]),
)


def _named(text: str) -> list[str]:
    return [m.name for m in find_parties(text, VOICE) if not m.is_agent]


def test_we_and_the_company_are_the_filer():
    assert _named("We lent it and the Company signed") == ["Harbor Compute, Inc."] * 2
    assert all(m.cik == FILER.cik for m in find_parties("We lent it", VOICE))


def test_our_is_a_possessive_of_the_filer():
    (mention,) = find_parties("terminated our facility", VOICE)
    assert mention.is_filer
    assert mention.is_possessive


def test_a_defined_term_stands_for_its_full_name():
    assert _named("HCAC IV borrowed") == ["Harbor Compute Acquisition Co. IV, LLC"]


def test_contracts_and_plans_are_no_parties_even_when_defined():
    terms = [("Credit Agreement", "Amended Credit Agreement"), ("Company", "Harbor Compute, Inc.")]
    assert usable_terms(terms) == ()


def test_a_joint_venture_is_known_by_its_own_term():
    assert usable_terms([("Delta JV", "two joint ventures")]) == (("Delta JV", "Delta JV"),)


def test_agents_arrangers_and_bookrunners_are_marked_also_in_lists():
    text = "with Northgate Bank, N.A., Ashgrove and Corvid, as joint bookrunners"
    assert all(m.is_agent for m in find_parties(text, VOICE))


def test_a_lender_who_is_also_agent_is_a_lender():
    text = "with Northgate Bank, N.A., as lender and administrative agent"
    assert not find_parties(text, VOICE)[0].is_agent


def test_withheld_names_keep_a_label():
    (mention,) = find_parties("signed with an investment-grade customer in May", VOICE)
    assert mention.is_unnamed
    assert unnamed_label(mention.name) == "investment-grade-customer"


def test_the_company_of_a_report_is_not_a_withheld_name():
    voice = Voice(filer=None, known=gazetteer(NAMES))
    assert find_parties("the company said each company will pay", voice) == ()


def test_a_newsroom_speaks_for_its_company_only_when_its_links_are_its_own():
    own = news("We raised money", title="Tidepool News", link="https://www.tidepool.com/n/1")
    foreign = news("We raised money", title="Tidepool News", link="https://paper.example/n/1")
    found = publisher(own, NAMES)
    assert found is not None
    assert found.name == "Tidepool"
    assert publisher(foreign, NAMES) is None


def test_the_filers_short_name_is_the_filer():
    voice = voice_of(filing("x"), NAMES)
    assert find_parties("Harbor Compute signed", voice)[0].is_filer
