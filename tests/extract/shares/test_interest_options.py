"""Options on stakes, guarantees for those without a name, warrants sold beside shares."""

import pytest

from tests.extract.writing import filing, short

_HC, _BW, _QS = "harbor-compute", "brightwater-capital", "quillstone-data"

OPTIONS = {
    "a put of the minority": (
        "Under the agreement, Brightwater Capital has the right (the “Put Option”) to require "
        "the Company to purchase the remaining shares of Quillstone Data Ltd. held by Brightwater "
        "Capital, at a price of $96.20 per share.",
        [(_BW, _QS, "option_position", None, "signed")],
    ),
    "a call of the owner": (
        "The Company has a call option to acquire the remaining 49% of Quillstone Data Ltd. from "
        "Brightwater Capital.",
        [(_HC, _QS, "option_position", None, "signed")],
    ),
    "what call options allow": (
        "The call options allow the Company to purchase the 25% noncontrolling interest in "
        "Quillstone Data Ltd. over time.",
        [(_HC, _QS, "option_position", None, "signed")],
    ),
    "an option given to the filer": (
        "The Company was granted an option to acquire up to 20% of the shares of Quillstone Data "
        "Ltd.",
        [(_HC, _QS, "option_position", None, "signed")],
    ),
    "the interest of a fund's investors": (
        "Our subsidiary has the option to buy the tax equity investor's interest in the fund at "
        "its market value.",
        [(_HC, "unnamed:financing-funds", "option_position", None, "signed")],
    ),
}
NO_OPTIONS = (
    "We have the option to purchase the leased equipment from Brightwater Capital.",
    "We granted an option to acquire 20% of the shares of Quillstone Data Ltd.",
    "Brightwater Capital has the option to purchase 500,000 shares of our common stock.",
    "The option to acquire the remaining 49% of Quillstone Data Ltd. expired.",
)
UNNAMED = {
    "payments guaranteed to investors": (
        "In some cases we have guaranteed payments to the fund investors as the contracts say.",
        [(_HC, "unnamed:investors", "guarantee", None, "funded")],
    ),
    "warrants at a closing": (
        "On May 4, 2026, the Company closed the May 2026 Public Offering and issued the Firm "
        "Shares and the Pre-Funded Warrants.",
        [("unnamed:public-investors", _HC, "warrant", None, "funded")],
    ),
    "warrants beside shares": (
        "On May 4, 2026, we sold 2,000,000 shares of common stock and accompanying warrants to "
        "purchase 2,000,000 shares of common stock in a registered direct offering.",
        [("unnamed:public-investors", _HC, "warrant", None, "funded")],
    ),
    "a supply agreement for what the filer has made": (
        "In May 2026 we entered into a supply agreement for contract manufacturing of our chips.",
        [(_HC, "unnamed:suppliers", "supply_contract", None, "signed")],
    ),
}
NOT_UNNAMED = (
    "We have guaranteed minimum payments to our employees.",
    "On May 4, 2026, the Company closed the May 2026 Public Offering and issued the Firm Shares.",
    "In May 2026 we entered into a supply agreement for the manufacturing of a customer's chips.",
)


@pytest.mark.parametrize("name", OPTIONS)
def test_options_on_stakes_run_from_holder_to_company(name: str) -> None:
    sentence, expected = OPTIONS[name]
    assert short(filing(sentence)) == expected


@pytest.mark.parametrize("sentence", NO_OPTIONS)
def test_other_options_are_none_on_stakes(sentence: str) -> None:
    assert [row for row in short(filing(sentence)) if row[2] == "option_position"] == []


@pytest.mark.parametrize("name", UNNAMED)
def test_contracts_with_the_unnamed_count_without_a_figure(name: str) -> None:
    sentence, expected = UNNAMED[name]
    assert short(filing(sentence)) == expected


@pytest.mark.parametrize("sentence", NOT_UNNAMED)
def test_what_is_no_such_contract_gives_nothing(sentence: str) -> None:
    assert short(filing(sentence)) == []
