"""Dates as search terms."""

import pytest

from generator.search.dates import date_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("am 5. Januar 2020 in", "@2020-01 @2020-01-05"),
        ("Januar 2020", "@2020-01"),
        ("16.–17. Januar 2020", "@2020-01 @2020-01-16 @2020-01-17"),
        ("24. August 2025, 3. März 2024", "@2025-08 @2025-08-24 @2024-03 @2024-03-03"),
        ("2020", ""),
        ("Januar 20200", ""),
        ("1.\u00a0Mai\u00a02020", "@2020-05 @2020-05-01"),
    ],
)
def test_date_terms(text: str, terms: str) -> None:
    assert list(date_terms(text)) == terms.split()
