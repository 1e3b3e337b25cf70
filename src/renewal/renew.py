"""Renews the job's ID token in az's store when it is about to expire. Runs in az's Python.

az keeps the ID token that it logged in with, and uses it again whenever its access token expires (azure-cli-core,
auth/identity.py). GitHub's ID tokens expire after minutes, so later commands would fail with AADSTS700024.

  renew.py             renews if it is due, writes to standard error if it could not, and always succeeds
  renew.py --now       renews, and fails if it could not
  renew.py --az ARG…   renews if it is due, and then runs az

This file is in a folder of the job, with renewal.json (see renewal.ts), `renew-at` (the time of the next renewal in
seconds since 1970), and `id-token`. The runner's request token is sent only to the origin of the first ID token, over
verified TLS. No token is passed as an argument or printed.
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
# Limits for the start of one answer, and for all tries together.
ANSWER_SECONDS, ASKING_SECONDS = 15, 40
WAIT_FOR_OTHERS_SECONDS = 60
MOST_BYTES = 200_000
# Pause after a failure, so that not every command of a job waits for an endpoint that does not answer.
PAUSE_SECONDS = 60
# MSAL requests a new access token if the present one is valid for less than this (msal, application.py).
MSAL_SECONDS = 300


class Unavailable(Exception):
    """There is no new token; the argument is the reason."""


def is_due():
    try:
        with open(RENEW_AT, encoding="ascii") as stream:
            return time.time() >= int(stream.read())
    except (OSError, ValueError):
        return True


@contextlib.contextmanager
def alone():
    """Allows one renewal at a time; the system releases the lock of a killed process."""
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
    # Not time.sleep, which fails if a library fakes the clock (libfaketime).
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
        # Another command may have renewed it meanwhile.
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
    """The time when half of the ID token's life is over or az will request an access token, whichever is first."""
    now = time.time()
    return int(now + min((ends - now) / 2, max(job["accessTokenSeconds"] - MSAL_SECONDS, 0)))


def ask(job):
    """Requests a token from the runner, with one time limit for all tries together."""
    url, bearer = (os.environ.get("ACTIONS_ID_TOKEN_REQUEST_" + name, "") for name in ("URL", "TOKEN"))
    if not url or not bearer:
        raise Unavailable("this step has no ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN")
    place = urlsplit(url)
    # The login's origin uses https or is on this machine (host/github-id-token.ts).
    if "@" in place.netloc or origin_of(place) != job["origin"]:
        raise Unavailable(f"ACTIONS_ID_TOKEN_REQUEST_URL does not lead to {job['origin']}, as it did at the login")
    url += ("&" if place.query else "?") + urlencode({"audience": job["audience"]})
    answers = queue.SimpleQueue()
    # In a thread, since a server that sends a byte now and then would block az forever.
    threading.Thread(target=lambda: answers.put(fetch(url, bearer)), daemon=True).start()
    try:
        token, reason = answers.get(timeout=ASKING_SECONDS)
    except queue.Empty:
        token, reason = None, f"{job['origin']} did not answer within {ASKING_SECONDS} seconds"
    if token is None:
        raise Unavailable(reason)
    return token


def origin_of(place):
    """Scheme, host and port in the format of the URL standard (`URL.origin`): lower case, without a default port."""
    host = place.hostname or ""
    usual = {"https": 443, "http": 80}.get(place.scheme)
    port = "" if place.port in (None, usual) else f":{place.port}"
    return f"{place.scheme}://{f'[{host}]' if ':' in host else host}{port}"


def fetch(url, bearer):
    """Returns (token, None), or (None, the reason why there is none)."""
    import requests

    class Bearer(requests.auth.AuthBase):
        """Sets the header as authentication: requests would replace a plain header with the credentials of a .netrc."""

        def __call__(self, request):
            request.headers["Authorization"] = "Bearer " + bearer
            return request

    reason = ""
    for tried in range(TRIES):
        if tried > 0:
            pause(tried)
        try:
            # No redirects: the request token is only for this host.
            options = {"allow_redirects": False, "timeout": ANSWER_SECONDS, "stream": True}
            # Uncompressed, since a compressed answer could expand to any size.
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
            # Only the type: the error's text may quote the URL. It never contains the request token.
            reason = f"the runner's endpoint for ID tokens cannot be reached: {type(error).__name__}"
    return None, reason


def checked_end(token, job):
    """When a token expires, in seconds since 1970, after checking that it belongs to the same job as the first."""
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
    """Replaces the first token in az's file or encrypted store."""
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
            # Replaced atomically, since az reads the file without taking the lock that it writes under.
            store._persistence.save = lambda text: write(plain, text)  # pylint: disable=protected-access
        store.save(entries)
    except Exception as error:  # pylint: disable=broad-except
        if isinstance(error, Unavailable):
            raise
        raise Unavailable(f"az's store of credentials cannot be changed: {type(error).__name__}") from error


def write_time(seconds):
    write(RENEW_AT, f"{seconds}\n")


def write(file, text):
    """Replaces a file atomically, readable only for this user."""
    part = os.path.join(HERE, f"{os.path.basename(file)}.{os.getpid()}")
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
        stream.write(text)
    try:
        os.replace(part, file)
    except OSError:
        # On another file system (if the configuration folder is not the job's), or open in another process on Windows.
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
