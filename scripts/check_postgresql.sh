#!/usr/bin/env bash
# Loads snapshots of the invented province into a throw-away PostgreSQL server and holds what SQL counts against the JSON of the runs.
#   scripts/check_postgresql.sh [PROGRAM]     the program; .build/debug/tuanthu if not given
# Needs Debian's postgresql (scripts/bootstrap --postgresql). The server listens on a socket in a temporary folder, and nowhere else.
set -euo pipefail
cd "$(dirname "$0")/.."

program=$(realpath "${1:-.build/debug/tuanthu}")
server=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2> /dev/null | sort -V | tail -n 1)
if [[ -z $server ]]; then
    echo "check_postgresql: no PostgreSQL server; run scripts/bootstrap --postgresql" >&2
    exit 1
fi
# The server refuses to run as root.
as_owner=()
if ((EUID == 0)); then as_owner=(runuser -u postgres --); fi

scratch=$(mktemp -d)
chmod 755 "$scratch"
started=
finish() {
    if [[ -n $started ]]; then "${as_owner[@]}" "$server/pg_ctl" -D "$scratch/cluster" -m immediate -s stop; fi
    rm -rf "$scratch"
}
trap finish EXIT

register=examples/tinh-mau/register.yaml
days=(2020-06-01 2021-03-01 2026-01-01)
for day in "${days[@]}"; do
    "$program" snapshot "$register" --as-of "$day" --store "$scratch/history.sqlite" --rules rules >&2
    "$program" portfolio "$register" --as-of "$day" --rules rules --fail-on none --format "json=$scratch/$day.json"
done
"$program" trend --store "$scratch/history.sqlite" --format "json=$scratch/trend.json"
"$program" snapshot list --store "$scratch/history.sqlite" --format json > "$scratch/list.json"
"$program" snapshot export --store "$scratch/history.sqlite" --postgresql "$scratch/export" >&2

mkdir "$scratch/cluster" "$scratch/socket"
if ((EUID == 0)); then chown postgres "$scratch/cluster" "$scratch/socket"; fi
cd "$scratch/export"
"${as_owner[@]}" "$server/initdb" -D "$scratch/cluster" -A trust -E UTF8 --locale=C.UTF-8 -N > "$scratch/initdb.log"
"${as_owner[@]}" "$server/pg_ctl" -D "$scratch/cluster" -s -w -l "$scratch/cluster/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$scratch/socket' -c fsync=off" start
started=yes
query=("${as_owner[@]}" psql -X -q -v ON_ERROR_STOP=1 -h "$scratch/socket" -d postgres)
"${query[@]}" -f schema.sql -f load.sql

# Everything that is compared, as one JSON value.
"${query[@]}" -A -t > "$scratch/counted.json" << 'SQL'
SET search_path TO tuanthu;
SELECT json_build_object(
    'server', current_setting('server_version'),
    'snapshots', (SELECT json_agg(json_build_object(
        'as_of', as_of, 'content_sha256', content_sha256, 'profile', context->>'profile',
        'units', (SELECT count(*) FROM unit u WHERE u.snapshot_id = s.snapshot_id),
        'statements', (SELECT count(*) FROM statement t WHERE t.snapshot_id = s.snapshot_id),
        'findings', (SELECT count(*) FROM statement t JOIN finding USING (statement_id) WHERE t.snapshot_id = s.snapshot_id)
    ) ORDER BY as_of) FROM snapshot s),
    'verdicts', (SELECT json_agg(json_build_object('as_of', as_of, 'path', path, 'verdict', verdict, 'rules', rules)) FROM (
        SELECT as_of, path, verdict, count(*) AS rules FROM rule_verdict JOIN snapshot USING (snapshot_id)
        GROUP BY as_of, path, verdict) counted),
    'units', (SELECT json_agg(json_build_object(
        'as_of', as_of, 'code', code, 'name', unit.name, 'standing', standing, 'statement', statement, 'declared', declared,
        'furthest', furthest, 'lateness', lateness, 'movement', movement, 'steps',
        (SELECT count(*) FROM step WHERE step.snapshot_id = unit.snapshot_id AND unit_position = unit.position)
    ) ORDER BY as_of, position) FROM unit JOIN snapshot USING (snapshot_id)),
    'ended', (SELECT json_agg(json_build_object(
        'as_of', as_of, 'code', code, 'name', ended_unit.name, 'on', ended_on, 'days', ARRAY[first_day, last_day],
        'successor', successor, 'successor_name', successor_name
    ) ORDER BY as_of, position) FROM ended_unit JOIN snapshot USING (snapshot_id)),
    'shares', (SELECT json_agg(json_build_object(
        'as_of', as_of, 'rule', rule, 'occurrence', occurrence, 'verdict', verdict, 'met', ARRAY[met_at_least, met_at_most],
        'of', ARRAY[of_at_least, of_at_most], 'missing', (SELECT count(*) FROM share_place p
            WHERE p.snapshot_id = share.snapshot_id AND share_position = share.position AND kind = 'missing')
    ) ORDER BY as_of, position) FROM share JOIN snapshot USING (snapshot_id)),
    'conversion', (SELECT json_agg(json_build_object(
        'as_of', as_of, 'units', ARRAY[units_at_least, units_at_most], 'converted', ARRAY[converted_at_least, converted_at_most]
    ) ORDER BY as_of) FROM conversion));
