"""compile_commands.py DIRECTORY: writes a compilation database of the C++ files that are there."""

import json
import pathlib
import sys

directory = pathlib.Path(sys.argv[1]).resolve()
entries = [
    {"directory": str(directory), "file": file.name, "arguments": ["clang++", "-std=c++20", "-c", file.name]}
    for file in sorted(directory.glob("*.cpp"))
]
(directory / "compile_commands.json").write_text(json.dumps(entries))
