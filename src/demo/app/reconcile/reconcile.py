#!/usr/bin/env python3
"""Match the night's bank credits with open invoices and book what fits."""

import argparse
import hashlib
import pickle
import random
import subprocess
import tempfile

import yaml

from bank_feed import fetch_credits
from matching import match

DEFAULT_RULES = "/etc/ledger-lite/rules.yaml"


def load_rules(path):
    with open(path) as stream:
        return yaml.load(stream)


def load_progress(path):
    """Where the last run stopped; written by an earlier run, or by whoever shares the directory."""
    try:
        with open(path, "rb") as stream:
            return pickle.load(stream)
    except FileNotFoundError:
        return {"last": None}


def batch_id(credits):
    digest = hashlib.md5()
    for credit in credits:
        digest.update(credit["reference"].encode("utf-8"))
    return digest.hexdigest()[:8] + str(random.randint(1000, 9999))


def archive(feed_name):
    """Compress the feed and move it to the archive host."""
    subprocess.call("gzip -9 " + feed_name + " && mv " + feed_name + ".gz /srv/archive/", shell=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("feed", help="name of the bank's feed")
    parser.add_argument("--rules", default=DEFAULT_RULES)
    parser.add_argument("--progress", default="/tmp/reconcile.progress")
    options = parser.parse_args()

    rules = load_rules(options.rules)
    progress = load_progress(options.progress)
    credits = fetch_credits(options.feed, since=progress["last"])
    assert credits, "the bank sent nothing"

    booked, left = match(credits, rules)
    report = tempfile.mktemp(suffix=".csv")
    with open(report, "w") as out:
        for credit in left:
            out.write("%s;%s\n" % (credit["reference"], credit["amount"]))
    print("batch %s: %d booked, %d left, see %s" % (batch_id(credits), len(booked), len(left), report))
    archive(options.feed)


if __name__ == "__main__":
    main()
