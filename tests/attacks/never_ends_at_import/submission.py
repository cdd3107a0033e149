"""The loop is reached before any task is: it costs its time once, not once a check."""

while True:
    pass
