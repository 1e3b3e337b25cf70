"""Installs an az into a virtual environment of its own, made for one version and never changed afterwards.

Runs in the Python that the az will live on. One line of JSON comes in on standard input:
  {"folder": where, "requirement": "azure-cli==2.66.2", "lock": requirements with hashes or null, "uv": path or null,
   "pip": whether this Python's pip installs elsewhere, "wheels": folder or null, "index": URL or null}
Lines of JSON go out: {"progress": text}, and at the end {"done": true} or {"failed": what the installer said}.

The process ends with its standard input, and takes the installer with it: a step that is killed leaves nothing behind
that goes on writing.
"""

import collections
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import venv

WINDOWS = os.name == "nt"
# What a job set for its own Python, pip and uv must not steer this installation: constraints could even replace a locked
# package by one with a hash of their own. Kept is what describes the way to the index.
FOREIGN = re.compile(r"(PYTHON|PIP_|UV_)")
KEPT = re.compile(
    r"PIP_((EXTRA_)?INDEX_URL|CONFIG_FILE|(CLIENT_)?CERT|TRUSTED_HOST|PROXY|KEYRING_PROVIDER|(DEFAULT_)?TIMEOUT|RETRIES)"
    r"|UV_(DEFAULT_INDEX|INDEX\w*|EXTRA_INDEX_URL|NATIVE_TLS|SYSTEM_CERTS|HTTP_\w+|KEYRING_PROVIDER)"
)
OTHER_INDEXES = {"PIP_EXTRA_INDEX_URL": "", "UV_INDEX": None, "UV_EXTRA_INDEX_URL": None}
# A trust store (see the store `az`): what jobs add to it is no damage.
CHANGED_LATER = os.path.join("certifi", "cacert.pem")

# What an installer says at its end is why it failed; an index may make it say any amount.
MOST_LINES = 400
LONGEST_LINE = 1000

child = None
starting = threading.Lock()


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def read_line():
    # Unbuffered: the thread that reads on must not fight for a buffer's lock when the process ends.
    line = b""
    while not line.endswith(b"\n"):
        line += os.read(0, 65536) or b"\n"
    return line


def end_with_standard_input():
    while os.read(0, 4096):
        pass
    with starting:
        if child is not None and child.poll() is None:
            if WINDOWS:
                taskkill = os.path.join(os.environ.get("SystemRoot", r"C:\Windows"), "System32", "taskkill.exe")
                subprocess.run([taskkill, "/T", "/F", "/PID", str(child.pid)], check=False)
            else:
                os.killpg(child.pid, signal.SIGKILL)
        os._exit(1)


def run(command, folder, **variables):
    """Runs a command in a group of its own; returns its exit code and what it said.

    It works in the new environment's folder: the step's own is the workspace, where a checkout may have put a
    pyproject.toml for uv to read, or a module of pip's name.
    """
    global child  # pylint: disable=global-statement
    environment = {name: value for name, value in os.environ.items() if not FOREIGN.match(name) or KEPT.fullmatch(name)}
    environment.update({"PYTHONDONTWRITEBYTECODE": "1", "PIP_USER": "0", **variables})
    with starting:
        child = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={name: value for name, value in environment.items() if value is not None},
            encoding="utf-8",
            errors="replace",
            start_new_session=not WINDOWS,
        )
    said = collections.deque(maxlen=MOST_LINES)
    report = time.monotonic() + 10
    collected = 0
    for line in iter(lambda: child.stdout.readline(LONGEST_LINE), ""):
        said.append(line)
        collected += line.startswith("Collecting ")
        if time.monotonic() > report:
            report += 10
            say(progress=f"{collected} packages collected" if collected else "still at work")
    return child.wait(), "".join(said)


def must(command, folder, **variables):
    code, said = run(command, folder, **variables)
    if code != 0:
        say(failed=said)
        sys.exit(1)


def python_of(folder):
    return os.path.join(folder, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))


