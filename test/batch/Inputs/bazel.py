"""bazel.py TOOL ROOT DIRECTORY: the aspect of scripts/bazel in a small workspace, without network."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

tool, root, directory = sys.argv[1:]
workspace = pathlib.Path(directory, "workspace")
os.environ.pop("CLANG_SQL_CACHE_DIR", None)

FILES = {
    "WORKSPACE": "",
    "src/BUILD": """load("//clang_sql:clang_sql.bzl", "clang_sql_report", "clang_sql_test")
cc_library(name = "users", srcs = ["users.cc", "old.c"], hdrs = ["users.h"], defines = ["TABLE=users"])
cc_library(name = "sums", srcs = ["sums.cc"])
cc_binary(name = "main", srcs = ["main.cc"], deps = [":users", ":sums"])
clang_sql_report(name = "report", deps = [":main"])
clang_sql_report(name = "sarif", deps = [":main"], format = "sarif", whole_program = "yes")
clang_sql_test(name = "main_test", deps = [":main"])
clang_sql_test(name = "sums_test", deps = [":sums"])
""",
    "src/users.h": """#pragma once
struct PGconn;
extern "C" struct PGresult *PQexec(PGconn *, const char *);
inline void log(PGconn *db) { PQexec(db, "INSERT INTO log VALUES (1)"); }
void store(PGconn *db, const char *name);
""",
    "src/users.cc": """#include "src/users.h"
#include <string>
#define TEXT(x) #x
#define STRING(x) TEXT(x)
void store(PGconn *db, const char *name) { PQexec(db, (std::string("DELETE FROM " STRING(TABLE) " WHERE name = '") + name + "'").c_str()); }
""",
    "src/old.c": 'struct r *PQexec(void *, const char *);\nvoid old(void *db) { PQexec(db, "INSERT INTO old VALUES (1)"); }\n',
    "src/main.cc": '#include "src/users.h"\nint main(int, char **argv) { store(nullptr, argv[1]); log(nullptr); }\n',
    "src/sums.cc": "int sum(int a, int b) { return a + b; }\n",
    # Bazel asks for rules that it would fetch. Those of its own do.
    "rules_cc/WORKSPACE": "",
    "rules_cc/cc/BUILD": 'alias(name = "toolchain_type", actual = "@bazel_tools//tools/cpp:toolchain_type", visibility = ["//visibility:public"])\n',
    "rules_cc/cc/defs.bzl": "".join(f"{name} = native.{name}\n" for name in ("cc_binary", "cc_import", "cc_library", "cc_test", "cc_toolchain", "cc_toolchain_suite")),
    "coverage/WORKSPACE": "",
    "coverage/BUILD": 'package(default_visibility = ["//visibility:public"])\nfilegroup(name = "coverage_report_generator")\nfilegroup(name = "lcov_merger")\n',
    ".bazelrc": "".join(
        f"common --override_repository={name}={path}\n"
        for name, path in (
            ("rules_cc", workspace / "rules_cc"),
            ("remote_coverage_tools", workspace / "coverage"),
            ("rules_java", "/usr/share/bazel/rules/java"),
            ("rules_proto", "/usr/share/bazel/rules/proto"),
            ("bazel_skylib", "/usr/share/bazel/tools/skylib"),
            ("platforms", "/usr/share/bazel/platforms"),
        )
    ),
}


def bazel(command, target, *options):
    """The finished run and the targets for which clang-sql was run. --batch: no server stays behind."""
    call = ["bazel", f"--output_user_root={directory}/out", "--batch", command, target, "--explain=explanation", *options]
    run = subprocess.run(call, cwd=workspace, capture_output=True, text=True, timeout=600)
    explained = (workspace / "explanation").read_text() if (workspace / "explanation").exists() else ""
    return run, sorted(set(re.findall(r"Executing action 'Looking for SQL in (\S+)'", explained)))


def build(target, expected):
    run, looked_at = bazel("build", target)
    assert run.returncode == 0, run.stderr
    assert looked_at == expected, (target, looked_at, expected)


def report():
    return (workspace / "bazel-bin/src/report.text").read_text()


for name, text in FILES.items():
    file = workspace / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
shutil.copytree(pathlib.Path(root, "scripts/bazel"), workspace / "clang_sql")
(workspace / "clang_sql/clang-sql").symlink_to(tool)

build("//src:report", ["//src:main", "//src:sums", "//src:users"])
first = report()
for line in (
    r"^src/old\.c:2:34: warning: INSERT into 'old' does not",
    r"^src/users\.cc:5:.* warning: 'name' becomes SQL in 'PQexec'",
    r"INSERT INTO log",
):
    assert re.search(line, first, re.MULTILINE), (line, first)
assert first.count("INSERT into 'log' does not name") == 1  # a header of two targets

build("//src:report", [])
(workspace / "src/main.cc").write_text(FILES["src/main.cc"] + "// more\n")
build("//src:report", ["//src:main"])
assert report() == first  # what other targets said is said again
(workspace / "src/users.h").write_text(FILES["src/users.h"].replace("INTO log", "INTO events"))
build("//src:report", ["//src:main", "//src:users"])
changed = report()
assert "INSERT into 'events' does not name" in changed and "'log'" not in changed and "INSERT into 'old' does not name" in changed, changed

build("//src:sarif", ["//src:main", "//src:sums", "//src:users"])
assert "passed to 'store' as 'name'" in (workspace / "bazel-bin/src/sarif.sarif").read_text()

passed, _ = bazel("test", "//src:sums_test")
assert passed.returncode == 0, passed.stderr
failed, _ = bazel("test", "//src:main_test", "--test_output=errors")
assert failed.returncode == 3 and "does not name its columns" in failed.stdout + failed.stderr, failed
