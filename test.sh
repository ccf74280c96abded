#!/usr/bin/env bash
# Sets up and runs all checks and tests; CI runs exactly this. The last line is "N passed, N failed".
# Logs and results stand in artifacts/test. A skipped test counts as failed.
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true DOTNET_CLI_UI_LANGUAGE=en
export TZ=Pacific/Chatham # an odd time zone, so that nothing leans on the machine's

results=artifacts/test
rm -rf $results
mkdir -p $results
passed=0
failed=0
cluster=

finish() {
  [ -z "$cluster" ] || tests/postgres.sh stop "$cluster"
  [ $passed -gt 0 ] || [ $failed -gt 0 ] || failed=1
  echo "total: $SECONDS s"
  echo "$passed passed, $failed failed"
  exit $((failed > 0))
}
trap finish EXIT
trap 'failed=$((failed + 1)); exit' HUP INT TERM

# part NAME COMMAND…: runs one step, its output goes to a log that is shown when it fails.
part() {
  local name=$1 began=$SECONDS
  shift
  if "$@" >"$results/$name.log" 2>&1 </dev/null; then
    echo "ok      $name ($((SECONDS - began)) s)"
  else
    failed=$((failed + 1))
    echo "FAILED  $name ($((SECONDS - began)) s); $results/$name.log ends:"
    tail -n 120 "$results/$name.log" | sed 's/^/    /'
    return 1
  fi
}

needs() {
  command -v dotnet >/dev/null || { echo "Please install the .NET SDK $(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json) or later."; return 1; }
  local missing=()
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing+=(postgresql)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v fc-list >/dev/null && fc-list :lang=zh-cn | grep -q . || missing+=(fontconfig fonts-noto-cjk)
  command -v npm >/dev/null || missing+=(nodejs npm)
  [ ${#missing[@]} -gt 0 ] || return 0

  local sudo=
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  if command -v apt-get >/dev/null && { [ -z "$sudo" ] || $sudo true; }; then
    $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" && return
  fi
  echo "Please install: ${missing[*]} (Debian: sudo apt-get install --no-install-recommends ${missing[*]})"
  return 1
}

# The build has installed the packages and made the style sheet and the islands.
web() (
  cd web && npm run check
)

start_postgres() {
  cluster=$(mktemp -d "${TMPDIR:-/tmp}/wuzha-pg.XXXXXX")
  chmod 755 "$cluster"
  tests/postgres.sh start "$cluster" >"$results/postgres"
}

# run_tests PROJECT: the counts come from the runner's XML; no XML means that the run broke off.
run_tests() {
  local name=$1 began=$SECONDS xml=$results/$1.xml code line
  timeout --kill-after=10 1800 "tests/$name/bin/Debug/net10.0/Wuzha.$name" -noColor -noLogo -xml "$xml" >"$results/$name.log" 2>&1 </dev/null
  code=$?
  line=$(grep -o '<assembly [^>]*>' "$xml" 2>/dev/null | head -1)
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$line" | grep . || echo 0; }
  local good=$(count passed) bad=$(($(count failed) + $(count skipped) + $(count not-run) + $(count errors)))
  [ "$good" -gt 0 ] && { [ $code = 0 ] || [ $bad -gt 0 ]; } || bad=$((bad + 1))
  passed=$((passed + good))
  failed=$((failed + bad))
  echo "$([ $bad = 0 ] && echo "ok     " || echo "FAILED ") $name: $good passed, $bad failed ($((SECONDS - began)) s)"
  [ $bad = 0 ] || { { grep -A 25 '\[FAIL\]' "$results/$name.log" | head -n 400; echo "$results/$name.log ends:"; tail -n 30 "$results/$name.log"; } | sed 's/^/    /'; }
}

part needs needs || exit
part tools dotnet tool restore || exit
part restore dotnet restore Wuzha.slnx || exit
part build dotnet build Wuzha.slnx --no-restore --nologo --verbosity quiet || exit
part web web
part format dotnet csharpier check .
part postgres start_postgres && TEST_POSTGRES=$(cat $results/postgres) && export TEST_POSTGRES

# Fast ones first, the journeys in a browser last.
for project in Rules.Tests $(cd tests && ls -d *.Tests | grep -vxE 'Rules.Tests|Browser.Tests') Browser.Tests; do
  run_tests "$project"
done
