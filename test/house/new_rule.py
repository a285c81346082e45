"""Makes a rule with scripts/new-rule in a tree of its own, links a clang-sql that has it, and runs the test that came with it.

usage: new_rule.py ROOT BUILD LLVM_BIN WORK. The tool is BUILD's, but for the rules: nothing there is changed.
"""

import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

root, build, llvm_bin, work = map(pathlib.Path, sys.argv[1:])
tree = work / "tree"
rule = "sql-every-statement"


def run(command, **options):
    print("$", command if isinstance(command, str) else shlex.join(map(str, command)), flush=True)
    subprocess.run(command, check=True, **options)


def compile_like_a_rule(source):
    """Compiles as the build does with the rules it knows. Returns the object file."""
    entries = json.loads((build / "compile_commands.json").read_text())
    entry = next(entry for entry in entries if entry["file"].endswith("/rule.cpp"))
    target = source.with_suffix(".o")
    command = re.sub(r" -o \S+ -c \S+", f" -o {target} -c {source}", entry["command"])
    run(command, shell=True, cwd=entry["directory"])
    return target


shutil.rmtree(work, ignore_errors=True)
(tree / "scripts").mkdir(parents=True)
shutil.copy(root / "scripts/new-rule", tree / "scripts")
run([tree / "scripts/new-rule", rule])
run([sys.executable, root / "test/house/tree.py", tree])

registry = (root / "rules/registry.cpp.in").read_text()
registry = registry.replace("@declarations@", f"extern const lint::Rule {rule.replace('-', '_')};")
registry = registry.replace("@addresses@", f"&{rule.replace('-', '_')}")
(work / "registry.cpp").write_text(registry)
objects = [compile_like_a_rule(tree / "rules" / rule / "rule.cpp"), compile_like_a_rule(work / "registry.cpp")]

# With this registry in front, the linker takes neither the build's registry nor its rules out of their library.
(work / "bin").mkdir()
link = subprocess.check_output(["ninja", "-C", build, "-t", "commands", "-s", "bin/clang-sql"], text=True).splitlines()[-1]
link = link.replace("-o bin/clang-sql", f"-o {work}/bin/clang-sql {shlex.join(map(str, objects))}")
run(link, shell=True, cwd=build)

site = (root / "test/lit.site.cfg.py.in").read_text()
site = site.replace("@PROJECT_BINARY_DIR@", str(work)).replace("@LLVM_TOOLS_BINARY_DIR@", str(llvm_bin))
site = site.replace("@CMAKE_CURRENT_SOURCE_DIR@", str(tree / "test"))
(work / "test").mkdir()
(work / "test/lit.site.cfg.py").write_text(site)
shutil.copy(root / "test/lit.cfg.py", tree / "test")
run([llvm_bin / "lit", "-v", work / "test"])
