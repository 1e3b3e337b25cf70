"""Prints facts about this Python as JSON, from which the step decides whether az can be installed on it. Runs in any
Python 3."""

import importlib
import json
import os
import subprocess
import sys


# Missing on a Debian without the full library (python3-minimal), or in a Python built without zlib or OpenSSL.
NEEDED = ["ssl", "zipfile", "zlib", "sysconfig", "py_compile"]
ARCHIVE = os.path.join(os.path.dirname(sys.executable), "python%d%d.zip" % sys.version_info[:2])
# A Python with its library in one file is Windows' embeddable one, as in azure-cli's MSI: it is copied, without venv.
if os.name == "nt" and not os.path.exists(ARCHIVE):
    NEEDED.append("venv")


def can_import(name):
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


if sys.prefix != sys.base_prefix:
    # A virtual environment may be removed with its job: report the Python that it was made from.
    name = "python.exe" if os.name == "nt" else "bin/python%d.%d" % sys.version_info[:2]
    sys.exit(subprocess.call([os.path.join(sys.base_prefix, name), "-I", "-B", os.path.abspath(__file__)]))
print(
    json.dumps(
        {
            # Resolved, since a link may be in a folder that is removed with its job.
            "file": os.path.realpath(sys.executable),
            "version": list(sys.version_info[:3]),
            "implementation": sys.implementation.name,
            "lacks": [name for name in NEEDED if not can_import(name)],
        }
    )
)
