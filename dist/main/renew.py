"""Gets a new ID token of the job and gives it to az, when az's ID token is about to expire. Runs in az's Python.

az keeps the ID token with which it logged in, and uses it again whenever its access token expires (azure-cli-core,
auth/identity.py). GitHub's ID tokens expire after minutes, so later commands fail with AADSTS700024.

  renew.py             renews if it is time; prints a failure to standard error, but always exits with 0
  renew.py --now       renews, and fails if that is not possible
  renew.py --az ARG…   renews if it is time, then runs az

The folder of this file belongs to the job. It contains renewal.json (see renewal.ts), `renew-at` with the time of the
next renewal in seconds since 1970, and `id-token`. The runner's request token is sent only to the host from which the
first ID token came, over verified TLS. No token is passed as an argument or printed.
"""

import base64
import contextlib
import json
import os
import queue
import sys
import threading
import time
from urllib.parse import urlencode, urlsplit

HERE = os.path.dirname(os.path.abspath(__file__))
RENEW_AT = os.path.join(HERE, "renew-at")
TOKEN_FILE = os.path.join(HERE, "id-token")

TRIES = 3
# Until one answer begins, and for all requests together.
ANSWER_SECONDS, ASKING_SECONDS = 15, 40
WAIT_FOR_OTHERS_SECONDS = 60
MOST_BYTES = 200_000
# After a failure, so that not every command of a job waits for an endpoint that does not answer.
PAUSE_SECONDS = 60
# MSAL requests a new access token when the current one is valid for less time than this (msal, application.py).
MSAL_SECONDS = 300


class Unavailable(Exception):
    """There is no new token. The argument is the reason."""


def is_due():
    try:
        with open(RENEW_AT, encoding="ascii") as stream:
            return time.time() >= int(stream.read())
    except (OSError, ValueError):
        return True


@contextlib.contextmanager
def alone():
    """Allows one renewal at a time. The lock is released if its process is killed."""
    with open(os.path.join(HERE, "lock"), "ab") as stream:
        until = time.monotonic() + WAIT_FOR_OTHERS_SECONDS
        while True:
            try:
                take_lock(stream)
                break
            except OSError:
                if time.monotonic() > until:
                    raise Unavailable("another command has been asking for one for a minute") from None
                pause(0.05)
        yield


def pause(seconds):
    # Not time.sleep, which fails if a library moves the clock (libfaketime).
    threading.Event().wait(seconds)


def take_lock(stream):
    if os.name == "nt":
        import msvcrt

        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def renew(is_forced):
    with alone():
        # Another command may have renewed it in the meantime.
        if is_forced or is_due():
            with open(os.path.join(HERE, "renewal.json"), encoding="utf-8") as stream:
                job = json.load(stream)
            try:
                token = ask(job)
                ends = checked_end(token, job)
                give_to_az(job, token)
            except Unavailable:
                write_time(int(time.time()) + PAUSE_SECONDS)
                raise
            write(TOKEN_FILE, token)
            write_time(renewal_time(ends, job))


def renewal_time(ends, job):
    """When half of the ID token's lifetime is over, or when az will request an access token, whichever comes first."""
    now = time.time()
    return int(now + min((ends - now) / 2, max(job["accessTokenSeconds"] - MSAL_SECONDS, 0)))


def ask(job):
    """Asks the runner for a token, within a time limit for all attempts together."""
    url, bearer = (os.environ.get("ACTIONS_ID_TOKEN_REQUEST_" + name, "") for name in ("URL", "TOKEN"))
    if not url or not bearer:
        raise Unavailable("this step has no ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN")
    place = urlsplit(url)
    # The login's origin is https or on this machine (host/github-id-token.ts).
    if "@" in place.netloc or origin_of(place) != job["origin"]:
        raise Unavailable(f"ACTIONS_ID_TOKEN_REQUEST_URL does not lead to {job['origin']}, as it did at the login")
    url += ("&" if place.query else "?") + urlencode({"audience": job["audience"]})
    answers = queue.SimpleQueue()
    # A server that sends a byte now and then would delay az forever.
    threading.Thread(target=lambda: answers.put(fetch(url, bearer)), daemon=True).start()
    try:
        token, reason = answers.get(timeout=ASKING_SECONDS)
    except queue.Empty:
        token, reason = None, f"{job['origin']} did not answer within {ASKING_SECONDS} seconds"
    if token is None:
        raise Unavailable(reason)
    return token


