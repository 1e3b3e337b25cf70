"""One az, many commands: reads commands from standard input and runs them in this interpreter.

A line in:  {"args": ["cloud", "set", ...], "input": "text for the command's standard input", "aloud": true}
A line out: first {"version": ..., "profiles": [...], "certifi": ...}, then for each command
            {"said": what it logs} at once, if "aloud" is true, and at its end
            {"exitCode": ..., "output": what it printed, "errors": what it logged, "reason": why an authority refused}

Secrets come in as a command's standard input (az reads them with @-), never as an argument. The process ends when its
standard input does, so that it does not outlive a killed step. If no command is running, Python's exit handlers run
first: az up to 2.29 writes the credential in one (azure-cli-core 2.29.2, _profile.py, CredsCache).
"""

import atexit
import datetime
import importlib
import io
import json
import os
import queue
import sys
import threading

# az leaves the mode of the files with credentials and tokens to the umask.
os.umask(0o077)
replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
# What a module prints on its own must not get between the replies.
os.dup2(2, 1)


def reply(**message):
    replies.write(json.dumps(message) + "\n")
    replies.flush()


commands = queue.Queue()
# Each of the two is written by one thread only.
asked = answered = 0


def read_commands():
    global asked
    for line in os.fdopen(os.dup(0), encoding="utf-8"):
        asked += 1
        commands.put(json.loads(line))
    if asked > answered:
        os._exit(0)
    commands.put(None)


threading.Thread(target=read_commands, daemon=True).start()


# Most characters of what a command prints or logs: nobody reads more, and a hostile stamp may make az log any amount.
MOST = 50_000


def abridged(text):
    return text if len(text) <= MOST else text[: MOST // 2] + "\n...\n" + text[-MOST // 2 :]


class Errors(io.StringIO):
    """Standard error of the current command."""

    aloud = False

    def write(self, text):
        if self.aloud and text.strip():
            reply(said=abridged(text))
        return super().write(text)

    def empty(self):
        self.seek(0)
        self.truncate()


# az's log handlers keep the stream they find when the first command starts.
errors = sys.stderr = Errors()


def say_last_words(kind, error, _):
    """Outside of a command nobody reads `errors`, so an error there goes to the process's own standard error."""
    sys.__stderr__.write(f"{abridged(errors.getvalue())}\n{kind.__name__}: {error}\n")


sys.excepthook = say_last_words

import certifi  # noqa: E402
from azure.cli.core import __version__, get_default_cli  # noqa: E402
from azure.cli.core._environment import get_config_dir  # noqa: E402
from azure.cli.core.profiles import API_PROFILES  # noqa: E402

reply(version=__version__, profiles=list(API_PROFILES), certifi=certifi.where())

MODULES = "azure.cli.command_modules"
# The modules of the step's own commands, the same in every az 2. For any command not listed here az loads all modules.
COMMANDS = {"cloud": [f"{MODULES}.cloud"], "login": [f"{MODULES}.profile"], "account": [f"{MODULES}.profile"]}
# What those commands import when they run, slowest last; imported while the step talks to the stamp, they cost nothing.
IMPORTS = (
    "azure.cli.core.commands",
    f"{MODULES}.cloud.custom",
    f"{MODULES}.profile.custom",
    "azure.cli.core._profile",
    "azure.cli.core.auth.identity",
    "msal",
    "requests",
    "azure.mgmt.core",
    "azure.mgmt.resource.subscriptions.v2016_06_01",
)


def prepare():
    """Imports modules until the first command comes."""
    for module in IMPORTS:
        if not commands.empty():
            return
        try:
            importlib.import_module(module)
        except Exception:  # pylint: disable=broad-except
            # Not in this version: if a command needs it, that command will fail and say so.
            pass


def index_own_commands(cli):
    """Tells this az which modules have the step's commands. Without a command index, which a new configuration folder
    lacks, az loads every module (azure-cli-core, __init__.py, load_command_table). In memory only: on disk, an index
    that lacks commands would shorten the help that az prints in later steps."""
    try:
        from azure.cli.core._session import INDEX

        INDEX.data = {"version": __version__, "cloudProfile": cli.cloud.profile, "commandIndex": dict(COMMANDS)}
    except (ImportError, AttributeError):
        pass


def skip_version_check():
    """Without versionCheck.json, which a new configuration folder lacks, az asks azure.microsoft.com and GitHub for
    its latest version before its first command (azure-cli-core, util.py, handle_version_update)."""
    file = os.path.join(get_config_dir(), "versionCheck.json")
    if os.path.exists(file):
        return
    os.makedirs(get_config_dir(), exist_ok=True)
    component = {"local": __version__, "pypi": __version__}
    versions = {name: component for name in ("azure-cli", "core", "telemetry")}
    with open(file, "w", encoding="utf-8") as stream:
        json.dump({"versions": versions, "update_time": str(datetime.datetime.now())}, stream)


def refusal_in(error):
    """The authority's `error`, or "", from an error of MSAL (azure-cli-core, azclierror.py, AuthenticationError) or of
    ADAL (AdalError)."""
    for name in ("msal_error", "error_response"):
        answer = getattr(error, name, None)
        if isinstance(answer, dict):
            return answer.get("error") or ""
    return ""


def run(args, text, aloud):
    global answered
    errors.empty()
    errors.aloud = aloud
    reason = ""
    sys.stdin = io.StringIO(text)
    output = sys.stdout = io.StringIO()
    try:
        # A command leaves its cloud and its arguments behind: each gets a new CLI.
        cli = get_default_cli()
        index_own_commands(cli)
        code = cli.invoke(args, out_file=output)
        reason = refusal_in(getattr(cli.result, "error", None))
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException as error:  # pylint: disable=broad-except
        code = 1
        errors.write(f"{type(error).__name__}: {error}")
    # Counted before the reply: after it the step may close standard input at once, and the exit handlers must then run.
    answered += 1
    reply(exitCode=code, reason=reason[:MOST], output=abridged(output.getvalue()), errors=abridged(errors.getvalue()))


prepare()
command = commands.get()
if command is not None:
    skip_version_check()
while command is not None:
    run(command["args"], command.get("input", ""), command["aloud"])
    command = commands.get()
# Runs the exit handlers, but skips the interpreter's teardown, which takes longer than a command.
atexit._run_exitfuncs()  # pylint: disable=protected-access
os._exit(0)
