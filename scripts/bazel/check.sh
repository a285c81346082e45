#!/usr/bin/env bash
# check.sh TOOL PART ARGUMENT...: what the aspect runs for the sources of a target.
set -euo pipefail

tool=$1 part=$2
shift 2
# An action sees links to the sources, in a directory of its own. The project is where they lead.
here=${BASH_SOURCE[0]#./}
real=$(realpath "$here")
export CLANG_SQL_PROJECT_ROOT=${real%/"$here"}
exec "$tool" check --quiet --no-cache --shard=1/1 -o "$part" "$@"
