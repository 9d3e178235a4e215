#!/bin/bash
# Dump the invoices and the attachments, keep fourteen days.
target=$1
day=`date +%F`

cd /srv/ledger-lite
pg_dump ledger | gzip > $target/ledger-$day.sql.gz
tar czf $target/attachments-$day.tar.gz attachments

for old in $(ls $target | sort | head -n -28); do
    rm -rf $target/$old
done

if [ $? = 0 ]; then
    echo "backup of $day is complete"
fi
read answer
