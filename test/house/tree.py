"""What stands where: usage: tree.py ROOT. Prints what is out of place; exits with 1 if there is any."""

import os
import pathlib
import re
import sys

TOP_LEVEL = {
    *("CMakeLists.txt", "CMakePresets.json", "README.md"),
    *("tool", "rules", "test", "docs", "scripts"),
    *(".ci", ".clang-format", ".clang-tidy", ".github", ".gitignore", ".gitattributes"),
}
NOT_OURS = {".git", "build", "__pycache__", ".cache"}

# Paths of one machine, and hosts that hand out packages: they are the set-up's affair, not the project's.
MACHINE = re.compile(r"/(home|Users)/\w|/root/|/work/(main|shared)|https?://(deb|registry|mirrors?|proxy|snapshot)\.")


def problems(root):
    for name in sorted(os.listdir(root)):
        if name not in TOP_LEVEL | NOT_OURS:
            yield f"{name}: the top level is fixed"

    for rule in sorted(root.glob("rules/*/")):
        if rule.name == "libraries":
            continue
        for needed in (rule / "rule.cpp", rule / "README.md", root / "test" / "rules" / rule.name):
            if not needed.exists():
                yield f"rules/{rule.name}: has no {needed.relative_to(root)}"

    for folder, folders, files in os.walk(root):
        folders[:] = sorted(set(folders) - NOT_OURS)
        for name in sorted(set(files) - NOT_OURS):  # in a worktree .git is a file
            file = pathlib.Path(folder, name)
            if file.match("test/house/tree.*"):  # shows what is forbidden
                continue
            for number, line in enumerate(file.read_text(errors="replace").splitlines(), 1):
                if found := MACHINE.search(line):
                    yield f"{file.relative_to(root)}:{number}: '{found[0]}' names a machine"


sys.exit("\n".join(problems(pathlib.Path(sys.argv[1]).resolve())) or None)
