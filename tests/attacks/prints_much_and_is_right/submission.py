"""An honest debugging print in a loop costs no points."""


def doubled(x):
    print("first line")
    for step in range(20_000):
        print(f"step {step}: loss {1 / (step + 1):.6f}")
    print("last line")
    return 2 * x
