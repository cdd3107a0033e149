"""Verdicts as grading makes them, for the tests of what people see."""

from __future__ import annotations

import dataclasses

from grader.records import (
    CheckVerdict,
    Diagnosis,
    Feedback,
    Frame,
    Isolation,
    Outcome,
    Position,
    Trouble,
    Verdict,
    Versions,
)

SECRET = "SECRET-OF-A-HIDDEN-CHECK"
SEED = 8_675_309

DIAGNOSIS = Diagnosis(
    chaff="no_bias",
    misconception="The bias is made but never added.",
    hint="`build` makes two weights; how many of them does `call` use?",
)
FRAME = Frame(
    position=Position(line=14),
    function="Linear.call",
    excerpt=(
        (11, '    """A dense layer."""'),
        (12, ""),
        (13, "    def call(self, inputs):"),
        (14, "        return inputs @ self.kernel  # the bias comes later"),
        (15, ""),
        (16, "    def get_config(self):"),
        (17, '        return {**super().get_config(), "units": 3}'),
    ),
)
PASSED = CheckVerdict(
    name="test_shapes",
    title="The output has shape `(batch, units)`.",
    hidden=False,
    points=1,
    earned=1,
    outcome=Outcome.PASSED,
    cpu_seconds=0.084,
    wall_seconds=0.061,
    peak_mb=31.4,
)
FAILED = CheckVerdict(
    name="test_output",
    title="The output equals `x @ kernel + bias`.",
    hidden=False,
    points=2,
    outcome=Outcome.FAILED,
    feedback=Feedback(
        message="The output of `call` differs from `x @ kernel + bias` "
        "in 24 of 24 elements.",
        expected="[[ 1.204 -0.311  0.882]\n [ 0.153  0.920 -1.441]\n ...]",
        received="[[ 0.936 -0.311  0.514]\n [-0.115  0.920 -1.809]\n ...]",
        details=(
            ("shape", "(8, 3), as expected"),
            ("largest error", "0.368 at [1, 2]"),
            ("tolerance", "1e-05 relative to 1 + |expected|"),
        ),
        teacher_note="A note that only teachers read.",
    ),
    diagnosis=DIAGNOSIS,
    output="step 1: loss 0.93\nstep 2: loss 0.71\n",
    cpu_seconds=0.212,
    wall_seconds=0.143,
)
ERRORED = CheckVerdict(
    name="test_config",
    title="`get_config` holds what the constructor needs.",
    hidden=False,
    points=1,
    outcome=Outcome.ERRORED,
    trouble=Trouble.RAISED,
    feedback=Feedback(
        message="Your code raised an error while the layer was made anew from its "
        "own config.",
        error="TypeError: Linear.__init__() got an unexpected keyword argument 'name'",
        frames=(FRAME,),
    ),
    cpu_seconds=0.1,
    wall_seconds=0.1,
)
TIMED_OUT = CheckVerdict(
    name="test_large",
    title="A batch of 100 000 rows takes no longer than it should.",
    hidden=False,
    points=1,
    outcome=Outcome.TIMED_OUT,
    trouble=Trouble.CPU_LIMIT,
    feedback=Feedback(
        message="Your code was stopped after 10 s of CPU time.",
        details=(("limit", "10 s of CPU time"),),
    ),
    output="row 0\nrow 1\n" * 200,
    cpu_seconds=10.0,
    wall_seconds=6.1,
)
SKIPPED = CheckVerdict(
    name="test_gradient",
    title="Gradients reach kernel and bias.",
    hidden=False,
    points=1,
    outcome=Outcome.SKIPPED,
    feedback=Feedback(
        message="Skipped, because “The output equals `x @ kernel + bias`.” did not "
        "pass."
    ),
)
HIDDEN = CheckVerdict(
    name=f"test_{SECRET}",
    title="Other shapes and dtypes give the right output, too.",
    hidden=True,
    points=2,
    outcome=Outcome.FAILED,
    trouble=Trouble.RAISED,
    feedback=Feedback(
        message=f"{SECRET} message",
        expected=f"{SECRET} expected",
        received=f"{SECRET} received",
        details=((f"{SECRET} name", f"{SECRET} value"),),
        error=f"{SECRET} error",
        frames=(dataclasses.replace(FRAME, function=SECRET),),
        teacher_note=f"{SECRET} note",
    ),
    diagnosis=Diagnosis(chaff=SECRET, misconception=SECRET, hint=SECRET),
    output=f"{SECRET} output",
    cpu_seconds=0.4,
    wall_seconds=0.2,
)
BASE = Verdict(
    student="Ada Lovelace",
    exercise="layers/linear",
    exercise_title="A dense layer",
    file="linear.py",
    checks=(PASSED, FAILED, ERRORED, TIMED_OUT, SKIPPED, HIDDEN),
    source_digest="4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce",
    seed=SEED,
    isolation=Isolation(
        level="full", layers=("namespaces", "own root", "landlock 7", "seccomp")
    ),
    versions=Versions(
        grader="0.1.0",
        exercise="3f9a0c11d2e4",
        python="3.11.7",
        tensorflow="2.21.0",
        keras="3.15.1",
    ),
    created="2026-03-02T14:05:09+01:00",
    wall_seconds=1.38,
)

