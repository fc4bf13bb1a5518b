import pytest

from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (
    entity("cinder", "Cinder Semiconductor Corp."),
    entity("foundries", "Foundries (group)", is_group=True),
    entity("holders", "Bondholders (group)", is_group=True),
)


def row(instrument="purchase_commitment", amount=279, on="2032-07-26", **more):
    return claim(
        "cinder", "foundries", instrument, usd(amount), agreed_on=on, known_on="2032-08-26",
        deal_key="cinder-supply-2032-07", **more,
    )  # fmt: skip


def told(instrument="purchase_commitment", amount=45, on="2031-07-27", known_on="2031-08-27"):
    return claim(
        "Cinder Semiconductor Corp.", "unnamed:suppliers", instrument, usd(amount),
        agreed_on=on, known_on=known_on, document=f"report of {on}",
    )  # fmt: skip


def counted(*claims):
    deals = resolve_claims(claims, Registry(ENTITIES)).deals
    return sorted(int(d.amount.point) for d in deals if d.standing == "counted")


def test_a_reports_balance_is_not_added_to_the_editors_later_one():
    assert counted(row(), told()) == [279]


def test_nor_is_a_later_one_added_until_the_row_is_brought_up_to_date():
    assert counted(row(), told(amount=290, on="2032-10-25", known_on="2032-11-20")) == [279]


def test_the_reason_names_the_row_and_both_days():
    deals = resolve_claims([row(), told()], Registry(ENTITIES)).deals
    (shown,) = [d for d in deals if d.standing == "shown"]
    expected = "a balance of 2031-07-27; cinder-supply-2032-07 gives that of 2032-07-26"
    assert shown.standing_reason == expected


def test_leases_are_not_in_a_row_of_purchases():
    assert counted(row(), told("lease")) == [45, 279]


def test_a_row_of_a_contract_signed_on_a_day_of_its_own_holds_no_balance():
    assert counted(row(on="2032-07-14"), told()) == [45, 279]


def test_a_row_that_does_not_count_holds_nothing():
    assert counted(row(verification="secondary"), told()) == [45]


def notes(is_aggregate, on="2032-08"):
    return claim(
        "holders", "cinder", "convertible", usd(13_450), status="funded", agreed_on=on,
        known_on="2032-10-08", deal_key="cinder-converts", is_aggregate=is_aggregate,
    )  # fmt: skip


def issue(on, measure="headline"):
    return claim(
        "unnamed:noteholders", "Cinder Semiconductor Corp.", "convertible", usd(4_500),
        measure=measure, status="announced", agreed_on=on, known_on=on, tier="named_news",
        document=f"story of {on}",
    )  # fmt: skip


def test_an_issue_of_the_last_weeks_is_inside_the_editors_total():
    assert counted(notes(is_aggregate=True), issue("2032-08-19")) == [13_450]


@pytest.mark.parametrize("on", ["2032-04-02", "2032-09-20"])
def test_an_issue_of_long_before_or_after_is_not(on):
    assert counted(notes(is_aggregate=True), issue(on)) == [4_500, 13_450]


def test_a_single_issues_row_is_no_total():
    assert counted(notes(is_aggregate=False), issue("2032-08-19")) == [4_500, 13_450]


def test_older_notes_still_owed_are_not_inside_a_total_of_new_ones():
    owed = issue("2032-08-31", measure="outstanding")
    assert counted(notes(is_aggregate=True), owed) == [4_500, 13_450]
