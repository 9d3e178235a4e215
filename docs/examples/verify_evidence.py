#!/usr/bin/env python3
"""A second verifier, written from ../evidence-format.md alone: Python's standard library and the openssl program.

verify_evidence.py FOLDER PUBLIC_KEY.pem [PUBLIC_KEY.pem ...]
Exit code 0: it holds; 1: broken; 3: undecided; 2: called wrongly.
"""
import base64
import datetime
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

ENVELOPE = re.compile(
    rb'\{"payloadType":"application/vnd\.in-toto\+json","payload":"([A-Za-z0-9+/=]*)",'
    rb'"signatures":\[\{"keyid":"([0-9a-f]{64})","sig":"([A-Za-z0-9+/=]*)"\}\]\}')
NUMBER = rb"(0|[1-9][0-9]{0,17})"
BEGINNING = re.compile(
    rb'\{"_type":"https://in-toto\.io/Statement/v1",'
    rb'"predicateType":"https://github\.com/jenkinsci/compliance-stages-plugin/attestations/evidence/v1",'
    rb'"predicate":\{"schema":' + NUMBER + rb',"chain":\{"ledger":"([0-9a-f]{32})","sequence":' + NUMBER +
    rb',"previous":"([0-9a-f]{64})","recordedAt":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"'
    rb'(?:,"clockStepBack":"PT(' + NUMBER + rb'\.\d{3})S")?(?:,"nextKey":"([0-9a-f]{64})")?\},'
    rb'"files":\[((?:\{"name":"[a-z0-9][a-z0-9._-]{0,100}","size":' + NUMBER +
    rb',"sha256":"[0-9a-f]{64}"\},?)*)\],')
FILE = re.compile(rb'\{"name":"([^"]*)","size":(\d+),"sha256":"([^"]*)"\}')
HEAD = "https://github.com/jenkinsci/compliance-stages-plugin/attestations/ledger-head/v1"


class Broken(Exception):
    pass


class Undecided(Exception):
    pass


def strict_base64(text):
    decoded = base64.b64decode(text, validate=True)
    if base64.b64encode(decoded) != text:
        raise Broken("base64 is not canonical")
    return decoded


def envelope(line):
    match = ENVELOPE.fullmatch(line)
    if not match:
        raise Broken("not an envelope")
    try:
        return strict_base64(match[1]), match[2].decode(), strict_base64(match[3])
    except ValueError:
        raise Broken("not base64")


def read_keys(files):
    keys = {}
    for file in files:
        der = subprocess.run(["openssl", "pkey", "-pubin", "-in", file, "-outform", "DER"], check=True,
                             capture_output=True).stdout
        keys[hashlib.sha256(der).hexdigest()] = (file, b"\x06\x03\x2b\x65\x70" in der[:16])
    return keys


def check_signature(keys, payload, key_id, signature):
    if key_id not in keys:
        raise Undecided("key " + key_id + " is not among those given")
    file, ed25519 = keys[key_id]
    kind = b"application/vnd.in-toto+json"
    with tempfile.TemporaryDirectory() as scratch:
        signed, sig = os.path.join(scratch, "signed"), os.path.join(scratch, "sig")
        with open(signed, "wb") as out:
            out.write(b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload))
        with open(sig, "wb") as out:
            out.write(signature)
        if ed25519:
            command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", file, "-rawin", "-in", signed,
                       "-sigfile", sig]
        else:
            command = ["openssl", "dgst", "-sha256", "-verify", file, "-signature", sig, signed]
        if subprocess.run(command, capture_output=True).returncode != 0:
            raise Broken("the signature is not one of key " + key_id)


