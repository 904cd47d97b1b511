-- Snapshots of tuanthu for PostgreSQL 12 and newer: one schema, eight tables, two views. See docs/history.md.
BEGIN;
CREATE SCHEMA tuanthu;
SET LOCAL search_path TO tuanthu;

-- One snapshot: a portfolio on one day under one ruler (the digest of rules, readings and parameters).
CREATE TABLE snapshot (
    snapshot_id integer PRIMARY KEY,
    portfolio text NOT NULL,
    name text,
    as_of date NOT NULL,
    ruler text NOT NULL,
    context jsonb NOT NULL,
    program text NOT NULL,
    register text NOT NULL,
    register_sha256 text NOT NULL,
    register_stated_on date NOT NULL,
    transition_id text,
    systems integer NOT NULL,
    content_sha256 text NOT NULL,
    UNIQUE (portfolio, as_of, ruler)
);

-- One statement as it was assessed: several units may share it.
CREATE TABLE statement (
    statement_id integer PRIMARY KEY,
    snapshot_id integer NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    path text NOT NULL,
    agency text,
    sha256 text NOT NULL,
    stated_on date NOT NULL,
    UNIQUE (snapshot_id, path)
);

-- One finding: a rule on the agency, or on one item or one period of it. Columns as in the JSON report of check.
CREATE TABLE finding (
    statement_id integer NOT NULL REFERENCES statement ON DELETE CASCADE,
    position integer NOT NULL,
    rule text NOT NULL,
    rule_set text NOT NULL,
    item text,
    occurrence date,
    fingerprint text NOT NULL,
    history boolean NOT NULL,
    verdict text NOT NULL,
    level text,
    timing text NOT NULL,
    due date,
    days integer,
    source text,
    assurance text NOT NULL,
    grade text,
    grade_candidate boolean NOT NULL,
    gate text,
    waived boolean NOT NULL,
    PRIMARY KEY (statement_id, position)
);

-- One unit in being. latest and planned keep the precision they were stated in (2019-10, 2021, 2019-Q4).
CREATE TABLE unit (
    snapshot_id integer NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    position integer NOT NULL,
    code text NOT NULL,
    name text,
    block text,
    level text,
    parent text,
    class text,
    lead_unit text,
    in_being boolean NOT NULL,
    standing text NOT NULL,
    statement text,
    has_to_switch boolean,
    declared boolean,
    furthest text,
    latest text,
    due date,
    planned text,
    lateness text,
    movement text,
    PRIMARY KEY (snapshot_id, position),
    UNIQUE (snapshot_id, code)
);

-- One step of the switch that a unit is known to have taken; the day lies between first_day and last_day.
CREATE TABLE step (
    snapshot_id integer NOT NULL,
    unit_position integer NOT NULL,
    position integer NOT NULL,
    step text NOT NULL,
    taken_on text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    PRIMARY KEY (snapshot_id, unit_position, position),
    FOREIGN KEY (snapshot_id, unit_position) REFERENCES unit (snapshot_id, position) ON DELETE CASCADE
);

-- One share that is asked of the portfolio, in one window; an interval where something is not known.
CREATE TABLE share (
    snapshot_id integer NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    position integer NOT NULL,
    rule text NOT NULL,
    occurrence date,
    history boolean NOT NULL,
    verdict text NOT NULL,
    level text,
    timing text NOT NULL,
    due date,
    met_at_least integer,
    met_at_most integer,
    of_at_least integer,
    of_at_most integer,
    lacking_at_least integer,
    lacking_at_most integer,
    PRIMARY KEY (snapshot_id, position)
);

-- Who is missing from a share, of whom it is not known, and whose items are not all listed.
CREATE TABLE share_place (
    snapshot_id integer NOT NULL,
    share_position integer NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('missing', 'open', 'unlisted')),
    member text NOT NULL,
    item text,
    PRIMARY KEY (snapshot_id, share_position, position),
    FOREIGN KEY (snapshot_id, share_position) REFERENCES share (snapshot_id, position) ON DELETE CASCADE
);

-- One unit that had come to an end by the day: its name on the last day, and what took over from it. The first day without it lies
-- between first_day and last_day. Older snapshots do not have them.
CREATE TABLE ended_unit (
    snapshot_id integer NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    position integer NOT NULL,
    code text NOT NULL,
    name text,
    ended_on text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    successor text,
    successor_name text,
    PRIMARY KEY (snapshot_id, position)
);

-- How many units have to make the switch and have made it, at least and at most, snapshot by snapshot.
CREATE VIEW conversion AS
    SELECT snapshot_id, portfolio, as_of, ruler,
        count(*) FILTER (WHERE has_to_switch) AS units_at_least,
        count(*) FILTER (WHERE has_to_switch IS NOT FALSE) AS units_at_most,
        count(*) FILTER (WHERE has_to_switch AND declared) AS converted_at_least,
        count(*) FILTER (WHERE has_to_switch IS NOT FALSE AND declared IS NOT FALSE) AS converted_at_most
    FROM snapshot JOIN unit USING (snapshot_id)
    GROUP BY snapshot_id;

-- The verdict of each rule on each statement: the worst of its findings; what is history does not count.
CREATE VIEW rule_verdict AS
    SELECT DISTINCT ON (statement_id, rule) snapshot_id, statement_id, path, agency, rule, rule_set, verdict
    FROM statement JOIN finding USING (statement_id)
    WHERE NOT history
    ORDER BY statement_id, rule, array_position(
        ARRAY['error', 'nonconform', 'undetermined', 'partial', 'pending', 'conform', 'not_applicable', 'not_in_force'],
        verdict);
COMMIT;
