"""Sums go where their parts are claims, net where the gross is; chance sums stay."""

import pytest

from tests.extract.writing import filing, news, rows


def _amounts(document):
    return sorted(row["amount"] for row in rows(document) if row["amount"])


@pytest.mark.parametrize(
    ("sentences", "amounts"),
    [
        (
            (
                "At June 30, 2026, we had a total of $7 billion of revolving credit facilities, $3"
                " billion expiring in May 2029 and $4 billion expiring in May 2031.",
            ),
            [3_000_000_000, 4_000_000_000],
        ),
        (
            (
                "At June 30, 2026, we had revolving credit facilities of $900 million, of which"
                " $400 million expires in May 2029 and $500 million expires in May 2031.",
            ),
            [400_000_000, 500_000_000],
        ),
        (
            (
                "Ferrow Metal, a wholly owned subsidiary of the Company, has a $7 million Credit"
                " Facility, which consists of a $5 million Line of Credit and a $2 million"
                " Tooling Guidance Line.",
            ),
            [2_000_000, 5_000_000],
        ),
        (
            (
                "In June 2026, we issued $300 million of 4.125% senior notes due 2029.",
                "In June 2026, we issued $200 million of 4.625% senior notes due 2036.",
                "In June 2026, we issued $500 million in aggregate principal amount of 4.125% Notes"
                " and 4.625% Notes.",
            ),
            [200_000_000, 300_000_000],
        ),
    ],
)
def test_a_sum_goes_where_its_parts_are_claims(sentences, amounts):
    assert _amounts(filing(*sentences)) == amounts


def test_the_total_of_two_series_goes():
    document = news(
        "Tidepool to sell notes",
        "Tidepool plans to offer $3 billion in convertible senior notes.",
        "Tidepool intends to offer $2 billion of convertible notes due 2030 and $1 billion of"
        " convertible notes due 2032.",
    )
    assert 3_000_000_000 not in _amounts(document)


def test_notes_of_their_own_coupon_are_no_sum():
    document = filing(
        "In June 2026, we issued $300 million of 4.125% senior notes due 2029 and $200 million of"
        " 4.625% senior notes due 2036.",
        "In March 2024, we issued $500 million of 5.5% senior notes due 2034.",
    )
    assert _amounts(document) == [200_000_000, 300_000_000, 500_000_000]


@pytest.mark.parametrize(
    "listed",
    [
        "We have a $100 million term loan, a $200 million term loan and a $300 million line of"
        " credit.",
        "We have a $300 million term loan, a $100 million term loan and a $200 million line of"
        " credit.",
    ],
)
def test_loans_listed_together_that_add_up_by_chance_all_stay(listed):
    assert _amounts(filing(listed)) == [100_000_000, 200_000_000, 300_000_000]


def test_a_programme_as_large_as_two_credit_lines_stays():
    document = filing(
        "We have a commercial paper program of up to $700 million.",
        "At June 30, 2026, we had revolving credit facilities of $700 million, of which $300"
        " million expires in May 2029 and $400 million expires in May 2031.",
    )
    assert _amounts(document) == [300_000_000, 400_000_000, 700_000_000]


@pytest.mark.parametrize(
    "net",
    [
        "We sold 5,000,000 shares of our common stock in June 2026 for net proceeds of"
        " approximately $47.0 million.",
        "During June 2026, we sold 5,000,000 shares of common stock for an aggregate purchase price"
        " of $47.2 million, net of offering costs.",
    ],
)
def test_net_proceeds_go_beside_the_gross_of_the_same_shares(net):
    gross = (
        "In June 2026, we sold 5,000,000 shares of our common stock for gross proceeds of $50.0"
        " million."
    )
    assert _amounts(filing(gross, net)) == [50_000_000]
    assert len(_amounts(filing(gross, net.replace("5,000,000", "4,900,000")))) == 2


def test_half_a_year_goes_beside_its_quarters():
    half = (
        "During the six months ended June 30, 2026, we sold 3,000,000 shares of common stock for"
        " net proceeds of $30.0 million."
    )
    quarters = (
        "In the first quarter of 2026, we sold 1,000,000 shares of common stock for net proceeds"
        " of $11.0 million.",
        "In the second quarter of 2026, we sold 2,000,000 shares of common stock for net proceeds"
        " of $19.0 million.",
    )
    assert _amounts(filing(half, *quarters)) == [11_000_000, 19_000_000]
    other = half.replace("3,000,000", "3,100,000")
    assert _amounts(filing(other, *quarters)) == [11_000_000, 19_000_000, 30_000_000]


def test_a_cash_flow_line_goes_beside_the_sale():
    sale = (
        "In June 2026, we sold 2,000,000 shares of common stock under the sales agreement for"
        " gross proceeds of $20.0 million."
    )
    line = (
        "Our cash flows from financing activities consisted of proceeds from underwritten offerings"
        " of common stock of $19.6 million."
    )
    assert _amounts(filing(sale, line)) == [20_000_000]
    assert _amounts(filing(line)) in ([], [19_600_000])


def test_one_facility_in_two_currencies_is_the_contracts_own():
    document = filing(
        "In June 2026, we entered into a credit agreement with Northgate Bank, N.A., which provides"
        " for up to CAD 60 million (approximately USD $43.8 million) of term loans.",
        "The credit agreement with Northgate Bank, N.A. provides for up to USD $43.8 million of"
        " term loans.",
    )
    assert [(r["amount"], r["currency"]) for r in rows(document)] == [(60_000_000, "CAD")]


def test_loans_of_two_currencies_are_two_without_a_translation():
    document = filing(
        "In June 2026, we entered into a CAD 60 million term loan with Northgate Bank, N.A.",
        "In June 2026, we entered into a $43.8 million term loan with Northgate Bank, N.A.",
    )
    assert _amounts(document) == [43_800_000, 60_000_000]


def test_what_is_added_is_no_size_beside_the_new_size():
    document = news(
        "Harbor adds to its loan",
        "Tidepool upsized its existing $325 million loan facility by an additional $250 million,"
        " increasing the total to $575 million.",
    )
    assert 250_000_000 not in _amounts(document)


@pytest.mark.parametrize(
    "total",
    [
        "The financing brings its total funding to $3 billion.",
        "Over the last six months, Voltly has raised a total of $3 billion.",
        "Its total funding now exceeds $3 billion.",
    ],
)
def test_all_a_company_has_raised_goes_beside_a_round(total):
    document = news("Voltly raises money", f"Voltly raised $2 billion in a Series C. {total}")
    assert _amounts(document) == [2_000_000_000]


def test_a_total_goes_where_the_text_says_what_it_is_made_of():
    document = news(
        "Tidepool closes financing",
        "Tidepool closed a $3.5 billion financing facility.",
        "It comprises a $1.5 billion delayed-draw term loan and $2.0 billion in senior notes due"
        " 2031.",
    )
    assert 3_500_000_000 not in _amounts(document)
