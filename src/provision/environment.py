"""The environment that an az is installed into: like one that `venv` creates, but made without that module, which a
plain Debian and Windows' embeddable Python lack."""

import os
import py_compile
import shlex
import shutil
import sys
import sysconfig

WINDOWS = os.name == "nt"
# Jobs add roots to this file (trust store `az`), so a change of its size is no damage.
CHANGED_LATER = os.path.join("certifi", "cacert.pem")


def python_of(folder):
    return os.path.join(folder, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))


def make(folder):
    """Creates the environment; returns its site-packages folder."""
    os.makedirs(os.path.dirname(python_of(folder)))
    home = os.path.dirname(sys.executable)
    archive = "python%d%d.zip" % sys.version_info[:2]
    is_embeddable = WINDOWS and os.path.exists(os.path.join(home, archive))
    base = os.path.dirname(python_of(folder)) if is_embeddable else folder
    site = sysconfig.get_path("purelib", "nt" if WINDOWS else "posix_prefix", {"base": base, "platbase": base})
    os.makedirs(site)
    if is_embeddable:
        copy_embeddable(home, base, archive)
    elif WINDOWS:
        # On Windows an environment's python.exe is a small program that starts the base Python; only `venv` has it.
        import venv

        venv.EnvBuilder().create(folder)
    else:
        # PEP 405: Python looks for this file one folder above its own.
        with open(os.path.join(folder, "pyvenv.cfg"), "w", encoding="utf-8") as stream:
            version = ".".join(map(str, sys.version_info[:3]))
            stream.write(f"home = {home}\ninclude-system-site-packages = false\nversion = {version}\n")
        os.symlink(sys.executable, python_of(folder))
    return site


def copy_embeddable(home, target, archive):
    """Copies Windows' embeddable Python, which azure-cli's MSI also has: its library is one file beside python.exe.

    It has no `venv`, and imports only from the folders that its ._pth file lists. The line `import site` there adds
    Lib\\site-packages beside the program and has its `.pth` files read, which pywin32 needs; the `.pth` files of a
    folder that is merely listed are not read.
    """
    for name in os.listdir(home):
        file = os.path.join(home, name)
        if os.path.isfile(file):
            shutil.copy2(file, target)
    with open(os.path.join(target, os.path.splitext(archive)[0] + "._pth"), "w", encoding="utf-8") as stream:
        stream.write(f"{archive}\n.\nimport site\n")


def mend(site):
    """az up to 2.29 registers each command's first word twice with argparse, which Python refuses since 3.11
    (bpo-39716); az itself dropped that line later."""
    if sys.version_info < (3, 11):
        return
    file = os.path.join(site, "azure", "cli", "core", "parser.py")
    with open(file, encoding="utf-8") as stream:
        lines = stream.readlines()
    kept = [line for line in lines if line.strip() != "subparser.choices[command_verb] = command_verb"]
    if kept != lines:
        # The file may have several hard links (unpack.py): the others keep their content.
        os.remove(file)
        with open(file, "w", encoding="utf-8") as stream:
            stream.writelines(kept)
        # Compiled like the others: Python does not compare it with its source at import.
        py_compile.compile(file, quiet=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)


def write_launcher(folder):
    """Makes a folder for PATH with nothing but az: the environment's own would put another python before the job's."""
    bin_folder = os.path.join(folder, "launcher")
    os.mkdir(bin_folder)
    python = python_of(folder)
    posix = shlex.quote(python.replace("\\", "/") if WINDOWS else python)
    launchers = {"az": f'#!/bin/sh\nAZ_INSTALLER=PIP exec {posix} -Im azure.cli "$@"\n'}
    if WINDOWS:
        # In addition to `az`, because Git's bash, the `shell: bash` of hosted runners, does not find az.cmd as `az`.
        command = python.replace("%", "%%")
        launchers["az.cmd"] = f'@echo off\r\nsetlocal\r\nset AZ_INSTALLER=PIP\r\n"{command}" -Im azure.cli %*\r\n'
    for name, text in launchers.items():
        file = os.path.join(bin_folder, name)
        with open(file, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        os.chmod(file, 0o755)


def write_manifest(folder):
    """Writes the size and path of each file, so that the next use can detect damage."""
    lines = []
    folders = [folder]
    for current in folders:
        for entry in os.scandir(current):
            if entry.is_symlink() or entry.path.endswith(CHANGED_LATER):
                continue
            if entry.is_dir():
                folders.append(entry.path)
            else:
                # On Windows scandir knows the size already: asking for each of 16,000 files takes seconds there.
                lines.append(f"{entry.stat().st_size} {os.path.relpath(entry.path, folder)}\n")
    with open(os.path.join(folder, "files.txt"), "w", encoding="utf-8", newline="") as stream:
        stream.writelines(sorted(lines))
