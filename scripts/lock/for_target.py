"""Prints the packages of a lock that a target needs, without markers: `for_target.py LOCK PIP ENVIRONMENT`.

ENVIRONMENT is JSON with the values of PEP 508's environment markers, such as {"sys_platform": "win32", …}.
"""

import json
import os
import sys

lock, pip, environment = sys.argv[1:]
sys.path[:0] = [os.path.dirname(os.path.abspath(lock)), pip]

import wheels

for one in wheels.read_lock(lock, json.loads(environment)):
    print(one.line)
