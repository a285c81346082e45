"""says.py TOOL DIRECTORY EXIT LINE ARGUMENT...: run there, the tool prints that one error line and ends with that code."""

import subprocess
import sys

tool, directory, code, line, *arguments = sys.argv[1:]
run = subprocess.run([tool, *arguments], cwd=directory, stdin=subprocess.DEVNULL, capture_output=True, text=True)
expected = (int(code), "", f"clang-sql: error: {line}\n")
if (run.returncode, run.stdout, run.stderr) != expected:
    sys.exit(f"expected {expected}\n     got {(run.returncode, run.stdout, run.stderr)}")
