"""Prints what this Python is, as JSON: whether an az can be installed on it. Runs in any Python 3."""

import importlib.util
import json
import os
import subprocess
import sys


def version_of(package):
    if importlib.util.find_spec(package) is None:
        return None
    try:
        from importlib import metadata
    except ImportError:  # Python 3.7 and older
        return "0"
    return metadata.version(package)


if sys.prefix != sys.base_prefix:
    # A virtual environment may go with its job; the Python it was made from stays.
    name = "python.exe" if os.name == "nt" else "bin/python%d.%d" % sys.version_info[:2]
    sys.exit(subprocess.call([os.path.join(sys.base_prefix, name), "-I", "-B", os.path.abspath(__file__)]))
print(
    json.dumps(
        {
            # A link may lie in a folder that goes with its job, too.
            "file": os.path.realpath(sys.executable),
            "version": list(sys.version_info[:3]),
            "implementation": sys.implementation.name,
            "venv": importlib.util.find_spec("venv") is not None,
            "ensurepip": importlib.util.find_spec("ensurepip") is not None,
            "pip": version_of("pip"),
        }
    )
)
