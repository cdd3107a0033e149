"""Verdicts go in, `verdicts.json` comes out; and the schema that it keeps to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from grader.records import VERDICT_SCHEMA, Verdict


def dump(verdicts: Sequence[Verdict]) -> bytes:
    """Return the verdicts as indented JSON: `{"schema": 1, "verdicts": [...]}`."""
    whole = {"schema": VERDICT_SCHEMA, "verdicts": list(verdicts)}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def load(data: bytes) -> tuple[Verdict, ...]:
    """Return the verdicts that `dump` wrote.

    Raises:
        msgspec.ValidationError: `data` does not keep to the schema.
    """
    whole = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    return msgspec.json.decode(whole["verdicts"], type=tuple[Verdict, ...])


def schema() -> dict[str, Any]:
    """Return the JSON schema of one verdict, as published in `docs/`."""
    return msgspec.json.schema(Verdict)
