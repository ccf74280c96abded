#!/usr/bin/env bash
# Sets up and runs Wuzha. Without arguments: the demo township on http://127.0.0.1:5080.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dll=$here/src/Web/bin/Release/net10.0/wuzha.dll
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
export WUZHA_DATA=${WUZHA_DATA:-$here/.wuzha}

usage() {
  cat <<'HELP'
用法 | Usage:
  ./run.sh                          建好并启动演示镇：http://127.0.0.1:5080 | set up and run the demo township
  ./run.sh --postgres CONNECTION    同上，用 PostgreSQL | the same on PostgreSQL
  ./run.sh --port PORT              换一个端口 | on another port
  ./run.sh COMMAND …                运行 wuzha 的命令，如 setup、serve | runs a command of wuzha: setup, serve …
  ./run.sh plan read FILE --json    读一份方案，输出其中的任务 | read a plan document, print its duties as JSON
  ./run.sh COMMAND --help           某个命令的说明 | what a command takes
  ./run.sh --help                   本说明 | this text

需要 | Needs: .NET SDK 10, Node.js 20 (npm)
数据 | Data:  .wuzha （可用环境变量 WUZHA_DATA 改 | or WUZHA_DATA）
HELP
}

needs() {
  command -v dotnet >/dev/null || { echo "请先安装 .NET SDK 10。 | Please install the .NET SDK 10." >&2; exit 1; }
  command -v npm >/dev/null || { echo "请先安装 Node.js 20（含 npm）。 | Please install Node.js 20 with npm." >&2; exit 1; }
}

# Nothing is built when no source is newer than what was built last.
build() {
  if [ -f "$dll" ] && [ -z "$(find "$here/src" "$here/web" "$here"/Directory.*.props "$here/global.json" \
    \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -newer "$dll" -print -quit)" ]; then
    return
  fi
  needs
  echo "正在构建，第一次需要几分钟…… | Building, the first time takes a few minutes …" >&2
  dotnet build "$here/src/Web" --configuration Release --verbosity quiet >&2
  touch "$dll"
}

case "${1:-}" in
  -h | --help)
    usage
    exit
    ;;
  "" | --postgres* | --port*) set -- demo "$@" ;;
esac
build
exec dotnet "$dll" "$@"