SQL

python3 - "$scratch" "${days[@]}" << 'PYTHON'
import json
import sys
from pathlib import Path

folder, days = Path(sys.argv[1]), sys.argv[2:]
read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
counted = read("counted.json")
checks = 0


def same(what, found, expected):
    global checks
    checks += 1
    if found != expected:
        sys.exit(f"check_postgresql: {what}: PostgreSQL has {found}, the run {expected}")


kept = {entry["as_of"]: entry for entry in read("list.json")["snapshots"]}
same("days", [entry["as_of"] for entry in counted["snapshots"]], days)
for entry in counted["snapshots"]:
    for key in ("content_sha256", "units", "statements", "findings"):
        same(f"{entry['as_of']} {key}", entry[key], kept[entry["as_of"]][key])
bounds = lambda interval: [None, None] if interval is None else [interval["at_least"], interval["at_most"]]
for day in days:
    run = read(f"{day}.json")
    same(f"{day} profile", [e["profile"] for e in counted["snapshots"] if e["as_of"] == day], [run["context"]["profile"]])
    verdicts = {}
    for row in counted["verdicts"]:
        if row["as_of"] == day:
            verdicts.setdefault(row["path"], {})[row["verdict"]] = row["rules"]
    # A statement's verdicts are those of the agency whose it is: of one that shares it, that agency's own duties are not asked.
    owners = {}
    for unit in run["units"]:
        other = owners.get(unit["statement"])
        if unit["rules"] and (other is None or unit["rules"]["not_applicable"] < other["rules"]["not_applicable"]):
            owners[unit["statement"]] = unit
    units = [row for row in counted["units"] if row["as_of"] == day]
    same(f"{day} codes", [row["code"] for row in units], [unit["code"] for unit in run["units"]])
    for row, unit in zip(units, run["units"]):
        for key in ("name", "standing", "statement"):
            same(f"{day} {unit['code']} {key}", row[key], unit[key])
        conversion = unit["conversion"] or {"steps": []}
        for key in ("declared", "furthest", "lateness", "movement"):
            same(f"{day} {unit['code']} {key}", row[key], conversion.get(key))
        same(f"{day} {unit['code']} steps", row["steps"], len(conversion["steps"]))
        if owners.get(unit["statement"]) is unit:
            expected = {verdict: count for verdict, count in unit["rules"].items() if count}
            same(f"{day} {unit['code']} verdicts", verdicts[unit["statement"]], expected)
    ended = [row for row in counted["ended"] if row["as_of"] == day]
    same(f"{day} ended units", [{key: row[key] for key in ("code", "name", "on", "successor", "successor_name")} for row in ended],
         run["ended"])
    for row in ended:
        same(f"{day} {row['code']} ended on", row["days"], [row["on"], row["on"]])
    shares = [row for row in counted["shares"] if row["as_of"] == day]
    same(f"{day} shares", len(shares), len(run["quotas"]))
    for row, quota in zip(shares, run["quotas"]):
        place = f"{day} {quota['rule']} {quota['occurrence']}"
        same(place, [row[key] for key in ("rule", "occurrence", "verdict")], [quota[key] for key in ("rule", "occurrence", "verdict")])
        same(f"{place} met", row["met"], bounds(quota["met"]))
        same(f"{place} of", row["of"], bounds(quota["of"]))
        same(f"{place} missing", row["missing"], len(quota["missing"]))
points = {point["day"]: point for point in read("trend.json")["points"]}
for row in counted["conversion"]:
    same(f"{row['as_of']} units to switch", row["units"], bounds(points[row["as_of"]]["units"]))
    same(f"{row['as_of']} units declared", row["converted"], bounds(points[row["as_of"]]["converted"]))
print(f"check_postgresql: PostgreSQL {counted['server']}: {checks} figures of {len(days)} snapshots are those of the runs")
PYTHON
