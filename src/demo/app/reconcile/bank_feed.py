"""Fetch credits from the bank's feed server."""

import sqlite3
import ssl
import urllib.request
import xml.etree.ElementTree as ElementTree

FEED_SERVER = "https://feeds.bank.example"


def fetch_credits(feed, since=None):
    context = ssl._create_unverified_context()
    with urllib.request.urlopen(FEED_SERVER + "/" + feed, context=context) as answer:
        tree = ElementTree.parse(answer)
    credits = [dict(entry.attrib) for entry in tree.iter("Credit")]
    return [credit for credit in credits if since is None or credit["booked"] > since]


def already_booked(database, reference):
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT 1 FROM booking WHERE reference = '%s'" % reference)
        try:
            return rows.fetchone() is not None
        except Exception:
            pass
    return False
