"""interrupt.py TOOL DIRECTORY SIGNAL EXIT: sends the signal to a run whose two workers wait for ever."""

import os
import signal
import subprocess
import sys
import time

tool, directory, name, code = sys.argv[1:]
os.chdir(directory)
if not os.path.exists("fifo"):
    os.mkfifo("fifo")
for unit in "ab":
    with open(f"{unit}.cpp", "w") as file:
        file.write('#include "fifo"\n')
with open("report.txt", "w") as file:
    file.write("yesterday's\n")


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return file.read().split()


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(condition, what):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    sys.exit(f"waited in vain until {what}")


run = subprocess.Popen([tool, "check", "-j2", "-o", "report.txt", "a.cpp", "b.cpp", "--"], stderr=subprocess.PIPE, text=True)
wait_until(lambda: len(children(run.pid)) == 2, "two workers run")
workers = children(run.pid)
run.send_signal(getattr(signal, name))
said = run.communicate(timeout=60)[1]
wait_until(lambda: not any(map(alive, workers)), "the workers are gone")
assert run.returncode == int(code), run.returncode
assert said == ("" if name == "SIGKILL" else "clang-sql: interrupted\n"), said
assert sorted(os.listdir()) == ["a.cpp", "b.cpp", "fifo", "report.txt"], os.listdir()
assert open("report.txt").read() == "yesterday's\n"
