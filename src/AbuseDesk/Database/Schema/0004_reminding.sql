-- which mail stands for many reminders of one person; a reminder to several people may stand in several
create table reminder_summaries (
  reminder_id bigint not null references reminders (id),
  outbox_id bigint not null references outbox (id),
  primary key (reminder_id, outbox_id)
);
create index reminder_summaries_mail on reminder_summaries (outbox_id);

-- sweeps take the reminders of the desk's own people one after the other, so that none splits what belongs in one mail
create table reminder_gate (passed bigint not null);
insert into reminder_gate (passed) values (0);

-- the address at which a calendar program reads somebody's deadlines
create table calendar_feeds (
  staff_id bigint primary key references staff (id),
  secret_sha256 text not null unique,        -- the secret itself is kept nowhere
  made_at $instant$ not null
);
create index deadlines_ended on deadlines (ended_at) where ended_at is not null;
