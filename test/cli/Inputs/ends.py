"""ends.py TOOL DIRECTORY EXIT ARGUMENT...: `check` run there with the arguments ends with that code."""

import subprocess
import sys

tool, directory, code, *arguments = sys.argv[1:]
run = subprocess.run([tool, "check", *arguments], cwd=directory, capture_output=True, text=True)
if run.returncode != int(code):
    sys.exit(f"expected {code}, got {run.returncode}\n{run.stdout}{run.stderr}")
