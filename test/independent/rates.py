"""Counts the rates again, from the exported tables alone, by docs/reports.md and docs/exporting.md.

It shares nothing with the program that made them: another language, its own reading of the rules, exact fractions.

    python3 rates.py FOLDER --from DAY --to DAY --today DAY --shifts 07:00,19:00 [--by WHAT] [--outside]
                     [--only WHAT=WHICH]...

FOLDER holds introductions.csv, participants.csv, sessions.csv and schedule.csv of these days. The answer is JSON. With
--outside, figures that must not leave the unit are suppressed; with --only, all else is left out, as in --only kind=surgery.
"""

import argparse
import csv
import json
import math
import pathlib
from bisect import bisect_right
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60

SHARES = [
    "teamCompleteness",
    "teamAlreadyKnown",
    "patientIntroduction",
    "coverage",
    "beforeSedation",
    "recall",
    "attestedOnly",
]
ROUND_TIMINGS = {
    "patient": "secondsPerPatientRound",
    "team": "secondsPerTeamRound",
    "join": "secondsPerJoinRound",
}
TIMINGS = ["secondsPerIntroduction", *ROUND_TIMINGS.values()]
REASONS = ["absent", "skipped", "unable"]
FEWEST = 5
RUN = 8


class Cell:
    """Everything that was seen of one figure in one group."""

    def __init__(self):
        self.verdicts = Counter()
        self.excluded = Counter()
        self.values = []
        self.without_value = 0
        self.reasons = Counter()

    @property
    def size(self):
        return sum(self.verdicts.values()) + len(self.values) + sum(self.reasons.values())

    @property
    def done(self):
        return self.verdicts["done"]


class Tables:
    def __init__(self, folder):
        def read(name):
            with open(folder / f"{name}.csv", newline="", encoding="utf-8-sig") as file:
                return list(csv.DictReader(file))

        self.sessions = {row["session"]: row for row in read("sessions")}
        self.schedule = read("schedule")
        self.people = read("participants")
        self.introductions = read("introductions")


def shift_of(time, ends):
    """The shift that a time of day is in: it ends at the first end that comes after it, round the clock."""
    minute = int(time[:2]) * 60 + int(time[3:5])
    minutes = sorted({int(end[:2]) * 60 + int(end[3:5]) for end in ends})
    to_go = {end: (end - minute - 1) % 1440 for end in minutes}
    end = min(minutes, key=to_go.get)
    start = minutes[minutes.index(end) - 1]
    return "–".join(f"{at // 60:02}:{at % 60:02}" for at in (start, end))


def observations(tables, first, last, today, ends):
    """Yields (figure, dimensions, what was seen): of each thing that a figure counts, excludes or measures."""
    held = Counter()
    opened = Counter()
    for row in tables.sessions.values():
        if row["scheduled"]:
            opened[row["scheduled"]] += 1
            held[row["scheduled"]] += int(row["rounds_ended"]) > 0

    for row in tables.schedule:
        where = dimensions(row, row["date"], row["time"], ends)
        if row["date"] >= today:
            yield "coverage", where, ("out", "day-not-over")
        elif opened[row["scheduled"]] == 0:
            yield "coverage", where, ("missing",)
        else:
            yield "coverage", where, ("done",) if held[row["scheduled"]] else ("not",)

    inside = {
        key: dimensions(row, row["opened"][:10], row["opened"][11:16], ends)
        for key, row in tables.sessions.items()
        if first <= row["opened"][:10] <= last
    }
    for key, where in inside.items():
        if not tables.sessions[key]["scheduled_for"]:
            yield "coverage", where, ("out", "unscheduled")

    rounds = defaultdict(list)
    by_person = defaultdict(list)
    for row in tables.introductions:
        rounds[row["round"]].append(row)
        by_person[row["participant"]].append(row)
        where = {**inside[row["session"]], "role": row["role"]}
        if row["status"] == "introduced":
            yield "attestedOnly", where, ("done",) if row["method"] == "attested" else ("not",)
            yield "secondsPerIntroduction", where, ("value", row["seconds"])
        else:
            yield "attestedOnly", where, ("out", row["status"] or "no-status")
        if row["status"] in REASONS:
            yield row["status"], where, ("reason", row["reason"])

    for row in tables.people:
        where = {**inside[row["session"]], "role": row["role"]}
        yield "patientIntroduction", where, met_patient(row, by_person[row["participant"]])

    for rows in rounds.values():
        where = inside[rows[0]["session"]]
        kind, outcome = rows[0]["round_kind"], rows[0]["round_outcome"]
        if outcome == "completed":
            yield ROUND_TIMINGS[kind], where, ("value", rows[0]["round_seconds"])
        if kind == "team":
            yield from team_round(rows, where)
        if kind == "patient":
            yield "beforeSedation", where, before_sedation(rows)
            answer = rows[0]["recall"]
            yield "recall", where, {"yes": ("done",), "no": ("not",), "": ("out", "not-asked")}[answer]


