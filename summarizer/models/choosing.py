"""The first run: which profile it is to be, asked once and kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from summarizer.errors import ModelError
from summarizer.models.entries import Profile, entry
from summarizer.models.settings import AUTO, OFFLINE, profile, resolve_profile, use
from summarizer.models.store import installed

SEQ2SEQ = "seq2seq"


def choose_profile(name: str | None = None, tell: Callable[[str], None] = lambda line: None) -> Profile:
    """The profile `name`, else the kept one; where that is "auto", the choice is made now, kept and told in one line.

    A model that is here already decides; else the model hub, if it answers within 3 seconds.

    Raises:
        UnknownModelError: neither "auto" nor a profile nor a translator of the catalog.
        ModelError: the configuration cannot be read.
    """
    wanted = profile() if name is None else name
    if wanted != AUTO:
        return resolve_profile(wanted)
    chosen, reason = _choose()
    with suppress(ModelError):  # a home that cannot be written to: it is asked again next time
        use(chosen)
    tell(f"profile {chosen}: {reason}; change it with: summarizer models use NAME")
    return resolve_profile(chosen)


def _choose() -> tuple[str, str]:
    from summarizer.models.hub import answers

    for known in (SEQ2SEQ, OFFLINE):
        if installed(resolve_profile(known).translator) is not None:
            return known, "its model is here"
    if answers(entry(resolve_profile(SEQ2SEQ).translator)):
        return SEQ2SEQ, "the model hub answers"
    return OFFLINE, "the model hub does not answer"
