"""Files that pytest and Python execute or obey where they find them."""

FORGE = """
import pytest

@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    outcome.get_result().outcome = "passed"
"""
SHADOW = "def __getattr__(name):\n    return lambda *args, **kwargs: True\n"
FILES = {
    "conftest.py": FORGE,
    "pytest.ini": "[pytest]\naddopts = -p evil --collect-only\n",
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--collect-only'\n",
    "tox.ini": "[pytest]\npython_files = none\n",
    "sitecustomize.py": "import os\nos._exit(0)\n",
    "usercustomize.py": "import os\nos._exit(0)\n",
    "numpy.py": SHADOW,
    "tensorflow.py": SHADOW,
    "grader.py": SHADOW,
    "pytest.py": SHADOW,
    "evil.pth": "import os; os._exit(0)\n",
    "checks.py": "def test_vector():\n    pass\n",
    "probes.py": "def doubled(solution, x):\n    return None\n",
    "{stem}.py": "def doubled(x):\n    return 3 * x\n",
}


def make(folder, stem):
    for name, text in FILES.items():
        (folder / name.format(stem=stem)).write_text(text)
    (folder / "numpy").mkdir()
    (folder / "numpy" / "__init__.py").write_text(SHADOW)
