"""Configures how pip reaches the package index."""

import os
import re

WINDOWS = os.name == "nt"
AT_ONCE = 4
# The job's settings for its own Python, pip and uv must not affect this installation: constraints could even replace a
# locked package with one that has another hash. Only the settings for reaching the index are kept.
FOREIGN = re.compile(r"(PYTHON|PIP_|UV_)")
KEPT = re.compile(
    r"PIP_((EXTRA_)?INDEX_URL|CONFIG_FILE|(CLIENT_)?CERT|TRUSTED_HOST|PROXY|KEYRING_PROVIDER|(DEFAULT_)?TIMEOUT|RETRIES)"
)


def write_parts(locked, folder):
    """Splits a lock into several requirements files; returns their paths."""
    count = min(AT_ONCE, len(locked))
    files = [os.path.join(folder, f"requirements-{number}.txt") for number in range(count)]
    for number, file in enumerate(files):
        with open(file, "w", encoding="utf-8") as stream:
            stream.writelines(f"{one.line}\n" for one in locked[number::count])
    return files


def variables_for_pip(given, is_locked):
    """The environment of pip. A given index is the only one. It is no argument, since its URL may have a password."""
    variables = {name: value for name, value in os.environ.items() if not FOREIGN.match(name) or KEPT.fullmatch(name)}
    variables.update({"PYTHONDONTWRITEBYTECODE": "1", "PIP_USER": "0"})
    if not is_locked:
        # Without hashes, only TLS protects against forged packages, so no host is exempt from its verification.
        variables["PIP_TRUSTED_HOST"] = ""
    if given:
        variables.update({"PIP_INDEX_URL": given, "PIP_EXTRA_INDEX_URL": ""})
        return variables
    for name, value in uv_settings().items():
        variables.setdefault(name, value)
    return variables


def uv_settings():
    """Translates uv's index settings into pip's: many machines are set up for only one of the two."""
    configured = uv_configuration()
    named = [read_index(one) for one in configured.get("index", [])]
    named += [named_index(text) for text in (os.environ.get("UV_INDEX") or "").split()]
    default = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("UV_INDEX_URL")
    defaults = [url for url, is_default in named if is_default] + [configured.get("index-url")]
    extra = [url for url, is_default in named if not is_default]
    extra += (os.environ.get("UV_EXTRA_INDEX_URL") or "").split() or configured.get("extra-index-url", [])
    settings = {
        "PIP_INDEX_URL": named_index(default)[0] if default else next(filter(None, defaults), None),
        "PIP_EXTRA_INDEX_URL": " ".join(extra),
        "PIP_TIMEOUT": os.environ.get("UV_HTTP_TIMEOUT"),
        "PIP_KEYRING_PROVIDER": os.environ.get("UV_KEYRING_PROVIDER") or configured.get("keyring-provider"),
    }
    return {name: value for name, value in settings.items() if value}


def named_index(text):
    """`name=URL`, or a URL (docs.astral.sh/uv/concepts/indexes)."""
    name, separator, url = text.partition("=")
    return (with_credentials(name, url), False) if separator and "/" not in name else (text, False)


def read_index(entry):
    return with_credentials(entry.get("name", ""), entry["url"]), bool(entry.get("default"))


def with_credentials(name, url):
    """`UV_INDEX_<NAME>_USERNAME` and `_PASSWORD` belong to the index of that name."""
    variable = "UV_INDEX_" + re.sub(r"\W", "_", name).upper()
    user, password = os.environ.get(f"{variable}_USERNAME", ""), os.environ.get(f"{variable}_PASSWORD", "")
    if not user and not password:
        return url
    from urllib.parse import quote

    scheme, _, rest = url.partition("://")
    return f"{scheme}://{quote(user, safe='')}:{quote(password, safe='')}@{rest.rpartition('@')[2]}"


def uv_configuration():
    """uv's configuration: the user's, else the machine's. A uv.toml in a checkout is ignored."""
    home = os.environ.get("APPDATA") if WINDOWS else os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    for folder in (home, None if WINDOWS else "/etc"):
        file = folder and os.path.join(folder, "uv", "uv.toml")
        if file and os.path.isfile(file):
            from pip._vendor import tomli

            with open(file, "rb") as stream:
                content = tomli.load(stream)
            return {**content, **content.get("pip", {})}
    return {}
