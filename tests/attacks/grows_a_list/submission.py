"""It keeps whatever it computed."""


def doubled(x):
    kept = []
    while len(x.shape) == 1:
        kept.append(bytearray(1 << 20))
    return x
