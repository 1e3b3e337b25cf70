"""Prints as JSON which folders and files of its wheels an installed az never uses. Runs in that az's Python.

These are the API versions of Azure's SDKs that no profile of this az names, the asynchronous clients, tests (azure-cli
removes the same from its own packages, scripts/trim_sdk.py), models for Python 2, files that only compilers and type
checkers read, and lexers of pygments.
"""

import json
import os
import re

import azure.mgmt
from azure.cli.core.profiles import AD_HOC_API_VERSIONS, AZURE_API_PROFILES

SDKS = next(iter(azure.mgmt.__path__))
SITE = os.path.dirname(os.path.dirname(SDKS))
VERSION = re.compile(r"v\d{4}_\d\d_\d\d\w*")
EVERY_VERSION = None
ALWAYS = {"aio", "tests"}
NEVER_RUN = (".c", ".h", ".pyi", ".pyx")
# az prints only JSON and YAML in colours (knack, output.py).
LEXERS = os.path.join(SITE, "pygments", "lexers")
USED_LEXERS = {"__init__.py", "_mapping.py", "data.py"}


def named_versions(resource):
    """Folder names of an SDK's API versions that profiles name; EVERY_VERSION if a profile leaves it to the SDK."""
    found = set()
    for profile in AZURE_API_PROFILES.values():
        value = profile.get(resource, "")
        if value is None:
            return EVERY_VERSION
        found.update([value] if isinstance(value, str) else value.profile.values())
    return {"v" + version.replace("-", "_") for version in found if version}


def package_of(resource):
    return os.path.join(SDKS, *resource.import_prefix.split(".")[2:])


def used_versions(resource):
    named = named_versions(resource)
    if named is EVERY_VERSION:
        return EVERY_VERSION
    named.update("v" + version.replace("-", "_") for version in AD_HOC_API_VERSIONS.get(resource, {}).values())
    models = os.path.join(package_of(resource), "models.py")
    if os.path.exists(models):
        # A file that combines models of several versions: without them, the package cannot be imported.
        with open(models, encoding="utf-8") as stream:
            named.update(re.findall(r"from \.(v\w+)\.models import", stream.read()))
    return named


def unused_versions():
    for resource in {resource for profile in AZURE_API_PROFILES.values() for resource in profile}:
        package = package_of(resource)
        if not resource.import_prefix.startswith("azure.mgmt.") or not os.path.isdir(package):
            continue
        used = used_versions(resource)
        if used is not EVERY_VERSION:
            yield from (os.path.join(package, name) for name in os.listdir(package) if VERSION.fullmatch(name) and name not in used)


def never_used():
    for parent, folders, files in os.walk(SITE):
        # The package uses them only if those for Python 3 cannot be imported (autorest.python up to 5.8).
        if {"_models.py", "_models_py3.py"} <= set(files):
            yield os.path.join(parent, "_models.py")
        yield from (os.path.join(parent, name) for name in files if name.endswith(NEVER_RUN))
        if parent == LEXERS:
            yield from (os.path.join(parent, name) for name in files if name not in USED_LEXERS)
        for name in ALWAYS.intersection(folders):
            folders.remove(name)
            yield os.path.join(parent, name)


unused = sorted(os.path.relpath(place, SITE).replace(os.sep, "/") for place in {*unused_versions(), *never_used()})
# The content of an omitted folder is not listed separately.
print(json.dumps([name for name in unused if not any(name[: at.start()] in unused for at in re.finditer("/", name))]))
