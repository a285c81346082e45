"""No library's name in C++: usage: library_names.py ROOT. Prints each one; exits with 1 if there is any.

The names are those of rules/libraries/*.yaml. One that no other text would hold by chance ("curl_easy_perform",
"std::") must not occur in a string literal at all; a C function's plain name ("strcpy") must not be the whole of one.
Plain names of methods ("append") are not looked for: they are words of any language, the models' own included.
"""

import pathlib
import re
import sys

import yaml

# Plain names of C functions that are words of SQL, of the models' vocabulary, or of a summary's text, too.
OUR_WORDS = {"bind", "exit", "operator", "printf", "select", "sleep", "system", "time"}

IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
LITERAL = re.compile(r'R"(\w*)\((.*?)\)\1"|"((?:\\.|[^"\\\n])*)"', re.DOTALL)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
INCLUDE = re.compile(r"^\s*#\s*include.*$", re.MULTILINE)


def names_of(document):
    """What to look for: namespaces and classes with their '::', and the names of functions and variables."""
    keys = [key for section in ("functions", "classes", "variables") for key in document.get(section) or {}]
    keys += document.get("pure") or []
    for key in keys:
        key = re.sub(r"\([^)]*\)", "", str(key))
        for name in IDENTIFIER.findall(key):
            if f"{name}::" in key:
                yield f"{name}::"
            elif is_distinctive(name) or "::" not in key:
                yield name


def is_distinctive(name):
    return bool(re.search(r"::|_|\d|.[A-Z]", name))


def literals(text):
    """Line and content of each string literal outside comments and #include lines."""
    blank = lambda match: re.sub(r"[^\n]", " ", match[0])
    text = INCLUDE.sub(blank, text)
    for match in re.finditer(f"{LITERAL.pattern}|{COMMENT.pattern}", text, re.DOTALL):
        if match[0][0] != "/":
            yield text.count("\n", 0, match.start()) + 1, match[2] or match[3] or ""


def problems(root):
    names = set()
    for library in root.glob("rules/libraries/*.yaml"):
        names |= set(names_of(yaml.safe_load(library.read_text())))
    names -= OUR_WORDS
    for file in sorted([*root.glob("tool/*/*"), *root.glob("rules/*/rule.cpp")]):
        if file.suffix not in (".h", ".cpp"):
            continue
        for line, literal in literals(file.read_text()):
            for name in sorted(names & set(re.findall(r"[A-Za-z_]\w*(?:::)?", literal))):
                if is_distinctive(name) or literal == name:
                    yield f"{file.relative_to(root)}:{line}: \"{literal}\" holds a library's name, '{name}'"


sys.exit("\n".join(problems(pathlib.Path(sys.argv[1]).resolve())) or None)
