"""Numbers in, inline SVG out: no script, no style attribute, readable aloud."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from grader.records import CheckVerdict
from grader.report import text, wording

_BAR = 100.0
_HEIGHT = 6
_GAP = 0.6


def segments(checks: Sequence[CheckVerdict]) -> Markup:
    """Return a bar with a part for each check: as wide as its points, in its colour."""
    total = sum(check.points for check in checks)
    earned = sum(check.earned for check in checks)
    parts, left = [], 0.0
    for check in checks:
        width = _BAR * wording.share(check.points, total)
        gap = 0 if check is checks[-1] else _GAP
        parts.append(_segment(check, left, max(width - gap, 0.1)))
        left += width
    return _svg(
        "bar",
        f"0 0 {_BAR:g} {_HEIGHT}",
        wording.score(earned, total),
        parts,
        stretch=True,
    )


def _segment(check: CheckVerdict, left: float, width: float) -> Markup:
    return Markup(
        '<rect class="fill-{}" x="{:.2f}" y="0" width="{:.2f}" height="{}">'
        "<title>{}: {}</title></rect>"
    ).format(
        wording.LOOKS[check.outcome].tone,
        left,
        width,
        _HEIGHT,
        text.line(check.title),
        check.outcome.value,
    )


def bar(share: float, label: str) -> Markup:
    """Return a plain bar filled to `share`."""
    fill = Markup(
        '<rect class="fill-good" x="0" y="0" width="{:.2f}" height="{}"></rect>'
    ).format(_BAR * min(max(share, 0.0), 1.0), _HEIGHT)
    track = Markup(
        '<rect class="fill-mute" x="0" y="0" width="{:g}" height="{}"></rect>'
    ).format(_BAR, _HEIGHT)
    return _svg("bar", f"0 0 {_BAR:g} {_HEIGHT}", label, [track, fill], stretch=True)


def bins(shares: Sequence[float], number: int = 10) -> tuple[int, ...]:
    """Count `shares` (0 to 1) in `number` equal bins; 1 belongs to the last one."""
    counts = [0] * number
    for share in shares:
        # 0.7 * 10 is a little more than 7, 0.29 * 100 a little less than 29.
        index = int(share * number + 1e-9)
        counts[min(max(index, 0), number - 1)] += 1
    return tuple(counts)


def histogram(shares: Sequence[float]) -> Markup:
    """Return how many students earned 0-10 %, 10-20 %, … of the points."""
    counts = bins(shares)
    top = max(*counts, 1)
    step, base, room = 60, 150, 120
    parts: list[Markup] = [
        Markup('<line class="axis" x1="10" x2="610" y1="{0}" y2="{0}"></line>').format(
            base
        )
    ]
    for i, number in enumerate(counts):
        x = 10 + i * step
        height = room * number / top
        if number:
            parts.append(
                Markup(
                    '<rect class="column" x="{}" y="{:.1f}" width="{}" height="{:.1f}" '
                    'rx="3"></rect><text class="number" x="{}" y="{:.1f}">{}</text>'
                ).format(
                    x + 6,
                    base - height,
                    step - 12,
                    height,
                    x + step // 2,
                    base - height - 7,
                    number,
                )
            )
    parts += [
        Markup('<text class="tick" x="{}" y="{}">{}</text>').format(
            10 + i * step, base + 20, f"{i * 10} %"
        )
        for i in range(11)
    ]
    label = ", ".join(
        f"{i * 10} to {i * 10 + 10} %: {number}" for i, number in enumerate(counts)
    )
    return _svg(
        "histogram", "-10 0 640 180", f"Students by share of points. {label}", parts
    )


def _svg(
    name: str, box: str, label: str, parts: Sequence[Markup], *, stretch: bool = False
) -> Markup:
    return Markup(
        '<svg class="{}" viewBox="{}" role="img" aria-label="{}"{}>{}</svg>'
    ).format(
        name,
        box,
        label,
        Markup(' preserveAspectRatio="none"') if stretch else "",
        Markup("").join(parts),
    )
