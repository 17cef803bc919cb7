#!/usr/bin/env bash
# Starts Postfix (SMTP) and Dovecot (IMAP, passwords) of its own for tests, on 127.0.0.1 only; needs root.
# Usage: mail-up.sh DIR SMTP_PORT SMTPS_PORT IMAP_PORT. Prints "smtp=PORT;smtps=PORT;imap=PORT;ca=FILE;mail=DIR".
# Mailboxes: DIR/mail/DOMAIN/NAME/ (Maildir) of the names and domains below; user "desk", password "sesame".
# refused@… is answered with 550 and later@… with 450, at any domain. Nothing is sent on to anywhere else.
set -euo pipefail
dir=$1 smtp=$2 smtps=$3 imap=$4
domains="perch.example quill.example cloud.example"
mkdir -p "$dir" && cd "$dir"
chmod 755 "$dir"
mkdir -p postfix queue data log mail dovecot/run tls
chown postfix data
chown nobody mail

if [ ! -f tls/server.pem ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=AbuseDesk test authority" \
    -keyout tls/ca.key -out tls/ca.pem 2>/dev/null
  openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -keyout tls/server.key -out tls/server.csr 2>/dev/null
  openssl x509 -req -in tls/server.csr -CA tls/ca.pem -CAkey tls/ca.key -CAcreateserial -days 30 \
    -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1') -out tls/server.pem 2>/dev/null
fi

cat >postfix/main.cf <<CONF
compatibility_level = 3.6
queue_directory = $dir/queue
data_directory = $dir/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = $dir/log/postfix.log
maillog_file_prefixes = $dir
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.test.example
mydestination =
default_transport = error:5.1.2 this server sends nothing on
alias_maps =
local_recipient_maps =
message_size_limit = 40000000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
virtual_mailbox_domains = $domains
virtual_mailbox_base = $dir/mail
virtual_mailbox_maps = texthash:$dir/postfix/mailboxes
virtual_minimum_uid = 1
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
smtpd_tls_cert_file = $dir/tls/server.pem
smtpd_tls_key_file = $dir/tls/server.key
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = $dir/dovecot/auth
smtpd_delay_reject = no
smtpd_recipient_restrictions = check_recipient_access regexp:$dir/postfix/access, permit_sasl_authenticated, reject_unauth_destination
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtpd_hard_error_limit = 1000
default_process_limit = 20
CONF
for domain in $domains; do
  for name in abuse legal owner ines ruth maren tomas; do echo "$name@$domain $domain/$name/"; done
done >postfix/mailboxes
cat >postfix/access <<'CONF'
/^refused@/ 550 5.1.1 There is no such mailbox here
/^later@/ 450 4.2.0 Try again later
CONF
cat >postfix/master.cf <<CONF
127.0.0.1:$smtp inet n - n - - smtpd
127.0.0.1:$smtps inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
CONF

cat >dovecot/users <<CONF
desk:{PLAIN}sesame:$(id -u nobody):$(id -g nobody)::$dir/mail::
CONF
cat >dovecot/dovecot.conf <<CONF
base_dir = $dir/dovecot/run
log_path = $dir/log/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <$dir/tls/server.pem
ssl_key = <$dir/tls/server.key
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:$dir/mail/cloud.example/abuse
passdb {
  driver = passwd-file
  args = $dir/dovecot/users
}
userdb {
  driver = passwd-file
  args = $dir/dovecot/users
}
service imap-login {
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = 0
  }
}
service auth {
  unix_listener $dir/dovecot/auth {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
CONF

dovecot -c "$dir/dovecot/dovecot.conf" >&2
postfix -c "$dir/postfix" start >>log/start.log 2>&1 || { cat log/start.log >&2; exit 1; }
for port in "$smtp" "$smtps" "$imap"; do
  for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue 2
    sleep 0.1
  done
  echo "Nothing answers on port $port:" >&2
  tail -5 log/*.log >&2
  exit 1
done
echo "smtp=$smtp;smtps=$smtps;imap=$imap;ca=$dir/tls/ca.pem;mail=$dir/mail"