def moment(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ")


class Entry:
    def __init__(self, line):
        self.digest = hashlib.sha256(line).hexdigest()
        self.payload, self.key_id, self.signature = envelope(line)
        match = BEGINNING.match(self.payload)
        if not match:
            raise Broken("a statement does not begin as it must")
        if match[1] != b"1":
            raise Undecided("schema " + match[1].decode())
        self.ledger, self.sequence, self.previous = match[2].decode(), int(match[3]), match[4].decode()
        self.recorded_at = match[5].decode()
        self.step = match[6].decode() if match[6] else None
        self.next_key = match[8].decode() if match[8] else None
        self.files = [(name.decode(), int(size), digest.decode()) for name, size, digest in FILE.findall(match[9])]


def follow(before, entry):
    if entry.sequence != before.sequence + 1:
        raise Broken("entry %d stands after entry %d" % (entry.sequence, before.sequence))
    if entry.previous != before.digest:
        raise Broken("entry %d is not the one that entry %d follows" % (before.sequence, entry.sequence))
    back = moment(before.recorded_at) - moment(entry.recorded_at)
    if back > datetime.timedelta(0):
        millis = back // datetime.timedelta(milliseconds=1)
        if entry.step != "%d.%03d" % divmod(millis, 1000):
            raise Broken("the clock went back before entry %d" % entry.sequence)
    elif entry.step is not None:
        raise Broken("entry %d declares a step of the clock that was none" % entry.sequence)
    if entry.key_id != (before.next_key or before.key_id):
        raise Broken("entry %d is signed with a key that nobody handed over to" % entry.sequence)


def check_files(folder, entry):
    for name, size, digest in entry.files:
        path = os.path.join(folder, "files", name)
        if os.path.islink(path) or not os.path.isfile(path):
            raise Undecided("file %s of entry %d is not there" % (name, entry.sequence))
        with open(path, "rb") as content:
            found = content.read()
        if len(found) != size or hashlib.sha256(found).hexdigest() != digest:
            raise Broken("file %s of entry %d was changed" % (name, entry.sequence))


def verify(folder, keys):
    head_file = os.path.join(folder, "head.dsse.json")
    if not os.path.isfile(head_file):
        raise Undecided("there is no head")
    with open(head_file, "rb") as content:
        head_line = content.read()
    if not head_line.endswith(b"\n"):
        raise Broken("the head does not end with a line feed")
    payload, head_key, signature = envelope(head_line[:-1])
    check_signature(keys, payload, head_key, signature)
    statement = json.loads(payload)
    head = statement["predicate"]
    if statement["_type"] != "https://in-toto.io/Statement/v1" or statement["predicateType"] != HEAD:
        raise Broken("the head is not one")
    if head["schema"] != 1:
        raise Undecided("schema %s" % head["schema"])

    before, named, count, later = None, None, 0, None
    with open(os.path.join(folder, "ledger.jsonl"), "rb") as ledger:
        for line in ledger:
            if not line.endswith(b"\n"):
                later = Undecided("an append was interrupted")
                break
            entry = Entry(line[:-1])
            if entry.ledger != head["ledger"]:
                raise Broken("entry %d is of another ledger" % entry.sequence)
            if before is not None:
                follow(before, entry)
                if entry.key_id != before.key_id:
                    check_signature(keys, before.payload, before.key_id, before.signature)
            elif entry.sequence != head["from"] or entry.sequence == 1 and entry.previous != "0" * 64:
                raise Broken("entry %d can't be the first" % entry.sequence)
            if entry.key_id not in keys:
                later = Undecided("key " + entry.key_id + " is not among those given")
            elif named is not None:
                check_signature(keys, entry.payload, entry.key_id, entry.signature)
            if entry.digest == head["digest"]:
                named = entry
            check_files(folder, entry)
            before, count = entry, count + 1
    if named is None or (named.sequence, named.recorded_at) != (head["last"], head["recordedAt"]):
        raise Broken("the ledger does not come to the entry that its head names")
    if head_key != named.key_id:
        if head_key != named.next_key:
            raise Broken("the head is signed with a key that nobody handed over to")
        check_signature(keys, named.payload, named.key_id, named.signature)
    if later is not None:
        raise later
    return "%d entries hold; the last one is %s" % (count, before.digest)


def main(arguments):
    if len(arguments) < 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        print(verify(arguments[0], read_keys(arguments[1:])))
        return 0
    except Broken as why:
        print("broken: %s" % why)
        return 1
    except Undecided as why:
        print("undecided: %s" % why)
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
