"""A verdict in; out comes the verdict that its student may see.

What a student must not learn is taken out of the record itself, before any template
or terminal meets it: what is not there cannot be shown by mistake.
"""

from __future__ import annotations

import dataclasses

from grader.records import CheckVerdict, Isolation, Verdict


def for_student(verdict: Verdict) -> Verdict:
    """Return `verdict` without seed, teacher's notes and what hidden checks said."""
    return dataclasses.replace(
        verdict,
        checks=tuple(_for_student(check) for check in verdict.checks),
        seed=0,
        isolation=Isolation(level=verdict.isolation.level),
    )


def _for_student(check: CheckVerdict) -> CheckVerdict:
    if check.hidden:
        return CheckVerdict(
            name="",
            title=check.title,
            hidden=True,
            points=check.points,
            earned=check.earned,
            outcome=check.outcome,
        )
    if check.feedback is None:
        return check
    feedback = dataclasses.replace(check.feedback, teacher_note="")
    return dataclasses.replace(check, feedback=feedback)
