internal import GRDB

/// The tables of a history, and how each version came out of the one before.
enum StoreSchema {
    /// What marks a database as a history (`PRAGMA application_id`): the letters TTHU.
    static let applicationID: Int32 = 0x5454_4855

    /// The migrations in order. One that was released is never changed; what is new comes after it.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1-snapshots") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: snapshots)
        }
        migrator.registerMigration("2-ended-units") { database in try database.execute(sql: endedUnits) }
        return migrator
    }

    private static let endedUnits = """
        CREATE TABLE ended_unit (
            snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            code TEXT NOT NULL,
            name TEXT,
            ended_on TEXT NOT NULL,
            successor TEXT,
            successor_name TEXT,
            PRIMARY KEY (snapshot_id, position)
        ) STRICT, WITHOUT ROWID;
        """

    private static let snapshots = """
        CREATE TABLE snapshot (
            id INTEGER PRIMARY KEY,
            portfolio TEXT NOT NULL,
            name TEXT,
            as_of TEXT NOT NULL,
            ruler TEXT NOT NULL,
            context TEXT NOT NULL,
            program TEXT NOT NULL,
            register TEXT NOT NULL,
            register_sha256 TEXT NOT NULL,
            register_stated_on TEXT NOT NULL,
            transition_id TEXT,
            systems INTEGER NOT NULL DEFAULT 0,
            statements INTEGER NOT NULL DEFAULT 0,
            findings INTEGER NOT NULL DEFAULT 0,
            units INTEGER NOT NULL DEFAULT 0,
            content_sha256 TEXT NOT NULL DEFAULT '',
            UNIQUE (portfolio, as_of, ruler)
        ) STRICT;
        CREATE TABLE rule (
            id INTEGER PRIMARY KEY,
            rule TEXT NOT NULL,
            rule_set TEXT NOT NULL,
            UNIQUE (rule, rule_set)
        ) STRICT;
        CREATE TABLE statement (
            id INTEGER PRIMARY KEY,
            snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            path TEXT NOT NULL,
            agency TEXT,
            sha256 TEXT NOT NULL,
            stated_on TEXT NOT NULL,
            UNIQUE (snapshot_id, position)
        ) STRICT;
        CREATE TABLE finding (
            statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            rule_id INTEGER NOT NULL REFERENCES rule (id),
            item TEXT,
            occurrence TEXT,
            fingerprint TEXT NOT NULL,
            history INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            level TEXT,
            timing TEXT NOT NULL,
            due TEXT,
            days INTEGER,
            source TEXT,
            assurance TEXT NOT NULL,
            grade TEXT,
            grade_candidate INTEGER NOT NULL,
            gate TEXT,
            waived INTEGER NOT NULL,
            PRIMARY KEY (statement_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE unit (
            snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            code TEXT NOT NULL,
            name TEXT,
            block TEXT,
            level TEXT,
            parent TEXT,
            class TEXT,
            lead_unit TEXT,
            in_being INTEGER NOT NULL,
            standing TEXT NOT NULL,
            statement TEXT,
            has_to_switch INTEGER,
            declared INTEGER,
            furthest TEXT,
            latest TEXT,
            due TEXT,
            planned TEXT,
            lateness TEXT,
            movement TEXT,
            PRIMARY KEY (snapshot_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE step (
            snapshot_id INTEGER NOT NULL,
            unit_position INTEGER NOT NULL,
            position INTEGER NOT NULL,
            step TEXT NOT NULL,
            taken_on TEXT NOT NULL,
            PRIMARY KEY (snapshot_id, unit_position, position),
            FOREIGN KEY (snapshot_id, unit_position) REFERENCES unit (snapshot_id, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE share (
            snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            rule TEXT NOT NULL,
            occurrence TEXT,
            history INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            level TEXT,
            timing TEXT NOT NULL,
            due TEXT,
            met_at_least INTEGER,
            met_at_most INTEGER,
            of_at_least INTEGER,
            of_at_most INTEGER,
            lacking_at_least INTEGER,
            lacking_at_most INTEGER,
            PRIMARY KEY (snapshot_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE share_place (
            snapshot_id INTEGER NOT NULL,
            share_position INTEGER NOT NULL,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('missing', 'open', 'unlisted')),
            member TEXT NOT NULL,
            item TEXT,
            PRIMARY KEY (snapshot_id, share_position, position),
            FOREIGN KEY (snapshot_id, share_position) REFERENCES share (snapshot_id, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """
}
