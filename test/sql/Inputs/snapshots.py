"""Runs a command on each text of a test file and compares what it prints with the lines below the text.

A text is a run of lines that begin with "> ". Below it, up to an empty line, stands the output; with --show WORD[,WORD…]
only its lines that begin with one of the words (spaces aside) count. Lines that begin with # are remarks.
--update writes the real output into the file.

usage: snapshots.py [--update] [--show WORDS] FILE COMMAND…
"""

import difflib
import subprocess
import sys


def blocks(lines):
    """Yields (is_text, lines) for each text with its output, and for what lies between."""
    block, is_text = [], False
    for line in lines:
        begins = line.startswith("> ") and not (is_text and block[-1].startswith("> "))
        ends = is_text and line == ""
        if begins or ends:
            yield is_text, block
            block, is_text = [], begins
        block.append(line)
    yield is_text, block


def output_of(command, text, words):
    run = subprocess.run(command, input=text, capture_output=True, text=True, errors="surrogateescape")
    lines = (run.stdout + run.stderr).splitlines()
    if run.returncode:
        lines.append(f"exit code {run.returncode}")
    return [line for line in lines if not words or line.strip().startswith(tuple(words))]


def main(arguments):
    update = "--update" in arguments
    arguments = [a for a in arguments if a != "--update"]
    words = []
    if arguments[0] == "--show":
        words = arguments[1].split(",") + ["exit code"]
        arguments = arguments[2:]
    path, *command = arguments
    with open(path, encoding="utf-8") as file:
        before = file.read().splitlines()
    after = []
    for is_text, block in blocks(before):
        after += [line for line in block if not is_text or line.startswith(("> ", "#"))]
        if is_text:
            text = "\n".join(line[2:] for line in block if line.startswith("> "))
            after += output_of(command + ["-"], text, words)
    if update:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(after) + "\n")
    elif before != after:
        print("\n".join(difflib.unified_diff(before, after, "expected", "printed", lineterm="")))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
