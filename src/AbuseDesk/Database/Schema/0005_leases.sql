-- Leases stand apart from the mails: taking and renewing one does not write the mail's bytes again.

create table outbox_leases (
  outbox_id bigint primary key references outbox (id),
  holder text not null,
  until $instant$ not null,
  doubted_at $instant$                       -- when somebody first saw it run out; its holder, if it lives, clears this
);
create index outbox_leases_holder on outbox_leases (holder);

alter table outbox drop column leased_until;
alter table outbox drop column leased_by;
alter table outbox add column counted_from $instant$; -- the pause before the next attempt counts from here; null: from the queueing

-- what was taken for a domain whose limits ABUSEDESK_MAIL_LIMITS sets; shared by all nodes
create table outbox_takings (
  outbox_id bigint not null references outbox (id),
  domain text not null,
  taken_at $instant$ not null,
  primary key (outbox_id, domain, taken_at)
);
create index outbox_takings_domain on outbox_takings (domain, taken_at);
create index outbox_takings_at on outbox_takings (taken_at);

-- workers that obey limits take mails one after the other
create table outbox_gate (passed bigint not null);
insert into outbox_gate (passed) values (0);
