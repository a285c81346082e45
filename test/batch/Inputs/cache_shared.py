"""cache_shared.py TOOL DIRECTORY: runs that use one cache at the same time, some of which are killed, do not disturb each other."""

import os
import pathlib
import subprocess
import sys

tool, directory = sys.argv[1:]
os.chdir(directory)
units = [f"unit{i}.cpp" for i in range(12)]
for i, unit in enumerate(units):
    pathlib.Path(unit).write_text(
        f'struct PGconn;\nextern "C" struct PGresult *PQexec(PGconn *, const char *);\n'
        f'void store{i}(PGconn *db) {{ PQexec(db, "INSERT INTO table{i} VALUES (1)"); }}\n'
    )
command = [tool, "check", "--cache-dir=cache", "--checks=-*,sql-insert-*", *units, "--"]
expected = subprocess.run([*command[:2], "--no-cache", *command[3:]], capture_output=True, text=True).stdout
assert expected.count("warning: INSERT") == 12
for _ in range(3):
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(5)]
    runs[0].kill()
    runs[1].stderr.readline()
    runs[1].terminate()
    for run in runs[2:]:
        assert run.communicate()[0] == expected
    for run in runs[:2]:
        run.communicate()
last = subprocess.run(command, capture_output=True, text=True)
assert last.stdout == expected and "12 known from before" in last.stderr, last
