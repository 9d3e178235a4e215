#!/bin/sh
# Compress yesterday's logs.
set -eu

logs=${LEDGER_LOGS:-/var/log/ledger-lite}

find "$logs" -name '*.log' -mtime +0 -exec gzip -9 {} +
find "$logs" -name '*.log.gz' -mtime +30 -delete
