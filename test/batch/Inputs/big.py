"""big.py DIRECTORY: what split-file cannot make: an expression too deep for the stack, and a pipe that nobody writes to."""

import os
import sys

os.chdir(sys.argv[1])
with open("stack.cpp", "w") as file:
    file.write("int x = " + "(" * 200_000 + "1" + ")" * 200_000 + ";\n")
if not os.path.exists("nobody-writes.fifo"):
    os.mkfifo("nobody-writes.fifo")
