"""Reads calendars of `tuanthu deadlines --format ics` with the package icalendar, and checks what RFC 5545 asks of them.

Usage: check_calendar.py FIRST.ics [NEXT.ics…]

Each calendar after the first was written with --previous of the one before it.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar

REQUIRED = ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "STATUS", "TRANSP", "SUMMARY", "DESCRIPTION", "X-TUANTHU-AGENCY")


def lines_are_sound(path: Path, data: bytes) -> list[str]:
    """Line breaks, folds and characters, octet by octet."""
    errors = []
    if not data.endswith(b"\r\n") or data.replace(b"\r\n", b"").count(b"\n") or data.replace(b"\r\n", b"").count(b"\r"):
        errors.append(f"{path}: line breaks other than CRLF")
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            errors.append(f"{path}:{number}: {len(line)} octets")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            errors.append(f"{path}:{number}: a character is split")
    return errors


def event_is_sound(path: Path, event) -> list[str]:
    errors = [f"{path}: {event.get('UID')}: no {name}" for name in REQUIRED if name not in event]
    if errors:
        return errors
    uid = str(event["UID"])
    start = event["DTSTART"].dt
    if type(start) is not date or event["DTSTART"].params.get("VALUE") != "DATE":
        errors.append(f"{path}: {uid}: not an all-day event")
    elif "DTEND" in event and event["DTEND"].dt != start + timedelta(days=1):
        errors.append(f"{path}: {uid}: the end is not the day after")
    for alarm in event.walk("VALARM"):
        if alarm["TRIGGER"].dt > timedelta(0) or str(alarm["ACTION"]) != "DISPLAY" or not alarm.get("DESCRIPTION"):
            errors.append(f"{path}: {uid}: an alarm that reminds of nothing in time")
    if event.errors:
        errors.append(f"{path}: {uid}: {event.errors}")
    return errors


def main() -> int:
    errors: list[str] = []
    earlier: dict[str, tuple[int, date, str]] = {}
    counts = []
    for name in sys.argv[1:]:
        path = Path(name)
        data = path.read_bytes()
        errors += lines_are_sound(path, data)
        calendar = Calendar.from_ical(data)
        if calendar.errors or str(calendar["VERSION"]) != "2.0" or str(calendar["METHOD"]) != "PUBLISH":
            errors.append(f"{path}: not a published calendar: {calendar.errors}")
        events: dict[str, tuple[int, date, str]] = {}
        for event in calendar.walk("VEVENT"):
            problems = event_is_sound(path, event)
            errors += problems
            if problems:
                continue
            uid = str(event["UID"])
            if uid in events:
                errors.append(f"{path}: {uid}: given twice")
            events[uid] = (int(event["SEQUENCE"]), event["DTSTART"].dt, str(event["STATUS"]))
        for uid, (sequence, start, status) in earlier.items():
            if uid not in events:
                errors.append(f"{path}: {uid}: was in the calendar before, and is not cancelled")
            elif events[uid][0] != sequence + (1 if events[uid][1:] != (start, status) else 0):
                errors.append(f"{path}: {uid}: revision {events[uid][0]} after {sequence}")
        earlier = events
        counts.append(f"{len(events)} events, {sum(status == 'CANCELLED' for _, _, status in events.values())} cancelled")
        if not events:
            errors.append(f"{path}: no event")
    for error in errors[:20]:
        print(error, file=sys.stderr)
    print("; ".join(counts) + f"; {len(errors)} errors")
    return 1 if errors or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
