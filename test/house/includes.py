"""Includes run one way: usage: includes.py ROOT. Prints each include that does not; exits with 1 if there is any."""

import pathlib
import re
import sys

# Who may include whom. What a folder may include, those that may include it may too.
MAY_INCLUDE = {
    "summary": [],
    "embedded": [],
    "sql": ["summary"],
    "models": ["sql", "embedded"],
    "frontend": ["models"],
    "link": ["models"],
    "lint": ["link"],
    "rules": ["lint"],
    "report": ["lint"],
    "batch": ["frontend", "report"],
    "tidy": ["frontend", "report"],
    "lsp": ["frontend", "report"],
    "cli": ["batch", "lsp"],
}

# Headers from outside that only these may include.
OWNERS = [
    # database.cpp: compile commands come from clang/Tooling; it sees no AST.
    (re.compile(r"clang(-c|-tidy)?/"), ("tool/frontend/", "tool/tidy/", "tool/batch/database.cpp")),
    (re.compile(r"pg_query"), ("tool/sql/",)),
]


def reachable(folder):
    found = {folder}
    for next_one in MAY_INCLUDE[folder]:
        found |= reachable(next_one)
    return found


def problems(root):
    for file in sorted([*root.glob("tool/**/*"), *root.glob("rules/*/*")]):
        if file.suffix not in (".h", ".cpp"):
            continue
        path = file.relative_to(root)
        folder = "rules" if path.parts[0] == "rules" else path.parts[1]
        if len(path.parts) > 2 and folder not in MAY_INCLUDE:
            yield f"{path}: '{folder}' has no place yet in the order of includes"
            continue
        for number, line in enumerate(file.read_text().splitlines(), 1):
            include = re.match(r'\s*#\s*include\s*[<"]([^">]+)', line)
            if not include:
                continue
            header = include[1]
            target = header.split("/")[0]
            if target in MAY_INCLUDE and target not in reachable(folder):
                yield f"{path}:{number}: '{folder}' must not include '{header}'"
            for pattern, owners in OWNERS:
                if pattern.match(header) and not str(path).startswith(owners):
                    yield f"{path}:{number}: '{header}' may be included only in {', '.join(owners)}"


sys.exit("\n".join(problems(pathlib.Path(sys.argv[1]).resolve())) or None)
