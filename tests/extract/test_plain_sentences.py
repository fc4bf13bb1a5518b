"""Plain sentences that one wording alone reads: each would be lost with its rule."""

import pytest

from tests.extract.writing import filing, news, rows_of_known

_M, _B = 1_000_000, 1_000_000_000


def _told(document):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"] or r["share"])
        for r in rows_of_known(document)
    }


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Brightwater Capital provided a limited guaranty under which Brightwater Capital would "
         "make payments to Lumen Robotics.",
         ("brightwater-capital", "lumen-robotics", "guarantee", None)),
        ("We owe $4 million to Brightwater Capital under the promissory note.",
         ("brightwater-capital", "harbor-compute", "loan", 4 * _M)),
        ("Advances from Brightwater Capital to Lumen Robotics of $4 million bear no interest, and "
         "the loan is due on demand.",
         ("brightwater-capital", "lumen-robotics", "loan", 4 * _M)),
        ("We made a $14 million loan to an affiliate.",
         ("harbor-compute", "unnamed:borrower", "loan", 14 * _M)),
        ("On May 5, 2026, we entered into a share purchase agreement to acquire all outstanding "
         "shares of Lumen Robotics.",
         ("harbor-compute", "lumen-robotics", "acquisition", None)),
        ("The agreement provides that Meridian will acquire all of the outstanding shares of Lumen "
         "Robotics.",
         ("meridian", "lumen-robotics", "acquisition", None)),
        ("We entered into an agreement with Tidepool AI to purchase $40 million of its preferred "
         "stock.",
         ("harbor-compute", "tidepool-ai", "equity", 40 * _M)),
        ("We have an investment in Lumen Robotics and have made funding commitments of $40 "
         "million, of which $10 million has been funded.",
         ("harbor-compute", "lumen-robotics", "equity", 40 * _M)),
        ("As of June 30, 2026, we held $40 million of equity investments in public and private "
         "companies.",
         ("harbor-compute", "unnamed:investees", "holding", 40 * _M)),
        ("As of June 30, 2026, we held $40 million of non-marketable equity securities.",
         ("harbor-compute", "unnamed:private-companies", "holding", 40 * _M)),
        ("As of June 30, 2026, we had $40 million of equity method investments.",
         ("harbor-compute", "unnamed:equity-method-investees", "holding", 40 * _M)),
        ("We held 4 million shares of Tidepool AI with a fair value of $90 million.",
         ("harbor-compute", "tidepool-ai", "holding", 90 * _M)),
        ("Foxglove Fab LLC, our 40%-owned joint venture, opened its plant.",
         ("harbor-compute", "foxglove-fab", "ownership", 0.4)),
        ("We received shares representing 12% of the outstanding common stock of Tidepool AI.",
         ("harbor-compute", "tidepool-ai", "ownership", 0.12)),
        ("In May 2026 we issued warrants to Foxglove Partners.",
         ("foxglove-partners", "harbor-compute", "warrant", None)),
        ("We signed for total contracted revenue of $400 million from Tidepool AI.",
         ("tidepool-ai", "harbor-compute", "cloud_contract", 400 * _M)),
        ("Tidepool AI executed a ten-year lease for 40 MW of critical IT load.",
         ("tidepool-ai", "harbor-compute", "lease", None)),
        ("We paid $4 million to Foxglove Partners for hosting services in the six months ended "
         "June 30, 2026.",
         ("harbor-compute", "foxglove-partners", "cloud_contract", 4 * _M)),
        ("Lumen Robotics incurred costs of $4 million for services provided by Foxglove Partners.",
         ("lumen-robotics", "foxglove-partners", "supply_contract", 4 * _M)),
    ],
)  # fmt: skip
def test_a_filing_tells_the_deal(sentence, claim):
    assert claim in _told(filing(sentence))


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Corvid paid $2 billion to acquire Tidepool.",
         ("corvid", "tidepool", "acquisition", 2 * _B)),
        ("Corvid made a $2 billion investment in Tidepool, giving it a 10% stake.",
         ("corvid", "tidepool", "ownership", 0.1)),
        ("Brightwater bought 2 million of Tidepool shares for $40 million.",
         ("brightwater", "tidepool", "equity", 40 * _M)),
        ("Meridian will receive $2 billion of equity in Tidepool.",
         ("meridian", "tidepool", "equity", 2 * _B)),
        ("Tidepool was valued at $4 billion after its $400 million Series C led by Corvid.",
         ("corvid", "tidepool", "equity", None)),
        ("Corvid holds $40 million in common shares of Tidepool.",
         ("corvid", "tidepool", "holding", 40 * _M)),
        ("Corvid owns 4 million shares of Tidepool, worth $90 million.",
         ("corvid", "tidepool", "holding", 90 * _M)),
        ("Tidepool fell after Corvid said it had trimmed its stake in the company.",
         ("corvid", "tidepool", "holding", None)),
        ("The $40 million round for Tidepool was led by Brightwater.",
         ("brightwater", "tidepool", "equity", None)),
        ("Corvid's 40%-owned affiliate Tidepool opened its plant.",
         ("corvid", "tidepool", "ownership", 0.4)),
        ("Corvid is Tidepool's largest shareholder, with 12%.",
         ("corvid", "tidepool", "ownership", 0.12)),
        ("Quillstone granted penny warrants to Meridian.",
         ("meridian", "quillstone", "warrant", None)),
        ("Meridian's backstop of the leases came in exchange for warrants in Quillstone.",
         ("meridian", "quillstone", "warrant", None)),
        ("Under the agreement, Meridian will deploy Corvid fuel cells at its campus.",
         ("meridian", "corvid", "supply_contract", None)),
        ("Meridian's $4 billion order for Corvid chips was the largest.",
         ("meridian", "corvid", "supply_contract", 4 * _B)),
        ("Tidepool is also a customer of Quillstone.",
         ("tidepool", "quillstone", "cloud_contract", None)),
    ],
)  # fmt: skip
def test_a_report_tells_the_deal(sentence, claim):
    assert claim in _told(news("Deals of the week", sentence))


@pytest.mark.parametrize(
    ("verb", "status"),
    [("Completes", "funded"), ("Agrees", "signed"), ("Nears", "rumoured")],
)
def test_a_headline_deal_for_a_company_buys_it(verb, status):
    found = rows_of_known(news(f"Corvid {verb} $3 Billion Deal for Tidepool", ""))
    assert [(r["source"], r["target"], r["amount"], r["status"]) for r in found] == [
        ("corvid", "tidepool", 3 * _B, status)
    ]
