"""<script>alert(0)</script> may stand wherever a report shows the student's text."""

print("</pre><script>alert(1)</script><img src=x onerror=alert(2)>")
print("{{ 7 * 7 }}{% raw %}<style>*{display:none}</style>")

Markup = type("<svg/onload=alert(3)>", (Exception,), {})


def rename(function, name):
    function.__code__ = function.__code__.replace(co_name=name, co_qualname=name)
    return function


def inner(x):
    """<iframe src=javascript:alert(5)>"""
    raise Markup("</code></p><script>alert(1)</script>" + "<iframe src=//evil>")


inner = rename(inner, "<script>alert(4)</script>")


def doubled(x):
    return inner(x)  # <script>alert(6)</script><!--
