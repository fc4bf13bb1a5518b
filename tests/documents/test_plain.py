"""Saved copies in plain text: where a table begins and ends, what a paragraph is."""

from graphbuild.documents.plain import render_plain


def test_lines_before_and_after_a_saved_table_are_text():
    text = (
        "At March 31, 2026 we owed (in thousands):\n"
        "Facility | Committed | Outstanding\n"
        "Revolver | $300,000 | $141,214\n"
        "Term Loan | 525,000 | 200,000\n"
        "The list is not exhaustive.\n"
    )
    rendering = render_plain(text)
    (table,) = rendering.tables
    assert [row.cells[0].text for row in table.rows] == ["Facility", "Revolver", "Term Loan"]
    assert table.caption.startswith("At March 31, 2026")
    assert rendering.text.rstrip().endswith("The list is not exhaustive.")
    assert rendering.paragraphs[-1].end - rendering.paragraphs[-1].start == len(
        "The list is not exhaustive."
    )


def test_a_line_longer_than_anybody_types_is_a_paragraph_of_its_own():
    first, second = "A first paragraph. " * 12, "A second one. " * 15
    rendering = render_plain(f"{first}\n{second}\n")
    assert len(rendering.paragraphs) == 2