def origin_of(place):
    """Scheme, host and port like `URL.origin` in the URL standard: in lower case, without the default port."""
    host = place.hostname or ""
    usual = {"https": 443, "http": 80}.get(place.scheme)
    port = "" if place.port in (None, usual) else f":{place.port}"
    return f"{place.scheme}://{f'[{host}]' if ':' in host else host}{port}"


def fetch(url, bearer):
    """Returns (token, None), or (None, the reason why there is none)."""
    import requests

    class Bearer(requests.auth.AuthBase):
        """An auth class, because requests would replace a plain header with the credential of a .netrc."""

        def __call__(self, request):
            request.headers["Authorization"] = "Bearer " + bearer
            return request

    reason = ""
    for tried in range(TRIES):
        if tried > 0:
            pause(tried)
        try:
            # No redirects: only this host may get the request token.
            options = {"allow_redirects": False, "timeout": ANSWER_SECONDS, "stream": True}
            # Not compressed, because a compressed answer could become arbitrarily large.
            headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
            with requests.get(url, auth=Bearer(), headers=headers, **options) as answer:
                text = answer.raw.read(MOST_BYTES, decode_content=False)
                if answer.status_code == 200:
                    return str(json.loads(text)["value"]), None
                reason = f"the runner's endpoint for ID tokens answered with status {answer.status_code}"
                if answer.status_code < 500 and answer.status_code not in (408, 429):
                    break
        except (ValueError, KeyError, TypeError):
            return None, "the runner's answer has no ID token"
        except Exception as error:  # pylint: disable=broad-except
            # The text may quote the URL, which is not secret. requests never quotes the request token.
            reason = f"the runner's endpoint for ID tokens cannot be reached: {type(error).__name__}"
    return None, reason


def checked_end(token, job):
    """When a token expires, in seconds since 1970. Raises Unavailable if it belongs to another job than the first."""
    try:
        part = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        ends = float(claims["exp"])
    except (ValueError, KeyError, TypeError, IndexError):
        raise Unavailable("the runner's answer is no ID token") from None
    for claim, name in (("iss", "issuer"), ("sub", "subject"), ("aud", "audience")):
        if claims.get(claim) != job[name]:
            raise Unavailable(f"the runner's ID token has another {name} than that of the login")
    return ends


def give_to_az(job, token):
    """Stores the token where az has the first one: in its file, or in its encrypted store."""
    try:
        from azure.cli.core.auth.persistence import load_secret_store

        place = os.path.join(job["configFolder"], "service_principal_entries")
        plain = place + ".json"
        is_plain = os.path.exists(plain)
        store = load_secret_store(place, not is_plain)
        entries = store.load()
        own = [one for one in entries if one.get("client_id") == job["clientId"] and "client_assertion" in one]
        if not own:
            raise Unavailable(f"az is no longer logged in as {job['clientId']} with an ID token")
        for one in own:
            one["client_assertion"] = token
        if is_plain:
            # az reads the file without its write lock, so it must never find half of a file.
            store._persistence.save = lambda text: write(plain, text)  # pylint: disable=protected-access
        store.save(entries)
    except Exception as error:  # pylint: disable=broad-except
        if isinstance(error, Unavailable):
            raise
        raise Unavailable(f"az's store of credentials cannot be changed: {type(error).__name__}") from error


def write_time(seconds):
    write(RENEW_AT, f"{seconds}\n")


def write(file, text):
    """Replaces a file as a whole. Only its user can read it."""
    part = os.path.join(HERE, f"{os.path.basename(file)}.{os.getpid()}")
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
        stream.write(text)
    try:
        os.replace(part, file)
    except OSError:
        # On another file system (a configuration folder that is not the job's), or on Windows while it is being read.
        os.remove(part)
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
            stream.write(text)


def main(args):
    is_forced = args == ["--now"]
    try:
        if is_forced or is_due():
            renew(is_forced)
    except Exception as error:  # pylint: disable=broad-except
        reason = error if isinstance(error, Unavailable) else f"{type(error).__name__}: {error}"
        print(f"azs-login: no new ID token for az: {reason}.", file=sys.stderr)
        if is_forced:
            return 1
    if args[:1] == ["--az"]:
        import runpy

        sys.argv = ["az", *args[1:]]
        runpy.run_module("azure.cli", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
