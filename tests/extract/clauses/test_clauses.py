"""Plain clauses no special wording reads: verb, subject, what the money is, who stands after it."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.clauses.clause_words import ACTS, Act, Thing, thing_of
from graphbuild.extract.clauses.clauses import clauses_in
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.grammar.verb_forms import forms
from tests.extract.writing import KINDS, NAMES, filing, news, rows_of_known


def _found(document):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"], r["status"])
        for r in rows_of_known(document)
    }


REPORTS = [
    (
        "Quillstone signed a cloud contract with Meridian. Under the deal, Meridian will pay $14 "
        "billion over five years.",
        ("meridian", "quillstone", "cloud_contract", 14_000_000_000, "signed"),
    ),
    (
        "Quillstone signed a cloud contract with Meridian. Under the deal, Meridian will pay $14 "
        "billion to Tidepool.",
        ("meridian", "quillstone", "cloud_contract", None, "signed"),
    ),
    (
        "Corvid's $3 billion deal to buy Tidepool collapsed in July.",
        ("corvid", "tidepool", "acquisition", 3_000_000_000, "terminated"),
    ),
    (
        "Corvid dropped its bid for Tidepool after talks with Meridian.",
        ("corvid", "tidepool", "acquisition", None, "terminated"),
    ),
    (
        "Brightwater agreed to take Tidepool private for $3 billion.",
        ("brightwater", "tidepool", "acquisition", 3_000_000_000, "signed"),
    ),
    (
        "Meridian paid $14 billion for a 49% stake in Tidepool.",
        ("meridian", "tidepool", "equity", 14_000_000_000, "funded"),
    ),
    (
        "Quillstone issued Tidepool $350 million of stock as part of the deal.",
        ("tidepool", "quillstone", "equity", 350_000_000, "funded"),
    ),
    (
        "Quillstone has lined up $750 million of credit from Brightwater for its campus.",
        ("brightwater", "quillstone", "loan", 750_000_000, "funded"),
    ),
    (
        "Tidepool has a $4 billion credit facility with Northgate Bank, N.A.",
        ("northgate-bank", "tidepool", "loan", 4_000_000_000, "funded"),
    ),
    (
        "Meridian is close to securing $8 billion of debt for a campus used by Tidepool.",
        ("unnamed:lenders", "meridian", "loan", 8_000_000_000, "rumoured"),
    ),
    (
        "Corvid has taken a $1 billion stake in Tidepool.",
        ("corvid", "tidepool", "equity", 1_000_000_000, "funded"),
    ),
    (
        "Corvid disclosed a $91 million stake in Quillstone on Friday.",
        ("corvid", "quillstone", "holding", 91_000_000, "funded"),
    ),
    (
        "Corvid has an option to invest another $2 billion in Tidepool.",
        ("corvid", "tidepool", "equity", 2_000_000_000, "signed"),
    ),
    (
        "Meridian will pay $6 billion for chip designer Corvid.",
        ("meridian", "corvid", "acquisition", 6_000_000_000, "announced"),
    ),
    (
        "Tidepool paid Quillstone $2.6 billion for cloud services in nine months.",
        ("tidepool", "quillstone", "cloud_contract", 2_600_000_000, "funded"),
    ),
    (
        "Corvid said its $5 billion investment in Tidepool closed in May.",
        ("corvid", "tidepool", "equity", 5_000_000_000, "funded"),
    ),
    (
        "Tidepool is in early talks with Northgate Bank, N.A. for a $4 billion credit line.",
        ("northgate-bank", "tidepool", "revolver", 4_000_000_000, "rumoured"),
    ),
    (
        "Lumen Robotics is nearing a deal for a $6 billion construction loan from Brightwater.",
        ("brightwater", "lumen-robotics", "loan", 6_000_000_000, "rumoured"),
    ),
    (
        "Quillstone recently signed a $3 billion, four-year GPU contract with Brightwater.",
        ("brightwater", "quillstone", "cloud_contract", 3_000_000_000, "signed"),
    ),
    (
        "Tidepool's $40 billion compute deal with Foxglove Partners runs for five years.",
        ("tidepool", "foxglove-partners", "cloud_contract", 40_000_000_000, "signed"),
    ),
    (
        "Lumen Robotics, run by its founder's two sons, borrowed $2 billion from Brightwater.",
        ("brightwater", "lumen-robotics", "loan", 2_000_000_000, "funded"),
    ),
    (
        "Corvid has confirmed that it will buy Tidepool for $9 billion in cash and stock.",
        ("corvid", "tidepool", "acquisition", 9_000_000_000, "announced"),
    ),
    (
        "Corvid confirmed the acquisition of Tidepool for $9 billion.",
        ("corvid", "tidepool", "acquisition", 9_000_000_000, "signed"),
    ),
    (
        "Brightwater bought 51% of Tidepool from Corvid for $4 billion.",
        ("brightwater", "tidepool", "equity", 4_000_000_000, "funded"),
    ),
    (
        "Meridian will guarantee $3 billion of payments that Quillstone owes to Lumen Robotics.",
        ("meridian", "lumen-robotics", "guarantee", 3_000_000_000, "announced"),
    ),
    (
        "Brightwater stumped up the equity, and Northgate Bank, N.A. is supplying Tidepool with a "
        "$700 million bridge facility.",
        ("northgate-bank", "tidepool", "loan", 700_000_000, "funded"),
    ),
    (
        "Quillstone capped the year by issuing $2.6 billion of 2033-maturing convertible bonds.",
        ("unnamed:noteholders", "quillstone", "convertible", 2_600_000_000, "funded"),
    ),
    (
        "Tidepool, flush with cash, allegedly inked a $30 billion deal with Meridian for cloud "
        "compute.",
        ("tidepool", "meridian", "cloud_contract", 30_000_000_000, "signed"),
    ),
    (
        "Quillstone had tapped $1.5 billion in margin loans by March.",
        ("unnamed:lenders", "quillstone", "loan", 1_500_000_000, "funded"),
    ),
    (
        "Tidepool has gone back to the well, receiving a $10 billion investment from Corvid.",
        ("corvid", "tidepool", "equity", 10_000_000_000, "funded"),
    ),
]


@pytest.mark.parametrize(("words", "claim"), REPORTS, ids=[w[:40] for w, _ in REPORTS])
def test_a_plain_clause_of_a_report_makes_a_claim(words, claim):
    assert claim in _found(news("A story", words))


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool reported $150 million of revenue from Meridian.",
        "Quillstone sold $694 million of available-for-sale debt securities and bought others.",
        "Northgate Bank, N.A. took a $40 million impairment on its loan to Quillstone.",
        "Quillstone closed a $5 billion debt and equity package.",
        "Data centers connected to Meridian will need $38 billion in loans, Quillstone said.",
        "Tidepool struck a $5 billion deal with Northgate Bank, N.A. last week.",
        "Quillstone upsized its existing $725 million credit facility.",
        "Quillstone's cash fell with the repayment of its term loan facility of $50 million.",
    ],
)
def test_words_that_leave_a_doubt_make_no_claim_of_a_clause(words):
    found = extract_claims(news("A story", words), Context(NAMES, KINDS)).claims
    assert [c for c in found if c.pattern.startswith("clause_claims/")] == []


@pytest.mark.parametrize(
    ("words", "investee"),
    [
        ("In May 2024, the Company closed an investment of $730,000 in Orrin, a semiconductor "
         "company focusing on proofs.", "orrin"),
        ("In May 2024, the Company closed an investment of $4,185,300 in Cyril, which is a leading "
         "trading firm.", "cyril"),
    ],
)  # fmt: skip
def test_a_filer_invests_in_a_name_that_the_sentence_calls_a_company(words, investee):
    found = _found(filing(words))
    assert [(s, t, i) for s, t, i, _, _ in found] == [("harbor-compute", investee, "equity")]


def test_a_filer_does_not_invest_in_a_word_that_nothing_calls_a_company():
    words = "In May 2024, the Company closed an investment of $730,000 in Orrin."
    assert not _found(filing(words))


def test_an_owner_of_a_loan_borrows():
    (clause,) = clauses_in("<P0>'s <M0> construction loan from <P1> closes soon")
    assert (clause.subject, clause.thing, clause.arguments["from"]) == ("<P0>", Thing.LOAN, "<P1>")


def test_a_subject_is_not_what_stands_after_a_preposition():
    (clause,) = clauses_in("<P0> signed a deal with <P1> to borrow <M0> of debt from <P2>")
    assert (clause.subject, clause.verb, clause.arguments["from"]) == ("<P0>", "borrow", "<P2>")


def test_the_sale_of_a_stake_is_no_stake_held():
    assert _found(news("A story", "Corvid disclosed a $1 billion stake sale in Tidepool.")) == set()


def test_a_subject_is_not_what_it_owns():
    (clause,) = clauses_in("<P0> used its <P1> shares to secure a <M0> margin loan from <P2>")
    assert clause.subject == "<P0>"


def test_two_sums_keep_their_own_parties():
    first, second = clauses_in("<P0> raised <M0> of equity from <P1> and secured <M1> in loans")
    assert first.arguments.get("from") == "<P1>"
    assert "from" not in second.arguments


def test_every_form_of_a_verb_acts_as_its_base():
    assert forms("raise") == ("raise", "raises", "raised", "raising")
    assert forms("supply")[1:3] == ("supplies", "supplied")
    assert "lent" in forms("lend")
    assert Act.GIVE in ACTS["lent"]


def test_a_noun_phrase_is_what_its_telling_words_say():
    assert thing_of("senior secured notes offering") is Thing.NOTES
    assert thing_of("Series A Convertible Preferred Stock") is Thing.EQUITY
    assert thing_of("at-the-market facility") is Thing.EQUITY
    assert thing_of("unsecured promissory note") is Thing.LOAN
    assert thing_of("impairment of equity") is None
    assert thing_of("blue paint") is None


def test_an_owned_loan_that_is_repaid_is_no_new_loan():
    assert not list(clauses_in("cash fell with the repayment of <P0>'s <M0> term loan from <P1>"))


@pytest.mark.parametrize(
    "text",
    [
        "Brightwater nears a $3.4 billion loan to a chip vehicle.",
        "Brightwater is close to finalising a $3.4 billion loan to an investment vehicle.",
    ],
)
def test_whoever_nears_a_loan_to_another_does_not_borrow_it(text):
    assert _found(news("A story", text)) == set()


def test_what_a_loan_is_for_is_not_whom_it_goes_to():
    text = "Quillstone took out a $3.4 billion loan to fund its venture with a developer."
    assert {(s, t) for s, t, *_ in _found(news("A story", text))} == {
        ("unnamed:lenders", "quillstone")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Meridian will invest $1 billion in a solar farm built by Corvid.",
        "Meridian will invest $1 billion in machines from Corvid.",
    ],
)
def test_money_put_into_things_is_no_stake_in_their_maker(text):
    found = _found(news("A story", text))
    assert not any(instrument == "equity" for _, _, instrument, _, _ in found)
