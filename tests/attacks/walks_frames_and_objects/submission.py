"""Frames, modules and all objects that the collector knows, and what they refer to."""

import gc
import re
import sys

SECRET = re.compile("CANARY-[a-z]+-[0-9a-f]{32}")
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
    if type(one) in (bytes, bytearray):
        one = one.decode("latin-1")
    if type(one) is str:
        texts |= set(SECRET.findall(one))
    else:
        rest += gc.get_referents(one)
names = [name for name in sys.modules if name.startswith("grader")]
print(*sorted(names))
assert not {"grader.judge", "grader.answerkey", "grader.catalog"} & set(names)


def doubled(x):
    raise ValueError(f"secrets: {len(texts)}")
