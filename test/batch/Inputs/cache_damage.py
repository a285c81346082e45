"""cache_damage.py TOOL DIRECTORY: whatever is wrong with the cache's files, the findings are the same; and afterwards the cache is whole."""

import os
import pathlib
import shutil
import subprocess
import sys

tool, directory = sys.argv[1:]
os.chdir(directory)
for i in range(3):
    pathlib.Path(f"unit{i}.cpp").write_text(
        f'struct PGconn;\nextern "C" struct PGresult *PQexec(PGconn *, const char *);\n'
        f'void store{i}(PGconn *db) {{ PQexec(db, "INSERT INTO table{i} VALUES (1)"); }}\n'
    )


def check(*options):
    command = [tool, "check", "--cache-dir=cache", "--checks=-*,sql-insert-*", *options, "unit0.cpp", "unit1.cpp", "unit2.cpp", "--"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 1, run
    return run.stdout, "3 known from before" in run.stderr


def truncate(file):
    os.truncate(file, file.stat().st_size // 2)


def empty(file):
    os.truncate(file, 0)


def flip(file):
    content = bytearray(file.read_bytes())
    if content:  # of the stamps none is kept while the sources are new
        content[len(content) * 2 // 3] ^= 0x40
    file.write_bytes(content)


def lengthen(file):
    """Claims, in the header, that more follows than can be."""
    content = bytearray(file.read_bytes())
    content[16:24] = b"\xff" * 8
    file.write_bytes(content)


def replace_by_directory(file):
    file.unlink()
    file.mkdir()


for options in ([], ["--whole-program"]):
    findings, _ = check(*options)
    assert findings.count("warning: INSERT") == 3
    for kind in ("asked", "summary", "result", "program", "stamps"):
        for damage in (truncate, empty, flip, lengthen, pathlib.Path.unlink):
            assert check(*options) == (findings, True)
            for file in pathlib.Path("cache").rglob(f"*{kind}"):
                damage(file)
            assert check(*options)[0] == findings, (options, kind, damage)
    for file in pathlib.Path("cache").rglob("*.result"):
        replace_by_directory(file)
    assert check(*options)[0] == findings
    shutil.rmtree("cache")
