"""Installs an az into an environment of its own, made for one version and never changed afterwards.

Runs in the Python that the az will live on, which needs neither venv nor pip. One line of JSON comes in on standard
input:
  {"folder": where, "requirement": "azure-cli==2.66.2", "lock": requirements with hashes or null,
   "contents": which parts of the wheels are left out and what is compiled (`npm run lock`), or null,
   "profile": the API profile whose modules are compiled, or null,
   "pip": pip's own wheel, "wheels": folder or null, "index": URL or null}
Lines of JSON go out: {"progress": text}, and at the end one of {"done": true}, {"missing": [package, …]},
{"mismatch": file, "expected": [sha256, …], "got": sha256} and {"failed": output of a program}.

The process ends when its standard input does, and ends its children too: so nothing goes on writing after the step was
killed.
"""

import json
import os
import shutil
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
# Python runs isolated (-I), so that it imports nothing from the workspace or from the job's own Python. These modules
# are the action's own.
sys.path.insert(0, HERE)

import children
import environment
import index


# The error of Python's ssl for a host without a name. On Python 3.10 and later pip verifies with the system's roots
# (truststore), and then cannot reach an index at an IP address; with its own roots or those of PIP_CERT it can.
NAMES_ONLY = "check_hostname requires server_hostname"


class Failed(Exception):
    """Ends the installation; its argument is printed as the last line of JSON."""


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def download(order, locked, folder):
    """Downloads wheels into a folder with several pips in parallel, since one pip downloads one wheel at a time."""
    variables = index.variables_for_pip(order["index"], is_locked=locked is not None)
    quiet = ["--no-input", "--disable-pip-version-check", "--no-cache-dir", "--progress-bar", "off", "--retries", "2"]
    # Only wheels: a source package would run its own code here.
    command = [sys.executable, "-I", "-B", os.path.join(order["pip"], "pip"), "download", *quiet]
    command += ["--only-binary", ":all:", "--dest", folder]
    if order["wheels"]:
        command += ["--no-index", "--find-links", order["wheels"]]
    if locked is None:
        # `az extension add` needs pip; older az needs pkg_resources, which setuptools announced to drop from 81 on.
        parts = [[order["requirement"], "pip", "setuptools<81"]]
    else:
        command += ["--no-deps", "--require-hashes"]
        parts = [["-r", file] for file in index.write_parts(locked, folder)]
    total = "" if locked is None else f" of {len(locked)}"
    start = time.monotonic()

    def report():
        say(progress=f"{wheels_of(folder)}{total} packages downloaded")

    failed = children.run_all([command + part for part in parts], folder, variables, report)
    if failed is not None and NAMES_ONLY in failed:
        command += ["--use-deprecated", "legacy-certs"]
        failed = children.run_all([command + part for part in parts], folder, variables, report)
    if failed is not None:
        raise Failed({"failed": failed})
    say(progress=f"{wheels_of(folder)} packages downloaded ({time.monotonic() - start:.1f} s)")


def wheels_of(folder):
    return sum(name.endswith(".whl") for name in os.listdir(folder))


def find_wheels(order, downloads):
    """The wheels to install, as pairs (file, hashes or None)."""
    import wheels

    locked = None if order["lock"] is None else wheels.read_lock(order["lock"])
    folder = order["wheels"]
    if folder is None or locked is None:
        download(order, locked, downloads)
        folder = downloads
    if locked is None:
        return [(file, None) for file in wheels.wheels_in(folder).values()]
    chosen, missing = wheels.choose(locked, folder)
    if missing:
        raise Failed({"missing": missing})
    return [(file, sorted(one.hashes)) for one, file in chosen]


def unpack(order, chosen, site):
    """Unpacks all wheels and compiles the modules that the job's first commands need, on all cores."""
    contents = {"left_out": [], "compiled": {}}
    if order["contents"]:
        with open(order["contents"], encoding="utf-8") as stream:
            contents = json.load(stream)
    compiled = [name for key in ("*", order["profile"]) for name in contents["compiled"].get(key, [])]
    first = {"site": site, "left_out": contents["left_out"], "compiled": compiled}
    # The largest first, so that at the end the other workers do not wait for it.
    largest_first = sorted(chosen, key=lambda one: -os.path.getsize(one[0]))
    start = time.monotonic()

    def report(done, total):
        say(progress=f"{done} of {total} packages unpacked")

    pool = children.Pool(os.path.join(HERE, "unpack.py"), first, report)
    for answer, task in pool.work([{"wheel": file, "hashes": hashes} for file, hashes in largest_first]):
        if "mismatch" in answer:
            raise Failed({"mismatch": task["wheel"], "expected": task["hashes"], "got": answer["mismatch"]})
        if "failed" in answer:
            raise Failed({"failed": answer["failed"]})
    taken = time.monotonic() - start
    say(progress=f"{len(chosen)} packages unpacked, {len(compiled)} modules compiled ({taken:.1f} s)")


def main():
    order = json.loads(children.first_line())
    threading.Thread(target=children.end_with_standard_input, daemon=True).start()
    sys.path.append(order["pip"])
    folder = order["folder"]
    downloads = os.path.join(folder, "downloads")
    try:
        os.makedirs(downloads)
        site = environment.make(folder)
        unpack(order, find_wheels(order, downloads), site)
        shutil.rmtree(downloads)
        environment.mend(site)
        environment.write_launcher(folder)
        environment.write_manifest(folder)
    except (Failed, OSError) as failure:
        # The step removes the folder next, so nothing may write into it any more.
        children.end_all()
        say(**(failure.args[0] if isinstance(failure, Failed) else {"failed": str(failure)}))
        sys.exit(1)
    say(done=True)


main()
