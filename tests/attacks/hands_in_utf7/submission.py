# -*- coding: utf-7 -*-
"""A comment in UTF-7 is code to whoever believes the first line."""

# +AAo-import os; os._exit(0)


def doubled(x):
    return 2 * x
