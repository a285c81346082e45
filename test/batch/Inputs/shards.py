"""shards.py TOOL DIRECTORY OPTION...: parts that are merged say what one run says, byte for byte, in every format and with any number of shards."""

import os
import re
import subprocess
import sys

tool, directory, *options = sys.argv[1:]
os.chdir(directory)


def run(*arguments):
    result = subprocess.run([tool, *arguments], capture_output=True)
    return result.returncode, result.stdout, result.stderr


# Where the progress ends is another matter: a merge analyses no unit.
def without_progress(result):
    return result[0], result[1], re.sub(rb"\d+ of \d+ units analysed.*\n", b"", result[2])


formats = re.search(r"--format=(\S+)", subprocess.run([tool, "check", "--help"], capture_output=True, text=True).stdout)[1].split("|")
assert len(formats) >= 3
for form in formats:
    whole = without_progress(run("check", "-p", ".", *options, f"--format={form}", "-j2"))
    assert whole[0] == 3 and b"sql-injection" in whole[1] and b"not analysed: crashed" in whole[2], whole
    for count in 1, 3, 9:
        parts = []
        for index in range(1, count + 1):
            part = f"part{index}"
            result = run("check", "--cache-dir=cache", f"--shard={index}/{count}", "-p", ".", *options, "-j1", "-o", part)
            assert result[0] == 0 and not result[1], result
            parts.append(part)
        merged = without_progress(run("merge", f"--format={form}", *reversed(parts)))
        assert merged == whole, (form, count, merged, whole)
    assert run("merge", f"--format={form}", "-o", "merged", *parts)[1] == b""
    with open("merged", "rb") as file:
        assert file.read() == whole[1]
