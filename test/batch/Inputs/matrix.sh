# The shards of three jobs, as GitLab and as Kubernetes number them: matrix.sh TOOL. The lines are those of docs/ci.md.
set -euo pipefail
shopt -s expand_aliases
alias clang-sql="$1"

for CI_NODE_INDEX in 1 2 3; do
  export CI_NODE_INDEX CI_NODE_TOTAL=3
  clang-sql check -p . --shard="$CI_NODE_INDEX/$CI_NODE_TOTAL" -o "part-$CI_NODE_INDEX"
done
clang-sql merge --exit-zero -o gitlab.txt part-*

for JOB_COMPLETION_INDEX in 0 1 2; do
  export JOB_COMPLETION_INDEX
  clang-sql check -p . --shard="$((JOB_COMPLETION_INDEX + 1))/3" -o "pod-$JOB_COMPLETION_INDEX"
done
clang-sql merge --exit-zero -o kubernetes.txt pod-*