def install(order):
    folder, wheels, index = order["folder"], order["wheels"], order["index"]
    python = python_of(folder)
    # Only wheels: a source package would run its own code here.
    what = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", order["lock"]]
    if order["lock"] is None:
        # az extension add needs pip; older az needs pkg_resources, which setuptools 81 and later announce to drop.
        what = [order["requirement"], "pip", "setuptools<81"]
    source = ["--no-index", "--find-links", wheels] if wheels else []
    # Without hashes only TLS tells whose packages these are.
    variables = {"PIP_TRUSTED_HOST": ""} if order["lock"] is None else {}
    # An index that is given is the only one. Its URL may hold a password: it is no argument.
    if index:
        variables.update({**OTHER_INDEXES, "PIP_INDEX_URL": index, "UV_DEFAULT_INDEX": index, "UV_INDEX_URL": index})
    if order["uv"]:
        # The cache lies beside the environment, so that files are linked instead of copied, and goes with it.
        cache = os.path.join(folder, "uv-cache")
        variables.update({"UV_CACHE_DIR": cache, "UV_NO_PROGRESS": "1"})
        if not index and "UV_DEFAULT_INDEX" not in os.environ and os.environ.get("PIP_INDEX_URL"):
            # uv does not read what pip is told, an index inside the company say.
            variables["UV_DEFAULT_INDEX"] = os.environ["PIP_INDEX_URL"]
        options = [*uv_configuration(), "--python", python, *(["--offline"] if wheels else [])]
        must([order["uv"], "pip", "install", *options, *source, *what], folder, **variables)
        shutil.rmtree(cache, ignore_errors=True)
        return
    if order["pip"]:
        pip = [sys.executable, "-I", "-B", "-m", "pip", "--python", python]
    else:
        must([python, "-I", "-B", "-m", "ensurepip"], folder)
        pip = [python, "-I", "-B", "-m", "pip"]
    quiet = ["--no-input", "--disable-pip-version-check", "--no-cache-dir", "--progress-bar", "off", "--retries", "2"]
    must([*pip, "install", "--no-compile", *quiet, *source, *what], folder, **variables)


def uv_configuration():
    """The user's or the machine's, as pip reads its own; by itself uv takes what it finds in a folder above first."""
    home = os.environ.get("APPDATA") if WINDOWS else os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    for folder in (home, None if WINDOWS else "/etc"):
        file = folder and os.path.join(folder, "uv", "uv.toml")
        if file and os.path.isfile(file):
            return ["--config-file", file]
    return ["--no-config"]


def write_launcher(folder):
    """A folder with nothing but az in it, for PATH: the environment's own would put another python before the job's."""
    bin_folder = os.path.join(folder, "launcher")
    os.mkdir(bin_folder)
    python = python_of(folder)
    posix = python.replace("\\", "/") if WINDOWS else python
    launchers = {"az": f'#!/bin/sh\nAZ_INSTALLER=PIP exec "{posix}" -Im azure.cli "$@"\n'}
    if WINDOWS:
        # Beside the other: Git's bash, the `shell: bash` of hosted runners, does not look for names with an extension.
        launchers["az.cmd"] = f'@echo off\r\nsetlocal\r\nset AZ_INSTALLER=PIP\r\n"{python}" -Im azure.cli %*\r\n'
    for name, text in launchers.items():
        file = os.path.join(bin_folder, name)
        with open(file, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        os.chmod(file, 0o755)


def write_manifest(folder):
    """Size and path of each file, by which damage is found before the next use."""
    lines = []
    for base, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(base, name)
            if not os.path.islink(file) and not file.endswith(CHANGED_LATER):
                lines.append(f"{os.path.getsize(file)} {os.path.relpath(file, folder)}\n")
    with open(os.path.join(folder, "files.txt"), "w", encoding="utf-8", newline="") as stream:
        stream.writelines(sorted(lines))


def main():
    order = json.loads(read_line())
    threading.Thread(target=end_with_standard_input, daemon=True).start()
    folder = order["folder"]
    python = python_of(folder)
    venv.EnvBuilder(symlinks=not WINDOWS).create(folder)
    installer = "uv" if order["uv"] else "pip"
    start = time.monotonic()

    def step(text):
        say(progress=f"{text} ({time.monotonic() - start:.1f} s)")

    install(order)
    step(f"packages installed by {installer}")
    # An installer that was told to put packages elsewhere has succeeded, too.
    must([python, "-I", "-B", "-c", "import azure.cli.core"], folder)
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tidy.py")
    code, said = run([python, "-I", "-B", "-W", "ignore", script], folder)
    # An az of another age may be laid out otherwise: it works as it is, only slower.
    step(said.strip().splitlines()[-1] if code == 0 else "left as installed")
    write_launcher(folder)
    write_manifest(folder)
    say(done=True)


main()
