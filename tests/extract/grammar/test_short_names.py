"""A short name that nothing defines: the one company of the paragraph whose name it begins."""

from tests.extract.writing import filing, rows


def _ends(*paragraphs):
    return {(row["source"], row["target"]) for row in rows(filing(*paragraphs))}


def test_a_short_name_is_the_company_whose_name_it_begins():
    words = "Under the agreement with Zephyr Ventures LLC, we may sell to Zephyr up to $9 million "
    assert _ends(words + "of our ordinary shares.") == {("zephyr-ventures", "harbor-compute")}


def test_a_short_name_of_the_next_sentence_is_the_same_company():
    words = (
        "We signed an agreement with Zephyr Ventures LLC in May. Zephyr has committed to buy up "
    )
    assert ("zephyr-ventures", "harbor-compute") in _ends(
        words + "to $9 million of our common stock under the equity purchase agreement."
    )


def test_a_short_name_that_two_companies_share_is_neither_of_them():
    words = "Under the deals with Zephyr Ventures LLC and Zephyr Lending LLC, we may sell to Zephyr"
    assert _ends(words + " up to $9 million of our shares.") == {("zephyr", "harbor-compute")}
