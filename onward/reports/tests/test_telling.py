"""No number below five can be worked out from the page, nor from this page and yesterday's."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from onward.reports.rules.telling import K, Number, Told, given_away, told
from tests.pace import examples


def split(draw: st.DrawFn, people: int, name: str) -> dict[str, int]:
    """So many people, in cells of a table that are mostly small."""
    cells, left = draw(st.integers(1, 6)), people
    table = {}
    for number in range(cells - 1):
        taken = min(left, draw(st.sampled_from((0, 0, 1, 2, 3, 4, 4, 5, 7, 12, left))))
        table[f"{name}{number}"], left = taken, left - taken
    return table | {f"{name}{cells - 1}": left}


@st.composite
def pages(draw: st.DrawFn) -> list[dict[str, int]]:
    people = draw(st.integers(0, 80))
    return [split(draw, people, name) for name in "abc"]


@settings(max_examples=examples(400))
@given(pages())
def test_any_small_number_fits_any_page(tables: list[dict[str, int]]) -> None:
    page = told(tables)
    assert given_away(page) == []
    for table, cells in zip(tables, page.tables, strict=True):
        assert [cell.key for cell in cells] in ([], list(table))
        assert all(cell.least <= table[cell.key] <= cell.most for cell in cells)
        assert all((cell.about is None) == (table[cell.key] < K) for cell in cells)
    assert page.total.least <= sum(tables[0].values()) <= page.total.most


def worked_out(page: Told) -> dict[str, set[int]]:
    """By trying every number that every cell may stand for: what each small cell can be."""
    fits: dict[str, set[int]] = {}
    sums = []
    for table in page.tables:
        every = [range(cell.least, cell.most + 1) for cell in table]
        sums.append({sum(one) for one in product(*every)})
    total = set(range(page.total.least, page.total.most + 1)).intersection(*sums)
    for table in page.tables:
        for one in product(*(range(cell.least, cell.most + 1) for cell in table)):
            if sum(one) in total:
                for cell, number in zip(table, one, strict=True):
                    if cell.about is None:
                        fits.setdefault(cell.key, set()).add(number)
    return fits


@settings(max_examples=examples(60))
@given(st.lists(st.lists(st.integers(0, 14), min_size=1, max_size=3), min_size=1, max_size=2), st.integers(0, 14))
def test_what_is_given_away_is_found_as_by_trying_everything(rows: list[list[int]], more: int) -> None:
    most = max(sum(row) for row in rows)
    tables = [{f"{n}{m}": one for m, one in enumerate([*row, most - sum(row)])} for n, row in enumerate(rows)]
    cells = tuple(tuple(_plainly(key, many) for key, many in table.items()) for table in tables)
    page = Told(_plainly("", most), cells)
    tried = worked_out(page)
    assert dict(given_away(page)) == {key: fits for key, fits in tried.items() if len(fits) < K}


def _plainly(key: str, many: int) -> Number:
    return Number(key, None if many < K else (many + 2) // 5 * 5, 5)


@settings(max_examples=examples(200))
@given(pages(), st.data())
def test_a_small_number_that_stays_small_looks_the_same_tomorrow(
    tables: list[dict[str, int]], data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from(sorted(tables[0])))
    tomorrow = {**tables[0], place: tables[0][place] + 1}
    before, after = (told([table]).tables[0] for table in (tables[0], tomorrow))
    for one, other in zip(before, after, strict=False):
        if max(tables[0][one.key], tomorrow[one.key]) < K:
            assert (one.about, other.about) == (None, None)
