"""Replaces programs of Windows that do nothing in Wine: `icacls` and `certutil` only succeed there, and `whoami` has no
options. The replacements record their calls in STAND_INS\\asked.jsonl, and store each root of the machine's store as a
file in STAND_INS\\roots. If STAND_INS\\elevated exists, the user is an administrator whose process is elevated; if
STAND_INS\\refused exists, icacls fails. Without the variable STAND_INS they only succeed.

Each program is this file behind the launcher of pip's scripts (PyPA, distlib). Its name decides which one it replaces.
"""

import hashlib
import json
import os
import re
import ssl
import sys

USER = "S-1-5-21-1004336348-1177238915-682003330-1001"
FOLDER = os.environ.get("STAND_INS")
program = os.path.splitext(os.path.basename(sys.argv[0]))[0].lower()
args = sys.argv[1:]


def place(name):
    return os.path.join(FOLDER, name)


def is_set(name):
    return bool(FOLDER) and os.path.exists(place(name))


def whoami():
    if "/groups" in [one.lower() for one in args]:
        print("BUILTIN\\Administrators Alias S-1-5-32-544")
        label = "High" if is_set("elevated") else "Medium"
        level = 12288 if is_set("elevated") else 8192
        print(f"Mandatory Label\\{label} Mandatory Level Label S-1-16-{level}")
        return 0
    print(f'"host\\runner","{USER}"')
    return 0


def icacls():
    if is_set("refused"):
        sys.stderr.write(f"{args[0]}: Access is denied.\n")
        return 5
    return 0 if os.path.exists(args[0]) else 2


def certutil():
    roots = place("roots") if FOLDER else None
    if roots is None:
        return 0
    os.makedirs(roots, exist_ok=True)
    if args[:3] == ["-addstore", "-f", "Root"]:
        with open(args[3], encoding="ascii") as stream:
            der = ssl.PEM_cert_to_DER_cert(re.search("-----BEGIN.*?END CERTIFICATE-----", stream.read(), re.S).group())
        with open(os.path.join(roots, hashlib.sha1(der).hexdigest()), "wb") as stream:
            stream.write(der)
        return 0
    held = os.path.join(roots, args[-1].lower())
    if not os.path.exists(held):
        return 0x80092004 - 2**32
    if args[0] == "-delstore":
        os.remove(held)
    return 0


if FOLDER:
    with open(place("asked.jsonl"), "a", encoding="utf-8") as log:
        log.write(json.dumps([program, *args]) + "\n")
sys.exit({"whoami": whoami, "icacls": icacls, "certutil": certutil}[program]())
