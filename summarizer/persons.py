"""Who is who in one article: a given name that stands alone means the person who is named in full.

Vietnamese news names a person once in full ("Đỗ Khắc Vịnh") and then by the given name, the last word ("Vịnh"). Many
given names are common words as well ("vịnh" is a bay), and a model that sees one sentence at a time cannot know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from summarizer.facts import find_source_facts
from summarizer.glossary import Entry, Term

WORD = re.compile(r"[^\W_]+")
# A word that may stand before a lone given name though it has a capital itself, at the head of a sentence.
ADDRESS = frozenset({"ông", "bà", "anh", "chị", "em", "cô", "chú", "bác"})


class Persons:
    """The persons of one article by given name.

    Args:
        sentences: all source sentences of the article. Of two persons with the same given name neither is known by it.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        texts = list(sentences)
        full_names = {
            fact.text
            for text in texts
            for fact in find_source_facts(text)
            if fact.kind == "person" and len(fact.text.split()) > 1 and fact.text.istitle()
        }
        shared = Counter(name.split()[-1] for name in full_names)
        self._full = {name.split()[-1]: name for name in full_names if shared[name.split()[-1]] == 1}
        # "An ninh" at the head of a sentence is no person, unless "An" stands alone within a sentence too
        self._sure = {name for text in texts for name, start_char in self._lone(text) if start_char > 0}

    def find(self, text: str) -> list[Term]:
        """Every given name that stands alone in `text`, as a term whose English is the full name."""
        return [
            Term(Entry(name, self._full[name], "person"), start_char, start_char + len(name))
            for name, start_char in self._lone(text)
            if name in self._sure
        ]

    def known(self, text: str) -> list[str]:
        """The full names of the given names that stand alone in `text`."""
        return [term.entry.target for term in self.find(text)]

    def _lone(self, text: str) -> Iterable[tuple[str, int]]:
        """The known given names without a capitalized neighbor, with their places."""
        words = list(WORD.finditer(text))
        for before, word, after in zip([None, *words], words, [*words[1:], None], strict=False):
            if word.group() not in self._full:
                continue
            beside = [
                one.group()
                for one, gap in (
                    (before, text[before.end() : word.start()] if before else ""),
                    (after, text[word.end() : after.start()] if after else ""),
                )
                if one and gap == " "
            ]
            if not any(one[0].isupper() and one.lower() not in ADDRESS for one in beside):
                yield word.group(), word.start()
