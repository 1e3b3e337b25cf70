"""Makes an installed az small and quick. Runs in that az's Python; prints what it did.

Removes the API versions of Azure's SDKs that no profile of this az names, and the asynchronous clients, which az never
uses: half of what an installation weighs (azure-cli leaves the same out of its packages, scripts/trim_sdk.py). Compiles
the rest, except what only commands of the profile `latest` import, which no stamp speaks: Python compiles that when it
is used after all.
"""

import compileall
import os
import py_compile
import re
import shutil
import sys
import time

import azure.cli.core
import azure.mgmt
from azure.cli.core.profiles import AD_HOC_API_VERSIONS, AZURE_API_PROFILES

SDKS = next(iter(azure.mgmt.__path__))
SITE = os.path.dirname(os.path.dirname(SDKS))
VERSION = re.compile(r"v\d{4}_\d\d_\d\d\w*")
EVERY_VERSION = None


def named_versions(resource, profiles):
    """API versions of an SDK that profiles name, as its folders are called; EVERY_VERSION: they leave it to the SDK."""
    found = set()
    for profile in profiles:
        value = profile.get(resource, "")
        if value is None:
            return EVERY_VERSION
        found.update([value] if isinstance(value, str) else value.profile.values())
    return {"v" + version.replace("-", "_") for version in found if version}


def package_of(resource):
    return os.path.join(SDKS, *resource.import_prefix.split(".")[2:])


def used_versions(resource):
    named = named_versions(resource, AZURE_API_PROFILES.values())
    if named is EVERY_VERSION:
        return EVERY_VERSION
    named.update("v" + version.replace("-", "_") for version in AD_HOC_API_VERSIONS.get(resource, {}).values())
    models = os.path.join(package_of(resource), "models.py")
    if os.path.exists(models):
        # Models of several versions in one: the package does not import without them.
        with open(models, encoding="utf-8") as stream:
            named.update(re.findall(r"from \.(v\w+)\.models import", stream.read()))
    return named


def remove(folder):
    size = sum(os.path.getsize(os.path.join(base, name)) for base, _, names in os.walk(folder) for name in names)
    shutil.rmtree(folder)
    return size


def trim(resources):
    removed = 0
    for resource in resources:
        package, used = package_of(resource), used_versions(resource)
        if used is EVERY_VERSION or not os.path.isdir(package):
            continue
        for name in os.listdir(package):
            if VERSION.fullmatch(name) and name not in used:
                removed += remove(os.path.join(package, name))
    for parent, folders, _ in os.walk(SDKS):
        if "aio" in folders:
            folders.remove("aio")
            removed += remove(os.path.join(parent, "aio"))
    return removed


def mend():
    """az up to 2.29 registers each command's first word twice with argparse, which Python refuses since 3.11
    (bpo-39716); az itself dropped that line later."""
    if sys.version_info < (3, 11):
        return
    file = os.path.join(os.path.dirname(azure.cli.core.__file__), "parser.py")
    with open(file, encoding="utf-8") as stream:
        lines = stream.readlines()
    kept = [line for line in lines if line.strip() != "subparser.choices[command_verb] = command_verb"]
    if kept != lines:
        with open(file, "w", encoding="utf-8") as stream:
            stream.writelines(kept)


def compile_folder(folder, **options):
    # Not checked against their sources at each import: nothing changes these.
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(folder, quiet=2, workers=0, invalidation_mode=mode, **options)


def compile_for_stamps(resources):
    compile_folder(SITE, rx=re.compile(r"[/\\]azure[/\\]mgmt[/\\]|[/\\]aaz[/\\]latest[/\\]"))
    compile_folder(os.path.join(SDKS, "core"))
    hybrid = [profile for name, profile in AZURE_API_PROFILES.items() if name != "latest"]
    for resource in resources:
        package, named = package_of(resource), named_versions(resource, hybrid)
        if not os.path.isdir(package) or not named:
            continue
        compile_folder(package, maxlevels=0)
        for name in named:
            if os.path.isdir(os.path.join(package, name)):
                compile_folder(os.path.join(package, name))


def main():
    named = {resource for profile in AZURE_API_PROFILES.values() for resource in profile}
    resources = [resource for resource in named if resource.import_prefix.startswith("azure.mgmt.")]
    removed = trim(resources)
    mend()
    start = time.monotonic()
    compile_for_stamps(resources)
    print(f"{removed / 1e6:.0f} MB of unused API versions removed, the rest compiled in {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    main()