def dimensions(row, day, time, ends):
    return {
        "unit": row["unit"],
        "place": f"{row['unit']} / {row['place']}",
        "kind": row["kind"],
        "urgency": row["urgency"],
        "shift": shift_of(time, ends),
        "month": day[:7],
    }


def team_round(rows, where):
    if not rows[0]["round_outcome"]:
        verdicts = [("out", "still-open")] * 2
    else:
        present = [
            row["status"]
            for row in rows
            if row["required"] == "yes"
            and (row["left_out"] == "yes" if row["status"] == "" else row["status"] != "absent")
        ]
        if not present:
            verdicts = [("out", "nobody-required")] * 2
        elif "" in present:
            verdicts = [("missing",)] * 2
        elif set(present) == {"introduced"}:
            verdicts = [("done",), ("not",)]
        elif set(present) <= {"introduced", "already-known"}:
            verdicts = [("not",), ("done",)]
        else:
            verdicts = [("not",)] * 2
    yield "teamCompleteness", where, verdicts[0]
    yield "teamAlreadyKnown", where, verdicts[1]


def before_sedation(rows):
    first = rows[0]
    if first["kind"] == "shift-change":
        return ("out", "shift-change")
    if first["round_outcome"] not in ("completed", "stopped"):
        return ("out", first["round_outcome"] or "still-open")
    if all(row["status"] != "introduced" for row in rows):
        return ("out", "nobody-introduced")
    return {"yes": ("done",), "no": ("not",), "": ("missing",)}[first["before_sedation"]]


def met_patient(person, rows):
    to_patient = [row for row in rows if row["round_kind"] == "patient"]
    given = [row["status"] for row in to_patient if row["status"]]
    # Once introduced, a patient who later declines or cannot takes nothing back.
    while len(given) > 1 and given[-1] in ("declined", "unable"):
        earlier = [one for one in given[:-1] if one not in ("declined", "unable")]
        if not earlier or earlier[-1] != "introduced":
            break
        given = given[:-1]
    if given:
        return {"introduced": ("done",), "skipped": ("not",)}.get(given[-1], ("out", given[-1]))
    if person["met_before"] == "yes":
        return ("out", "met-before")
    if person["part"] == "leaving" or person["by_mistake"] == "yes":
        return ("out", "left")
    joined = any(row["round_kind"] == "join" for row in rows)
    if not to_patient:
        return ("out", "joined-later" if joined else "in-no-round")
    latest = to_patient[-1]
    if not latest["round_outcome"]:
        return ("out", "still-open")
    if latest["round_outcome"] in ("postponed", "shown"):
        return ("out", latest["round_outcome"])
    if latest["left_out"] == "yes":
        return ("missing",)
    if joined:
        return ("out", "joined-later")
    return ("out", "left") if person["left"] else ("missing",)


def put(cell, seen):
    kind, *what = seen
    if kind == "out":
        cell.excluded[what[0]] += 1
    elif kind == "reason":
        cell.reasons[what[0]] += 1
    elif kind == "value":
        if what[0] == "":
            cell.without_value += 1
        else:
            cell.values.append(Fraction(what[0]))
    else:
        cell.verdicts[kind] += 1


def half_up(value, digits):
    """A fraction to so many decimals, a half up, as JSON has it."""
    scale = 10**digits
    return math.floor(value * scale + Fraction(1, 2)) / scale


def told_share(cell):
    rate = half_up(Fraction(cell.done, cell.size), 4) if cell.size else None
    return {
        "numerator": cell.done,
        "denominator": cell.size,
        "excluded": dict(cell.excluded),
        "missing": cell.verdicts["missing"],
        "rate": rate,
    }


