"""Prints the path of this Python's certifi bundle as JSON; null without certifi. Runs in any Python."""

import json

try:
    from certifi import where
except ImportError:
    where = None
print(json.dumps(where() if where else None))
