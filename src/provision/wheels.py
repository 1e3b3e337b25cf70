"""Finds the wheels in a folder that a lock requires on this Python. Needs pip's own wheel on sys.path: with its copy of
the packaging library, versions, markers and tags are read as pip reads them."""

import os
import re

from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.tags import sys_tags
from pip._vendor.packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename


class Locked:
    """A line of a lock: one version of one package, and the hashes of its wheels for all platforms."""

    def __init__(self, line):
        text, *hashes = re.split(r"\s+--hash=sha256:", line)
        self.hashes = {value.strip() for value in hashes}
        requirement = Requirement(text)
        self.name = canonicalize_name(requirement.name)
        self.marker = requirement.marker
        (specifier,) = requirement.specifier
        self.version = specifier.version
        self.text = f"{requirement.name}=={self.version}"
        # Without the marker, which pip would evaluate for the machine that it runs on.
        self.line = " ".join([self.text, *(f"--hash=sha256:{value}" for value in sorted(self.hashes))])


def read_lock(file, environment=None):
    """The lines of a lock that apply to this Python, or to another environment (PEP 508, "Environment Markers")."""
    with open(file, encoding="utf-8") as stream:
        lines = stream.read().replace("\\\n", " ").splitlines()
    locked = [Locked(line) for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return [one for one in locked if one.marker is None or one.marker.evaluate(environment)]


def wheels_in(folder):
    """The wheels in a folder that fit this Python: a map of (name, version) to the file with the best tags."""
    ranks = {tag: rank for rank, tag in enumerate(sys_tags())}
    found = {}
    for file in sorted(os.listdir(folder)):
        try:
            name, version, build, tags = parse_wheel_filename(file)
        except InvalidWheelFilename:
            continue
        rank = min((ranks[tag] for tag in tags if tag in ranks), default=None)
        if rank is None:
            continue
        order = (rank, [-part if isinstance(part, int) else 0 for part in build])
        key = (name, str(version))
        if key not in found or order < found[key][0]:
            found[key] = (order, os.path.join(folder, file))
    return {key: file for key, (_, file) in found.items()}


def choose(locked, folder):
    """Returns the files of the locked packages, and the packages without a file."""
    present = wheels_in(folder)
    chosen = [(one, present.get((one.name, one.version))) for one in locked]
    return [(one, file) for one, file in chosen if file], [one.text for one, file in chosen if not file]
