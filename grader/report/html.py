"""Verdicts in; out come self-contained HTML pages, for a student and for a class.

Every text in a verdict may be hostile. Three things hold it: each value that a template
writes passes `text.safe` and then HTML escaping, by the environment and not by the
template's author; the page's Content-Security-Policy allows no script, no request and
no style but our own, by its hash; and what a student must not see is taken out of the
record before (`audience`).
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.records import Verdict
from grader.report import charts, code, text, wording
from grader.report.audience import for_student
from grader.report.overview import overview


def student_page(verdicts: Sequence[Verdict], *, for_teacher: bool) -> str:
    """Return the page of one student, with all of that student's verdicts.

    Args:
        verdicts: All of one student, at least one, in the order of the page.
        for_teacher: Show what hidden checks say, and how it was graded.
    """
    shown = verdicts if for_teacher else [for_student(verdict) for verdict in verdicts]
    return _render(
        "student.html",
        title=verdicts[0].student,
        verdicts=shown,
        for_teacher=for_teacher,
        earned=sum(verdict.earned for verdict in shown),
        possible=sum(verdict.possible for verdict in shown),
        final=not any(verdict.broken for verdict in shown),
    )


def class_page(
    verdicts: Sequence[Verdict], *, links: Mapping[str, str], title: str
) -> str:
    """Return the teacher's page over a whole class.

    Args:
        verdicts: The latest of each student and exercise.
        links: By student, the page of that student, relative to this one.
        title: The page's heading.
    """
    return _render(
        "class.html",
        title=title,
        view=overview(verdicts),
        links=links,
        total=len(verdicts),
    )


def _render(template: str, **values: Any) -> str:
    css = resources.files("grader.report").joinpath("templates/style.css").read_text()
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _environment().get_template(template)
    # `Markup`: a policy's quotes and our style are ours, and must stay as hashed.
    return page.render(css=Markup(css), policy=Markup(policy), **values)


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("grader.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        prose=_prose,
        block=text.block,
        line=text.line,
        points=wording.points,
        score=wording.score,
        share=wording.share,
        count=wording.count,
        place=wording.place,
        headline=wording.headline,
        look=wording.LOOKS.__getitem__,
        coloured=code.coloured,
        href=_href,
        seconds=_seconds,
        heat=_heat,
    )
    environment.globals.update(charts=charts)
    return environment


def _finalize(value: object) -> object:
    """Make every text that a template writes safe; what is `Markup` already is."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return text.safe(value)
    return value


def _prose(message: str) -> Markup:
    """Return a message with its `code` in backticks as HTML, all of it escaped."""
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if is_code else escape(part)
        for part, is_code in text.prose(message)
    )


def _href(name: str) -> str:
    """Return a link to the file `name` beside this page; never to anywhere else."""
    return "./" + quote(name.encode("utf-8", "replace"))


def _seconds(number: float) -> str:
    return f"{number:.2f} s"


def _heat(share: float) -> str:
    """Return the CSS class of a share: `heat-0` to `heat-10`."""
    return f"heat-{min(max(round(share * 10), 0), 10)}"
