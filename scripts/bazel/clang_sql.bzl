"""clang-sql for the C++ targets of a Bazel workspace, each analysed once and cached until something that it reads changes.

Bazel shows no output of an action that it need not run again. So the aspect writes what it found to files, and a target collects
them: `clang_sql_report` builds a report, `clang_sql_test` fails if there are findings. Both take the targets in `deps` and all that
these depend on; with `whole_program = "yes"` text and transactions are followed from one to the other.
"""

load("@bazel_tools//tools/build_defs/cc:action_names.bzl", "ACTION_NAMES")
load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")

ClangSqlInfo = provider(doc = "What clang-sql found in a target and below.", fields = {"parts": "depset of parts for clang-sql merge"})

_LANGUAGES = [
    (ACTION_NAMES.cpp_compile, ["cc", "cpp", "cxx", "c++", "C"]),
    (ACTION_NAMES.c_compile, ["c"]),
]

def _flags(ctx, context, action):
    """The flags with which Bazel would compile the target's sources, without the compiler."""
    toolchain = find_cpp_toolchain(ctx)
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = toolchain,
        requested_features = ctx.features,
        unsupported_features = ctx.disabled_features + ["module_maps"],
    )
    fragment = ctx.fragments.cpp
    language = fragment.cxxopts if action == ACTION_NAMES.cpp_compile else fragment.conlyopts
    variables = cc_common.create_compile_variables(
        feature_configuration = features,
        cc_toolchain = toolchain,
        user_compile_flags = fragment.copts + language + getattr(ctx.rule.attr, "copts", []),
        include_directories = context.includes,
        quote_include_directories = context.quote_includes,
        system_include_directories = context.system_includes,
        preprocessor_defines = depset(transitive = [context.defines, context.local_defines]),
    )
    return cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = action,
        variables = variables,
    )

def _check(target, ctx, action, sources):
    context = target[CcInfo].compilation_context
    kind = "summaries" if ctx.attr.whole_program == "yes" else "findings"
    part = ctx.actions.declare_file("{}.{}.{}".format(target.label.name, action, kind))
    arguments = ctx.actions.args()
    arguments.add(ctx.file._tool)
    arguments.add(part)
    if ctx.attr.whole_program == "yes":
        arguments.add("--whole-program")
    arguments.add_all(sources)
    arguments.add("--")
    arguments.add_all(_flags(ctx, context, action))
    ctx.actions.run(
        outputs = [part],
        inputs = depset(sources + [ctx.file._tool], transitive = [context.headers]),
        executable = ctx.file._check,
        arguments = [arguments],
        mnemonic = "ClangSql",
        progress_message = "Looking for SQL in {}".format(target.label),
        use_default_shell_env = True,
    )
    return part

def _aspect_impl(target, ctx):
    below = [dep[ClangSqlInfo].parts for name in ["deps", "implementation_deps"] for dep in getattr(ctx.rule.attr, name, []) if ClangSqlInfo in dep]
    files = [file for source in getattr(ctx.rule.attr, "srcs", []) for file in source.files.to_list()]
    parts = []
    if CcInfo in target:
        for action, extensions in _LANGUAGES:
            sources = [file for file in files if file.extension in extensions]
            if sources:
                parts.append(_check(target, ctx, action, sources))
    return [ClangSqlInfo(parts = depset(parts, transitive = below))]

clang_sql_aspect = aspect(
    implementation = _aspect_impl,
    attr_aspects = ["deps", "implementation_deps"],
    attrs = {
        "whole_program": attr.string(values = ["yes", "no"]),
        "_tool": attr.label(default = "//clang_sql:clang-sql", allow_single_file = True),
        "_check": attr.label(default = "//clang_sql:check.sh", allow_single_file = True),
        "_cc_toolchain": attr.label(default = "@bazel_tools//tools/cpp:current_cc_toolchain"),
    },
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)

def _parts(ctx):
    return depset(transitive = [dep[ClangSqlInfo].parts for dep in ctx.attr.deps]).to_list()

def _report_impl(ctx):
    report = ctx.actions.declare_file(ctx.label.name + "." + ctx.attr.format)
    parts = _parts(ctx)
    arguments = ctx.actions.args()
    arguments.add_all(["merge", "--quiet", "--exit-zero", "--format=" + ctx.attr.format, "-o", report])
    arguments.add_all(parts)
    ctx.actions.run_shell(
        outputs = [report],
        inputs = parts + [ctx.file._tool],
        # 3: some file was not analysed; the report says which
        command = '"$0" "$@" || [[ $? == 3 ]]'.replace("$0", ctx.file._tool.path),
        arguments = [arguments],
        mnemonic = "ClangSqlReport",
        use_default_shell_env = True,
    )
    return [DefaultInfo(files = depset([report]))]

def _test_impl(ctx):
    parts = _parts(ctx)
    script = ctx.actions.declare_file(ctx.label.name)
    command = " ".join(["exec", ctx.file._tool.short_path, "merge"] + ["'" + part.short_path + "'" for part in parts])
    ctx.actions.write(script, "#!/bin/sh\n" + command + "\n", is_executable = True)
    return [DefaultInfo(executable = script, runfiles = ctx.runfiles(parts + [ctx.file._tool]))]

_ATTRIBUTES = {
    "deps": attr.label_list(aspects = [clang_sql_aspect]),
    "whole_program": attr.string(default = "no", values = ["yes", "no"]),
    "_tool": attr.label(default = "//clang_sql:clang-sql", allow_single_file = True),
}

clang_sql_report = rule(
    implementation = _report_impl,
    attrs = dict(_ATTRIBUTES, format = attr.string(default = "text")),
)

clang_sql_test = rule(implementation = _test_impl, attrs = _ATTRIBUTES, test = True)
