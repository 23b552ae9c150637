#!/usr/bin/env bash
# Walks "npm start" as a newcomer: a fresh clone, an empty HOME, no services; as an ordinary user, and as root in a clone
# below a folder that nobody else may enter. Ready, stopped by Ctrl-C, ready again within 8 s with its data, killed hard, ready again.
set -uo pipefail
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
ok=1

say() { echo "newcomer: $*"; }
wrong() { say "WRONG: $*"; ok=0; }

# as USER COMMAND…, with nothing of this environment but a PATH, npm's settings and an empty HOME
as() {
  local user=$1 home=$2
  shift 2
  local settings=(PATH="$PATH" HOME="$home" PORT="$port")
  while IFS= read -r pair; do settings+=("$pair"); done < <(env | grep -iE '^npm_config_[a-z_]*(registry|nodedir|cafile|proxy)=' || true)
  if [ "$user" = root ]; then env -i "${settings[@]}" "$@"; else setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups env -i "${settings[@]}" "$@"; fi
}

# start USER HOME LOG: starts in the background and waits for the word; sets $pid and $took
start() {
  local begun
  begun=$(date +%s%N)
  : >"$3"
  as "$1" "$2" setsid npm start >"$3" 2>&1 &
  local tries=0
  until grep -q "^Waymark is ready at " "$3"; do
    sleep 0.1
    tries=$((tries + 1))
    if [ $tries -gt 6000 ] || { [ $tries -gt 50 ] && ! pgrep -f "$PWD/script/start.mjs|npm start" >/dev/null; }; then wrong "not ready; its words:"; tail -n 20 "$3"; return 1; fi
  done
  took=$(((($(date +%s%N)) - begun) / 1000000))
  pid=$(as root "$2" node -e 'const {readFileSync}=require("fs");console.log(JSON.parse(readFileSync(process.argv[1]+"/running.json")).pid)' "$PWD/.data")
}

answers() { [ "$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$port$1")" = "$2" ] || wrong "$1 does not answer $2"; }

# gone PID: waits until the process has ended
gone() { for _ in $(seq 100); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done; wrong "process $1 does not end"; }

walk() {
  local user=$1 home=$2 log=$3
  start "$user" "$home" "$log" || return
  say "$user: first start ready in $((took / 1000)) s"
  answers / 200
  answers /healthz 200
  answers /readyz 200
  second=$(as "$user" "$home" npm start 2>&1) && wrong "a second start on the same folder did not refuse"
  grep -qi "in use\|already" <<<"$second" || wrong "the second start does not say why: $second"
  answers / 200
  kill -INT "$pid"
  gone "$pid"
  start "$user" "$home" "$log" || return
  say "$user: second start ready in $took ms"
  [ "$took" -lt 8000 ] || wrong "the second start took $took ms"
  kill -9 "$pid"
  gone "$pid"
  start "$user" "$home" "$log" || return
  say "$user: start after kill -9 ready in $took ms"
  answers / 200
  kill -INT "$pid"
  gone "$pid"
}

git clone -q "$source" "$work/clone"
mkdir "$work/home"
if [ "$(id -u)" = 0 ]; then
  chmod 755 "$work"
  chown -R nobody "$work/clone" "$work/home"
  cd "$work/clone" && git config --global --get-all safe.directory >/dev/null 2>&1
  walk nobody "$work/home" "$work/ordinary.log"
  mkdir -m 0700 "$work/closed" && mkdir "$work/closed/home"
  git clone -q "$source" "$work/closed/clone"
  cd "$work/closed/clone" && walk root "$work/closed/home" "$work/root.log"
  sed -n 's/.*\(\/var\/lib\/waymark\/[0-9a-f]*\).*/\1/p' "$work/root.log" | sort -u | while read -r folder; do rm -rf "$folder"; done
else
  cd "$work/clone" && walk "$(id -un)" "$work/home" "$work/ordinary.log"
fi
cd / && rm -rf "$work"
[ $ok = 1 ]
