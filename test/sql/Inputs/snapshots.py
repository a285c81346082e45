"""Runs a command on each text of a test file and compares what it prints with the lines below the text.

A text is a run of lines that begin with "> ". Below it, up to an empty line, stands the output; with --show WORD[,WORD…]
only its lines that begin with one of the words (spaces aside) count. Lines that begin with # are remarks.
--update writes the real output into the file.

Usage: snapshots.py [--update] [--show WORDS] FILE COMMAND…
"""

import difflib
import os
import subprocess
import sys
import tempfile


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


def run(command):
    result = subprocess.run(command, capture_output=True, text=True, errors="surrogateescape")
    lines = (result.stdout + result.stderr).splitlines()
    return lines + [f"exit code {result.returncode}"] if result.returncode else lines


def outputs_of(command, texts):
    """The command's output for each text; in one run where its parts can be told apart, since starting it costs most."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, str(number)) for number in range(len(texts))]
        for path, text in zip(paths, texts):
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text + "\n")
        parts = []
        for line in run(command + paths):
            if line.startswith("understood: "):
                parts.append([])
            if not parts:
                break
            parts[-1].append(line)
        if len(parts) == len(texts):
            return parts
        return [[line.replace(path, "FILE") for line in run(command + [path])] for path in paths]


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
    parts = list(blocks(before))
    texts = ["\n".join(line[2:] for line in block if line.startswith("> ")) for is_text, block in parts if is_text]
    outputs = iter(outputs_of(command, texts))
    after = []
    for is_text, block in parts:
        after += [line for line in block if not is_text or line.startswith(("> ", "#"))]
        if is_text:
            after += [line for line in next(outputs) if not words or line.strip().startswith(tuple(words))]
    if update:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(after) + "\n")
    elif before != after:
        print("\n".join(difflib.unified_diff(before, after, "expected", "printed", lineterm="")))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
