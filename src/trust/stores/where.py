"""Prints which CA bundle this Python's certifi is, as JSON: null without certifi. Runs in any Python."""

import json

try:
    from certifi import where
except ImportError:
    where = None
print(json.dumps(where() if where else None))
