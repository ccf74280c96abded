#!/usr/bin/env bash
# Measures the program beside the bare database on this machine: ./bench.sh [facts] [P8] [tally] [board] [list] [P11] [P12] [P13] [--full]
# One line for each work; a figure counts only as a ratio within one run. See docs/performance.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

dotnet build bench --configuration Release --verbosity quiet --nologo >&2
if [ -z "${BENCH_POSTGRES-}" ] && command -v pgbench >/dev/null; then
  cluster=$(mktemp -d "${TMPDIR:-/tmp}/wuzha-bench-pg.XXXXXX")
  chmod 755 "$cluster"
  trap 'tests/postgres.sh stop "$cluster"' EXIT
  BENCH_POSTGRES=$(POSTGRES_FSYNC=on tests/postgres.sh start "$cluster")
  export BENCH_POSTGRES
fi
dotnet bench/bin/Release/net10.0/Wuzha.Bench.dll "$@"
