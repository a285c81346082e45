"""cache_resume.py TOOL DIRECTORY: a run that was interrupted goes on from there; what failed is tried again."""

import os
import pathlib
import signal
import subprocess
import sys

tool, directory = sys.argv[1:]
os.chdir(directory)
head = 'struct PGconn;\nextern "C" struct PGresult *PQexec(PGconn *, const char *);\n'
for i in range(4):
    pathlib.Path(f"done{i}.cpp").write_text(head + f'void store{i}(PGconn *db) {{ PQexec(db, "INSERT INTO table{i} VALUES (1)"); }}\n')
os.mkfifo("fifo")
pathlib.Path("waits.cpp").write_text('#include "fifo"\n')  # for ever
pathlib.Path("a_crash.cpp").write_text("#pragma clang __debug crash\n")  # the first, so that all others wait for their turn to be told

command = [tool, "check", "-j2", "--cache-dir=cache", "a_crash.cpp", "waits.cpp", "done0.cpp", "done1.cpp", "done2.cpp", "done3.cpp", "--"]
run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
for line in run.stderr:
    if line.startswith("5 of 6"):
        break
run.send_signal(signal.SIGINT)
run.communicate()
assert run.returncode == 130, run.returncode

os.unlink("fifo")
pathlib.Path("fifo").write_text("")
again = subprocess.run(command, capture_output=True, text=True)
assert "6 of 6 units analysed, 4 known from before, 1 failed" in again.stderr, again.stderr
assert again.stdout.count("warning: INSERT") == 4
third = subprocess.run(command, capture_output=True, text=True)
assert "6 of 6 units analysed, 5 known from before, 1 failed" in third.stderr, third.stderr
assert "a_crash.cpp: not analysed: crashed" in third.stderr and third.returncode == 3
