"""terminal.py COMMAND...: what the command writes to its standard error when that is a terminal, with its control characters spelled."""

import os
import pty
import subprocess
import sys

ours, theirs = pty.openpty()
environment = {**os.environ, "TERM": "xterm"}
run = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=theirs, env=environment)
os.close(theirs)
said = b""
while True:
    try:
        said += os.read(ours, 4096)
    except OSError:  # nobody writes any more
        break
run.wait()
sys.stdout.write(said.decode().replace("\r\n", "\n").replace("\r", "<CR>").replace("\033", "<ESC>"))
