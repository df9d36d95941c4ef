"""Facts of Vietnamese sentences and of their English translations, and the comparison of both.

Reading order: base, tokens, numerals, numbers_vi, quantities_vi, source; numbers_en, quantities_en, target; matching.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import PartialDate
from summarizer.facts.approximations import check_approximations, source_approximations
from summarizer.facts.base import Fact, FactKind, FactMatch, FactReport, Status
from summarizer.facts.coverage import check_coverage
from summarizer.facts.denials import denials
from summarizer.facts.directions import check_direction
from summarizer.facts.levels import check_levels
from summarizer.facts.matching import is_quoted, match_figures, widen
from summarizer.facts.name_matching import EnglishWords, match_names
from summarizer.facts.names_vi import read_names
from summarizer.facts.polarity import check_negation, denial_facts
from summarizer.facts.quotes import check_quotes, read_quotes
from summarizer.facts.source import read_source
from summarizer.facts.strange_names import check_strange_names
from summarizer.facts.target import read_target
from summarizer.facts.titles import BESIDE, check_titles, read_titles, title_fact
from summarizer.facts.tokens import Tokens, composed
from summarizer.facts.untranslated import check_untranslated
from summarizer.facts.verbatim import check_addresses, masked, read_addresses

__all__ = [
    "Fact", "FactKind", "FactMatch", "FactReport", "Status",
    "compare", "find_source_facts", "find_target_facts",
]  # fmt: skip


def find_source_facts(text: str, date: PartialDate | None = None) -> list[Fact]:
    """The firm facts of a Vietnamese text in reading order, each with its English writings, best first.

    Args:
        text: Vietnamese, any length; offsets of the facts are code points of its NFC form.
        date: the date of the article; it adds the year to the writings of "22/2" and is never required in a match.

    Example: find_source_facts("khoảng 1.500 tỷ đồng")[-1].english[0] == "1.5 trillion dong".
    """
    addresses = read_addresses(composed(text))
    tokens = Tokens(masked(composed(text), addresses))
    facts = [fact for fact in read_source(tokens, date) if fact.firm] + read_names(tokens)
    facts += [*addresses, *read_quotes(tokens.text)]
    facts += source_approximations(tokens.text, facts)
    facts += denial_facts(tokens, denials(tokens, "vi"))
    facts += [title_fact(tokens, *title) for title in read_titles(tokens) if title[0][0] != BESIDE]
    return sorted(facts, key=lambda fact: fact.start_char)


def find_target_facts(text: str) -> list[Fact]:
    """The firm facts of an English text in reading order.

    Example: find_target_facts("$2.3 billion")[0].value == Decimal("2300000000").
    """
    addresses = read_addresses(composed(text))
    facts = [fact for fact in read_target(Tokens(masked(composed(text), addresses))) if fact.firm]
    return sorted([*facts, *addresses], key=lambda fact: fact.start_char)


def compare(source: str, translation: str, date: PartialDate | None = None, known: Sequence[str] = ()) -> FactReport:
    """What became of the facts of a Vietnamese sentence in its English translation.

    Every firm source fact ends as exactly one of found, changed, missing; what the translation has on top is added.

    Args:
        source: one sentence or more.
        translation: its English.
        date: the date of the article.
        known: names that the translation may have though the sentence does not: "Đỗ Khắc Vịnh" for its "Vịnh".

    Example: compare("tăng 3,5%", "rose 3.6%").problems[0].status == "changed".
    """
    source, translation = composed(source), composed(translation)
    addresses = read_addresses(source)
    source_tokens = Tokens(masked(source, addresses))
    target_tokens = Tokens(masked(translation, read_addresses(translation)))
    matches = match_figures(read_source(source_tokens, date), read_target(target_tokens))
    matches = [widen(match, translation) for match in matches if not is_quoted(match, source)]
    matches += check_approximations(source_tokens.text, target_tokens.text, matches)
    matches += check_levels(source_tokens, target_tokens, matches)
    names, english = read_names(source_tokens), EnglishWords(target_tokens)
    matches += match_names(names, source_tokens, english)
    matches += check_strange_names(names, source_tokens, english, matches, known)
    matches += check_untranslated(names, source_tokens, english)
    matches += check_titles(source_tokens, target_tokens)
    matches += check_negation(source_tokens, target_tokens)
    matches += check_direction(source_tokens, target_tokens)
    matches += check_quotes(read_quotes(source_tokens.text), source_tokens, target_tokens)
    matches += check_coverage(source_tokens, target_tokens)
    matches += check_addresses(addresses, translation)
    return FactReport(tuple(matches))
