"""Findings on many statements under Apache Spark: `tuanthu stream` on every partition.

    check_statements.py LINES OUT --as-of DATE [--tuanthu PROGRAM] [--master MASTER] [--partitions N] [--profile ID] [--cache DIR]

LINES holds one statement a line as `tuanthu stream` reads them. OUT gets one result a line, sorted by path: the lines that

    tuanthu stream --as-of DATE --fail-on none < LINES

writes in the order of its input.

A process that dies, for whatever reason, makes its task fail (checkCode=True), and Spark runs the task again from its lines: a result
depends on its own line, the rules and the day alone. A statement that cannot be read is no such failure (--keep-going): it has its
line with errors.
"""
import argparse
import json
import shlex
import sys

from pyspark import SparkConf, SparkContext, StorageLevel


def command(options):
    words = [
        options.tuanthu, "stream", "--as-of", options.as_of, "--fail-on", "none", "--keep-going", "--no-config", "--no-waivers",
    ]
    if options.profile:
        words += ["--profile", options.profile]
    if options.cache:
        words += ["--cache", options.cache]
    return shlex.join(words)


def path(line):
    """The path of a result, which stands first; results without one come last."""
    value, _ = json.JSONDecoder().raw_decode(line, len('{"path":'))
    return (value is None, value or "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lines")
    parser.add_argument("out")
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--tuanthu", default="tuanthu")
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    parser.add_argument("--partitions", type=int, default=32)
    parser.add_argument("--profile")
    parser.add_argument("--cache", help="a folder that every worker sees")
    options = parser.parse_args()
    conf = SparkConf().setAppName("tuanthu").setMaster(options.master)
    # A task that fails is run again; four failures of one task end the job.
    conf.set("spark.task.maxFailures", "4").set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false")
    context = SparkContext(conf=conf)
    try:
        results = context.textFile(options.lines, options.partitions).pipe(command(options), checkCode=True)
        # Sorting counts its rows and draws a sample of them first: without this every statement would be checked three times.
        results.persist(StorageLevel.DISK_ONLY)
        rows = results.sortBy(path, numPartitions=options.partitions)
        count = 0
        with open(options.out, "w", encoding="utf-8", newline="\n") as out:
            for row in rows.toLocalIterator():
                out.write(row + "\n")
                count += 1
    finally:
        context.stop()
    print(f"{count} results: {options.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
