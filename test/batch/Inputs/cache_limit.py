"""cache_limit.py TOOL DIRECTORY: the cache stays below its limit, and what goes first is what was not used for longest."""

import os
import pathlib
import subprocess
import sys
import time

tool, directory = sys.argv[1:]
os.chdir(directory)
cache = pathlib.Path("cache")
for i in range(30):
    numbers = "\n".join(f'void store{n}(PGconn *db) {{ PQexec(db, "INSERT INTO table{n * 7919 % 10007} VALUES ({n})"); }}' for n in range(i, i + 40))
    pathlib.Path(f"unit{i}.cpp").write_text(f'struct PGconn;\nextern "C" struct PGresult *PQexec(PGconn *, const char *);\n{numbers}\n')


def check(*units):
    command = [tool, "check", "--cache-dir=cache", "--cache-limit=64K", "--checks=-*,sql-insert-*", *units, "--"]
    return subprocess.run(command, capture_output=True, text=True).stderr


def entries():
    return [file for file in cache.rglob("*.*") if len(file.parent.name) == 2]


def age(seconds):
    for file in entries():
        before = file.stat().st_mtime
        os.utime(file, (before - seconds, before - seconds))


check("unit0.cpp", "unit1.cpp")
age(7 * 86400)
assert "2 known" in check("unit0.cpp", "unit1.cpp")  # renews them
left = cache / "00" / "writing-0123456789ab"
left.parent.mkdir(exist_ok=True)
left.write_text("half of an ent")
os.utime(left, (time.time() - 7200,) * 2)
other = cache / "not-ours.txt"
other.write_text("x" * 200_000)
for i in range(2, 16):
    check(f"unit{i}.cpp")
    age(60)  # but for what comes now, all is older
assert sum(file.stat().st_size for file in entries()) <= 64 << 10
assert not left.exists() and other.exists()
assert "2 known" in check("unit14.cpp", "unit15.cpp"), "what was stored last is still there"
assert "known" not in check("unit2.cpp", "unit3.cpp"), "what was not used for longest is gone"