HOSTILE = (
    '"><script>document.title="owned"</script><img src=x onerror="document.title='
    '\'owned\'"><style>body{display:none}</style><iframe src="http://127.0.0.1:9/">'
    "</iframe><a href=\"javascript:document.title='owned'\">x</a>{{ 7 * 7 }}[red]"
    "\x1b[2J\x1b]52;c;AAAA\x07\u202etxt.exe\u200b\ud800\r"
)


def all_passed(verdict: Verdict = BASE) -> Verdict:
    """Return `verdict` with every check passed."""
    checks = tuple(
        dataclasses.replace(
            check,
            earned=check.points,
            outcome=Outcome.PASSED,
            trouble=None,
            feedback=None,
            diagnosis=None,
            output="",
        )
        for check in verdict.checks
    )
    return dataclasses.replace(verdict, checks=checks)


def rejected(why: str = "Line 3 is no Python: `def f(:`. Mend it.") -> Verdict:
    """Return the verdict on a file that could not be read."""
    checks = tuple(
        CheckVerdict(
            name=check.name,
            title=check.title,
            hidden=check.hidden,
            points=check.points,
        )
        for check in BASE.checks
    )
    return dataclasses.replace(BASE, checks=checks, rejected=why)


def broken() -> Verdict:
    """Return a verdict that our own fault left undecided."""
    checks = tuple(
        dataclasses.replace(check, outcome=Outcome.BROKEN, earned=0.0, feedback=None)
        for check in BASE.checks
    )
    return dataclasses.replace(BASE, checks=checks, notes=("The launcher ended.",))


def hostile() -> Verdict:
    """Return a verdict in which every text that can be hostile is."""
    feedback = Feedback(
        message=HOSTILE,
        expected=HOSTILE,
        received=HOSTILE,
        details=((HOSTILE, HOSTILE),),
        error=HOSTILE,
        frames=(
            Frame(
                position=Position(line=2, cell=1),
                function=HOSTILE,
                excerpt=((1, HOSTILE), (2, f"'''{HOSTILE}"), (3, f"# {HOSTILE}")),
            ),
        ),
        teacher_note=HOSTILE,
    )
    check = CheckVerdict(
        name=HOSTILE,
        title=HOSTILE,
        hidden=False,
        points=1,
        outcome=Outcome.ERRORED,
        trouble=Trouble.RAISED,
        feedback=feedback,
        diagnosis=Diagnosis(chaff=HOSTILE, misconception=HOSTILE, hint=HOSTILE),
        output=HOSTILE,
    )
    return Verdict(
        student=HOSTILE,
        exercise=HOSTILE,
        exercise_title=HOSTILE,
        file=HOSTILE,
        checks=(check, dataclasses.replace(check, hidden=True)),
        notes=(HOSTILE,),
        device=HOSTILE,
        isolation=Isolation(level=HOSTILE, layers=(HOSTILE,), leaks=(HOSTILE,)),
        versions=Versions(
            grader=HOSTILE,
            exercise=HOSTILE,
            python=HOSTILE,
            tensorflow=HOSTILE,
            keras=HOSTILE,
        ),
        created=HOSTILE,
    )
