"""Lists and dicts without a bottom, or with one far down."""


def doubled(x):
    if len(x.shape) == 1:
        endless = []
        endless.append(endless)
        return endless
    if len(x.shape) == 2:
        own = {}
        own["own"] = own
        return own
    deep = []
    for _ in range(100_000):
        deep = [deep]
    return deep
