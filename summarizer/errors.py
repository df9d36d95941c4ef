"""The error tree. Every message is one line: where, what was expected, what was found, what to do.

SummarizerError                exit status 1
├── InputError                 a file that cannot be read or is no Vietnamese text
├── OutputError                a result that cannot be written
├── GlossaryError              a glossary file that does not parse
├── PromptError                a prompt file with an unknown or a missing placeholder
├── ModelError                 a model that is absent, damaged or cannot be fetched
│   └── UnknownModelError      a name that the catalog does not hold
├── EngineError                the engine failed on a request
└── UsageError                 exit status 2: options that contradict each other
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Base of all errors that this package raises on purpose."""

    exit_status = 1


class InputError(SummarizerError):
    """A source that cannot be read, or is no Vietnamese text."""


class OutputError(SummarizerError):
    """A result that cannot be written."""


class GlossaryError(SummarizerError):
    """A glossary file that does not parse."""


class PromptError(SummarizerError):
    """A prompt file with an unknown or a missing placeholder."""


class ModelError(SummarizerError):
    """A model that is absent, damaged, or cannot be fetched."""


class UnknownModelError(ModelError):
    """A model name that the catalog does not hold."""


class EngineError(SummarizerError):
    """The engine failed on a request."""


class UsageError(SummarizerError):
    """Options that contradict each other."""

    exit_status = 2
