from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("cinder", "Cinder Semiconductor Corp."),)


def obligation(amount, on="2031-01-26", instrument="purchase_commitment"):
    return claim(
        "Cinder Semiconductor Corp.", "unnamed:suppliers", instrument, usd(amount),
        agreed_on=on, known_on="2031-02-20", document=f"10-K of {on}",
    )  # fmt: skip


def counted(*claims):
    deals = resolve_claims(claims, Registry(ENTITIES)).deals
    return sorted(int(d.amount.point) for d in deals if d.standing == "counted")


def test_lines_that_add_up_to_a_total_are_shown_and_the_total_counts():
    assert counted(obligation(45079), obligation(30800), obligation(14300)) == [45079]


def test_lines_that_do_not_add_up_all_count():
    assert counted(obligation(45079), obligation(30800), obligation(9000)) == [9000, 30800, 45079]


def test_two_lines_are_never_a_total_and_its_only_part():
    assert counted(obligation(17038), obligation(1888)) == [1888, 17038]


def test_an_earlier_report_is_history():
    assert counted(obligation(39000, on="2030-01-28"), obligation(45079)) == [45079]


def test_leases_and_purchases_are_not_added_to_each_other():
    lines = (obligation(45079), obligation(30800), obligation(14300, instrument="lease"))
    assert counted(*lines) == [14300, 30800, 45079]


def debt(amount, on, facility="2028 Notes", instrument="bond", measure="outstanding"):
    return claim(
        "unnamed:noteholders", "Cinder Semiconductor Corp.", instrument, usd(amount),
        measure=measure, status="funded", agreed_on=on, known_on="2031-08-12",
        document=f"report of {on}", facility=facility,
    )  # fmt: skip


def test_a_newer_debt_table_replaces_the_older_one_though_its_lines_are_cut_otherwise():
    older = [debt(2_750, "2029-12-31", "2027 Notes"), debt(3_000, "2029-12-31", "2032 Notes")]
    newer = debt(5_500, "2030-12-31", "August 2022 Notes")
    assert counted(*older, newer) == [5_500]


def test_one_line_of_a_newer_report_is_no_table_and_replaces_nothing():
    older = [debt(2_750, "2029-12-31", "2027 Notes"), debt(3_000, "2029-12-31", "2032 Notes")]
    assert counted(*older, debt(500, "2030-12-31", "Bridge Note")) == [500, 2_750, 3_000]


def test_a_credit_line_of_an_earlier_report_is_history():
    lines = [
        debt(size, on, "", "revolver", "ceiling")
        for size, on in ((10, "2029-06-30"), (15, "2030-12-31"))
    ]
    assert counted(*lines) == [15]


def test_contracts_signed_on_days_of_their_own_are_no_balances():
    signed = [
        claim("unnamed:customer", "Cinder Semiconductor Corp.", "cloud_contract", usd(size),
              measure="headline", agreed_on=on, known_on=None, document="10-Q")
        for size, on in ((16, "2030-11-06"), (20, "2030-12-30"), (75, "2031-01-30"))
    ]  # fmt: skip
    assert counted(*signed) == [16, 20, 75]


def test_what_is_owed_at_two_dates_is_the_later_figure_however_near():
    assert counted(obligation(45_079), obligation(45_774, on="2031-07-27")) == [45_774]


def test_a_no_figure_relation_that_a_report_repeats_is_one():
    words = (
        "We rely on Foundry Works for the wafers of all our processors, under arrangements of old."
    )
    told = [
        claim("Cinder Semiconductor Corp.", "Foundry Works", "supply_contract", measure="headline",
              status="funded", agreed_on=on, known_on=known, document=on, quote=words)
        for on, known in (("2030-06-30", "2030-08-02"), ("2030-12-30", "2031-02-20"))
    ]  # fmt: skip
    assert len(resolve_claims(told, Registry(ENTITIES)).deals) == 1


def issue(amount, ends_on, rate):
    return claim(
        "unnamed:noteholders", "Cinder Semiconductor Corp.", "bond", usd(amount),
        measure="outstanding", status="funded", agreed_on="2031-07-27", known_on="2031-08-27",
        ends_on=ends_on, rate=rate, facility=f"Notes Due {ends_on}", document="10-Q",
    )  # fmt: skip


def test_notes_that_happen_to_add_up_to_another_issue_are_no_parts_of_it():
    lines = (
        issue(1_500, "2036", "2.85%"),
        issue(500, "2066", "3.70%"),
        issue(2_000, "2056", "3.50%"),
    )
    assert counted(*lines) == [500, 1_500, 2_000]


def test_a_line_told_first_in_a_year_is_no_event_of_its_last_day():
    def line(on, known_on):
        return claim(
            "unnamed:lenders", "Cinder Semiconductor Corp.", "revolver", usd(4_000),
            measure="ceiling", status="funded", agreed_on=on, known_on=known_on,
            document=f"report of {on}", ends_on=f"{int(on[:4]) + 4}-04",
        )  # fmt: skip

    assert counted(line("2029-12-31", "2029"), line("2030-12-31", "2031-02-05")) == [4_000]


def sold(amount, on):
    return claim(
        "unnamed:noteholders", "Cinder Semiconductor Corp.", "bond", usd(amount),
        measure="headline", status="funded", agreed_on=on, known_on="2031-08-27", document="10-K",
    )  # fmt: skip


def test_an_issue_is_not_added_to_the_debt_table_that_lists_it():
    table = (issue(1_500, "2036", "2.85%"), issue(2_000, "2056", "3.50%"))
    assert counted(sold(5_000, "2027-06"), *table) == [1_500, 2_000]
    assert counted(sold(5_000, "2031-08"), *table) == [1_500, 2_000, 5_000]


def test_one_line_is_no_debt_table():
    assert counted(sold(5_000, "2027-06"), issue(1_500, "2036", "2.85%")) == [1_500, 5_000]