def told_timing(cell):
    values = sorted(cell.values)
    told = {"median": None, "lower": None, "upper": None}
    if values:
        low, high = values[(len(values) - 1) // 2], values[len(values) // 2]
        told["median"] = half_up((low + high) / 2, 1)
        for name, share in (("lower", Fraction(1, 4)), ("upper", Fraction(3, 4))):
            # The least value that so large a share of all do not exceed.
            told[name] = float(next(at for at in values if bisect_right(values, at) >= share * len(values)))
    return {**told, "denominator": len(values), "missing": cell.without_value}


def told_reasons(cell):
    return {"denominator": sum(cell.reasons.values()), "counts": dict(cell.reasons)}


TOLD = {
    **{name: ("shares", told_share) for name in SHARES},
    **{name: ("timings", told_timing) for name in TIMINGS},
    **{name: ("reasons", told_reasons) for name in REASONS},
}
ABOUT_PEOPLE = ["patientIntroduction", "attestedOnly", "secondsPerIntroduction", *REASONS]


def hidden_groups(sizes):
    """Which groups of a figure must not leave the unit beside its total."""
    small = {group for group, size in sizes.items() if size < FEWEST}
    together = sum(sizes[group] for group in small)
    if 0 < together < FEWEST:
        others = sorted((size, place) for place, (group, size) in enumerate(sizes.items()) if group not in small)
        if others:
            small.add(list(sizes)[others[0][1]])
    return small


def months_between(months):
    if not months:
        return []
    (year, month), last = (int(part) for part in months[0].split("-")), months[-1]
    found = []
    while not found or found[-1] < last:
        found.append(f"{year:04}-{month:02}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def chart(total, points):
    """points: (month, done, size) of the months that are shown, or None for one that is not."""
    centre = Fraction(total.done, total.size)
    sides = []
    told = []
    for point in points:
        if point is None:
            sides.append(None)
            continue
        month, done, size = point
        share = Fraction(done, size)
        variance = centre * (1 - centre) / size
        width = 3 * (Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt()
        middle = Decimal(centre.numerator) / Decimal(centre.denominator)
        places = Decimal("0.0001")
        sides.append((share > centre) - (share < centre))
        told.append(
            {
                "month": month,
                "numerator": done,
                "denominator": size,
                "rate": half_up(share, 4),
                "lower": float(max(Decimal(0), middle - width).quantize(places, ROUND_HALF_UP)),
                "upper": float(min(Decimal(1), middle + width).quantize(places, ROUND_HALF_UP)),
                "signal": None,
                "outside": (share - centre) ** 2 > 9 * variance,
            }
        )
    in_run = set()
    places = [index for index, side in enumerate(sides) if side != 0]
    for start in range(len(places) - RUN + 1):
        stretch = places[start : start + RUN]
        if len({sides[index] for index in stretch}) == 1 and sides[stretch[0]] is not None:
            in_run.update(stretch)
    shown = [index for index, side in enumerate(sides) if side is not None]
    for index, point in zip(shown, told):
        word = "above" if sides[index] == 1 else "below"
        if point.pop("outside"):
            point["signal"] = word
        elif index in in_run:
            point["signal"] = f"run-{word}"
    return {"centre": half_up(centre, 4), "points": told}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    for name in ("--from", "--to", "--today", "--shifts"):
        parser.add_argument(name, required=True, dest=name.strip("-") + "_")
    parser.add_argument("--by")
    parser.add_argument("--outside", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    asked = parser.parse_args()

    total = defaultdict(Cell)
    groups = defaultdict(lambda: defaultdict(Cell))
    seen = observations(
        Tables(asked.folder), asked.from_, asked.to_, asked.today_, asked.shifts_.split(",")
    )
    only = dict(one.split("=", 1) for one in asked.only)
    for figure, where, what in seen:
        if any(where.get(what_of) != which for what_of, which in only.items()):
            continue
        put(total[figure], what)
        if asked.by is not None and asked.by in where:
            put(groups[where[asked.by]][figure], what)
    keys = sorted(groups)
    if asked.by == "month":
        keys = months_between(keys)

    figures = {"total": empty(), "groups": {key: empty() for key in keys}, "charts": {}}
    for name, (kind, tell) in TOLD.items():
        if "role" in only and name not in ABOUT_PEOPLE:
            continue
        sizes = {key: groups[key][name].size for key in keys}
        hidden = hidden_groups(sizes) if asked.outside else set()
        hide_total = asked.outside and total[name].size < FEWEST
        figures["total"][kind][name] = {"suppressed": True} if hide_total else tell(total[name])
        if asked.by == "role" and name not in ABOUT_PEOPLE:
            continue
        for key in keys:
            told = {"suppressed": True} if key in hidden else tell(groups[key][name])
            figures["groups"][key][kind][name] = told
        if asked.by == "month" and kind == "shares" and total[name].size and not hide_total:
            points = [
                None
                if key in hidden or sizes[key] == 0
                else (key, groups[key][name].done, groups[key][name].size)
                for key in keys
            ]
            figures["charts"][name] = chart(total[name], points)
    print(json.dumps(figures))


def empty():
    return {"shares": {}, "timings": {}, "reasons": {}}


if __name__ == "__main__":
    main()
