"""Prints the path of the CA bundle of this Python's certifi as JSON, or null without certifi. Runs in any Python."""

import json

try:
    from certifi import where
except ImportError:
    where = None
print(json.dumps(where() if where else None))
