"""Months and weekdays of both languages, as data."""

from __future__ import annotations

from summarizer.facts.tables import forms, rows

MONTH_NAMES: dict[int, str] = {int(number): name for role, number, name, _, _ in rows("calendar") if role == "month"}
WEEKDAY_NAMES: dict[int, str] = {
    int(number): name for role, number, name, _, _ in rows("calendar") if role == "weekday"
}


def names(role: str, language: str) -> dict[str, int]:
    """Lower-case names of "month" or "weekday" in "vi" or "en": names("month", "vi")["giêng"] == 1."""
    column = 3 if language == "vi" else 4
    return {form: int(row[1]) for row in rows("calendar") if row[0] == role for form in forms(row[column])}
