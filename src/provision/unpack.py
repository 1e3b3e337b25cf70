"""A worker that unpacks wheels and compiles modules. provision.py starts several in parallel, since one Python uses
only one core for both.

The first line on standard input is JSON with the settings: {"site": folder, "left_out": [folder, …], "compiled":
[file, …]}, all paths as in the wheels. Each further line is a task and gets a line as its answer:
  {"wheel": file, "hashes": [sha256, …] or null}  ->  {"compile": [file, …]}, or {"mismatch": sha256 of the wheel}
  {"compile": [file, …]}                           ->  {}
It ends as soon as its standard input does, so that nothing goes on writing after the step was killed.
"""

import hashlib
import io
import json
import os
import py_compile
import queue
import sys
import threading
import zipfile

WINDOWS = os.name == "nt"
# PEP 427: a wheel's .data folder also has scripts, headers and data; az needs none of them.
PACKAGES = ("purelib", "platlib")

tasks = queue.Queue()


def read_tasks():
    for line in iter(sys.stdin.readline, ""):
        tasks.put(json.loads(line))
    os._exit(0)


def answer(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def target_of(name):
    """Where a wheel's file goes below site-packages; None if it is not needed."""
    parts = name.split("/")
    # Without a RECORD, installers refuse to change a package (PyPA, "Recording installed projects"). That is intended:
    # this environment is never changed, and parts of its packages are left out.
    if parts[0].endswith(".dist-info") and parts[-1] == "RECORD":
        return None
    if parts[0].endswith(".data"):
        return "/".join(parts[2:]) if len(parts) > 2 and parts[1] in PACKAGES else None
    return name


def is_left_out(name, left_out):
    """Whether the file or one of its folders is left out."""
    end = len(name)
    while end > 0:
        if name[:end] in left_out:
            return True
        end = name.rfind("/", 0, end)
    return False


def place_of(site, name):
    place = os.path.join(site, *name.split("/"))
    if os.path.commonpath([site, os.path.normpath(place)]) != site:
        raise ValueError(f"a file of the wheel would lie outside of the environment: {name}")
    # Allows paths of more than 260 characters on Windows.
    return "\\\\?\\" + place if WINDOWS else place


class Unpacker:
    def __init__(self, order):
        self.site = os.path.normpath(order["site"])
        self.left_out = frozenset(order["left_out"])
        self.compiled = frozenset(order["compiled"])
        self.folders = set()
        self.places = {}

    def unpack(self, wheel, hashes):
        with open(wheel, "rb") as stream:
            content = stream.read()
        found = hashlib.sha256(content).hexdigest()
        if hashes is not None and found not in hashes:
            return {"mismatch": found}
        names = []
        # From memory, so that exactly the verified bytes are unpacked.
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                name = target_of(entry.filename)
                if name is None or name.endswith("/") or is_left_out(name, self.left_out):
                    continue
                self.write(name, archive.read(entry), entry.external_attr >> 16, is_locked=hashes is not None)
                if name in self.compiled:
                    names.append(name)
        return {"compile": names}

    def write(self, name, content, mode, is_locked):
        place = place_of(self.site, name)
        folder = os.path.dirname(place)
        if folder not in self.folders:
            os.makedirs(folder, exist_ok=True)
            self.folders.add(folder)
        is_program = bool(mode & 0o111)
        # az has the same module for several profiles, so 2,800 files become hard links. Data, such as certifi's bundle,
        # may be changed later and is not linked; nor are packages without a lock, since two may contain the same file.
        same = (is_program, hashlib.sha256(content).digest()) if is_locked and name.endswith(".py") else None
        if os.path.lexists(place):
            os.remove(place)
        try:
            os.link(self.places[same], place)
        except (KeyError, OSError):
            with open(place, "xb") as stream:
                stream.write(content)
            if is_program:
                os.chmod(place, 0o755)
            if same:
                self.places[same] = place

    def compile(self, names):
        for name in names:
            # UNCHECKED: nothing changes these files, so Python need not compare them with their sources at each import.
            py_compile.compile(
                place_of(self.site, name),
                dfile=os.path.join(self.site, *name.split("/")),
                quiet=2,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
        return {}


def main():
    threading.Thread(target=read_tasks, daemon=True).start()
    unpacker = Unpacker(tasks.get())
    while True:
        task = tasks.get()
        try:
            answer(**(unpacker.unpack(**task) if "wheel" in task else unpacker.compile(task["compile"])))
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            answer(failed=f"{task.get('wheel', 'a module')}: {error}")


main()
