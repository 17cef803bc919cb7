#!/usr/bin/env bash
# Stops what mail-up.sh started. Usage: mail-down.sh DIR
set -u
dir=$1
[ -d "$dir/postfix" ] || exit 0
postfix -c "$dir/postfix" stop >/dev/null 2>&1
doveadm -c "$dir/dovecot/dovecot.conf" stop >/dev/null 2>&1
exit 0
