-- where people are signed in; a session lasts while its stamp is still that of its person
create table sessions (
  id $identity$,
  key text not null unique,                  -- random; the cookie holds it
  staff_id bigint not null references staff (id),
  stamp text not null,
  way text not null,                         -- password, password-and-code
  device text not null,
  address text not null,
  started_at $instant$ not null,
  seen_at $instant$ not null,
  ended_at $instant$                         -- signed out
);
create index sessions_of_person on sessions (staff_id, seen_at);

-- the authenticator of a person (RFC 6238)
create table second_factors (
  staff_id bigint primary key references staff (id),
  secret text not null,                      -- protected by the keys of the desk
  added_at $instant$ not null,
  last_step bigint not null                  -- no code is taken twice
);

create table recovery_codes (
  id $identity$,
  staff_id bigint not null references staff (id),
  code_hash text not null,
  used_at $instant$,
  unique (staff_id, code_hash)
);
