#ifndef CEMBEDDEDRULES_H
#define CEMBEDDEDRULES_H

#include <stddef.h>

/// One file of the folder rules, as it was when the program was built.
typedef struct {
    /// Its path below the folder.
    const char *path;
    /// Its bytes; they live as long as the program.
    const unsigned char *bytes;
    /// How many bytes it has.
    size_t length;
} embedded_rule_file;

/// How many files the program carries.
size_t embedded_rule_count(void);

/// The file at a position from 0, in order of path.
embedded_rule_file embedded_rule(size_t index);

/// How many schemas of reports the program carries.
size_t embedded_schema_count(void);

/// The schema at a position from 0, in order of name; its path is the name of the report.
embedded_rule_file embedded_schema(size_t index);

#endif
