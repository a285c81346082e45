# What every test may use. A test's RUN lines are commands of lit's own shell; FileCheck, not, count and split-file are LLVM's.

import os
import shutil
import sys

import lit.formats

if not hasattr(config, "build_dir"):  # lit was pointed at the sources: test the default build
    here = os.path.dirname(os.path.realpath(__file__))
    lit_config.load_config(config, os.path.join(here, "../build/default/test/lit.site.cfg.py"))
    raise SystemExit

config.name = "clang-sql"
config.test_format = lit.formats.ShTest()
config.suffixes = [".cpp", ".c", ".test", ".yaml", ".sql", ".txt"]
config.excludes = {"Inputs", "CMakeLists.txt"}
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.build_dir, "test")

config.substitutions += [
    ("%clang-sql", os.path.join(config.build_dir, "bin", "clang-sql")),
    ("%clang-tidy", os.path.join(config.llvm_bin, "clang-tidy")),
    ("%tidy-module", os.path.join(config.build_dir, "lib", "ClangSqlTidyModule.so")),
    ("%build", config.build_dir),
    ("%llvm-bin", config.llvm_bin),
    ("%root", os.path.dirname(config.test_source_root)),
    ("%python", sys.executable),
]

# Headers of libraries that are unpacked, not installed (scripts/setup).
headers = "/usr/local/share/clang-sql/headers/usr/include"
multiarch = os.path.join(headers, "x86_64-linux-gnu")
config.substitutions += [
    ("%headers/", multiarch + "/"),
    ("%headers", f"-isystem {headers} -isystem {multiarch}"),
]

# Packages that scripts/setup installs where it can; without them these tests are left out.
for feature, program in (("slurm", "slurmctld"), ("bazel", "bazel")):
    if shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin"):
        config.available_features.add(feature)
if not os.path.exists("/sys/fs/cgroup/cgroup.controllers") and not os.path.ismount("/sys/fs/cgroup"):
    config.available_features.discard("slurm")  # slurmd does not start without cgroups
if os.path.exists("/dev/pts/ptmx"):
    config.available_features.add("terminal")

config.environment["CLANG_SQL_CACHE_DIR"] = ""  # a test that wants a cache says where
config.environment["PATH"] = os.pathsep.join([config.llvm_bin, os.environ["PATH"]])
for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "CCACHE_DIR"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
