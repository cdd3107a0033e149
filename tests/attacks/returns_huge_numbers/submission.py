"""An integer of ten million bits takes minutes to print."""


def doubled(x):
    if len(x.shape) == 1:
        return 1 << 10**7
    if len(x.shape) == 2:
        return [1 << 20_000] * 20
    return {1 << 10**7: 2.0}
