"""Child processes of the installation, several at a time, which end when it ends."""

import collections
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time

WINDOWS = os.name == "nt"
MOST_WORKERS = 8
PROGRESS_SECONDS = 4
# Only the end of an installer's output is kept: it says why it failed, and an index may make it print any amount.
MOST_LINES = 400
LONGEST_LINE = 1000

running = set()
starting = threading.Lock()


def first_line():
    # Unbuffered: otherwise the thread that reads on may hold the buffer's lock when the process ends.
    line = b""
    while not line.endswith(b"\n"):
        line += os.read(0, 65536) or b"\n"
    return line


def end_with_standard_input():
    while os.read(0, 4096):
        pass
    with starting:
        for child in running:
            kill(child)
        os._exit(1)


def end_all():
    with starting:
        for child in running:
            kill(child)
            child.wait()


def kill(child):
    if child.poll() is not None:
        return
    if WINDOWS:
        taskkill = os.path.join(os.environ.get("SystemRoot", r"C:\Windows"), "System32", "taskkill.exe")
        subprocess.run([taskkill, "/T", "/F", "/PID", str(child.pid)], check=False)
    else:
        os.killpg(child.pid, signal.SIGKILL)


def start(command, **options):
    """Starts a program in a process group of its own."""
    with starting:
        child = subprocess.Popen(command, encoding="utf-8", errors="replace", start_new_session=not WINDOWS, **options)
        running.add(child)
    return child


def every_few_seconds(report):
    """Calls `report` every few seconds until the returned event is set."""
    over = threading.Event()

    def watch():
        while not over.wait(PROGRESS_SECONDS):
            report()

    threading.Thread(target=watch, daemon=True).start()
    return over


def run_all(commands, folder, variables, report):
    """Runs programs in parallel in a folder; returns the output of the first one that failed, or None.

    The folder is the installation's: the step's own is the workspace, where a checkout may have put anything.
    """
    over = every_few_seconds(report)
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    try:
        children = [start(command, cwd=folder, env=variables, **streams) for command in commands]
        listeners = [Listener(child.stdout) for child in children]
        said = [listener.text() for listener in listeners]
        failed = [text for child, text in zip(children, said) if child.wait() != 0]
        return failed[0] if failed else None
    finally:
        over.set()


class Listener:
    """Reads a stream while the program runs: a program whose output nobody reads blocks when its pipe is full, on
    Windows after 4 KiB."""

    def __init__(self, stream):
        self.stream = stream
        self.lines = collections.deque(maxlen=MOST_LINES)
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        self.lines.extend(iter(lambda: self.stream.readline(LONGEST_LINE), ""))

    def text(self):
        """Waits for the end of the stream; returns the last lines."""
        self.thread.join()
        return "".join(self.lines)


class Pool:
    """Workers that take tasks from one queue. Each runs the script (unpack.py) in a Python of its own."""

    def __init__(self, script, first, report):
        # -W ignore: compiling packages prints many warnings about invalid escape sequences.
        self.command = [sys.executable, "-I", "-B", "-W", "ignore", script]
        self.first = first
        self.report = report

    def work(self, tasks):
        """Yields (answer, task) for each task; the files of `compile` in an answer become further tasks."""
        waiting = queue.SimpleQueue()
        answers = queue.SimpleQueue()
        for task in tasks:
            waiting.put(task)
        unfinished, done = len(tasks), 0
        count = min(MOST_WORKERS, os.cpu_count() or 1)
        for _ in range(count):
            threading.Thread(target=self.serve, args=(waiting, answers), daemon=True).start()
        over = every_few_seconds(lambda: self.report(min(done, len(tasks)), len(tasks)))
        try:
            while unfinished > 0:
                answer, task = answers.get()
                unfinished -= 1
                done += "wheel" in task
                names = answer.get("compile", [])
                for start_at in range(0, len(names), 10):
                    waiting.put({"compile": names[start_at : start_at + 10]})
                    unfinished += 1
                yield answer, task
        finally:
            over.set()
            for _ in range(count):
                waiting.put(None)

    def serve(self, waiting, answers):
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        child = start(self.command, **streams)
        last_words = Listener(child.stderr)
        self.tell(child, self.first)
        for task in iter(waiting.get, None):
            self.tell(child, task)
            line = child.stdout.readline()
            answers.put((json.loads(line) if line else self.failure(child, last_words), task))
        child.stdin.close()

    @staticmethod
    def tell(child, message):
        try:
            child.stdin.write(json.dumps(message) + "\n")
            child.stdin.flush()
        except OSError:
            pass  # It has ended: the missing answer is noticed later.

    @staticmethod
    def failure(child, last_words):
        return {"failed": last_words.text().strip() or f"a worker ended with {child.wait()}"}
