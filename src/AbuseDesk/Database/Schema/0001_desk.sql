-- One text for both engines; $instant$ and $identity$ are filled per engine.

create table counters (
  kind text not null,
  year integer not null,
  last bigint not null,
  primary key (kind, year)
);

-- Staff ---------------------------------------------------------------------

create table staff (
  id $identity$,
  login text not null unique,
  name text not null,
  title text not null,
  email text not null,
  zone text not null,
  roles text not null,                       -- space-separated: agent lead legal admin auditor
  password_hash text,
  security_stamp text not null,
  failed_sign_ins integer not null default 0,
  locked_until $instant$,
  disabled boolean not null default $false$,
  created_at $instant$ not null,
  version bigint not null default 1
);

-- who is away, and who stands in for them then
create table absences (
  id $identity$,
  login text not null references staff (login),
  substitute text not null references staff (login),
  from_date text not null,                   -- both days included, on the calendar of the person's zone
  until_date text not null,
  from_at $instant$ not null,
  until_at $instant$ not null,               -- the end of the last day
  set_at $instant$ not null,
  set_by text not null,
  ended_at $instant$                         -- they are back, or other days took the place of these
);
create index absences_until on absences (until_at) where ended_at is null;

-- Customers -----------------------------------------------------------------

create table customers (
  id $identity$,
  account text not null unique,
  name text not null,
  created_at $instant$ not null,
  version bigint not null default 1
);

create table contacts (
  id $identity$,
  customer_id bigint not null references customers (id),
  role text not null,                        -- abuse, legal, owner
  name text not null,
  email text not null,
  locale text not null,
  zone text not null,
  bounced_at $instant$,                      -- mail to it failed for good, and nobody has said since that it is right
  bounce_reason text,
  confirmed_at $instant$,                    -- when somebody last said that it is right
  unique (customer_id, role, email)
);

create table resources (
  id $identity$,
  customer_id bigint not null references customers (id),
  kind text not null,                        -- range, domain, host, url, bucket
  value text not null,                       -- normalised
  range_from text,                           -- 32 hex digits, IPv4 mapped into IPv6
  range_to text,
  prefix_length integer,
  held_from $instant$ not null,
  held_to $instant$                          -- null: still held
);
create index resources_value on resources (kind, value);
create index resources_range on resources (range_from, range_to) where range_from is not null;
create index resources_customer on resources (customer_id);

-- Terms ---------------------------------------------------------------------

create table terms_versions (
  id $identity$,
  version text not null unique,              -- 2020-12-01
  title text not null,
  effective_at $instant$ not null,
  effective_local text not null,             -- 2020-12-01T00:00:00
  effective_zone text not null,
  document_sha256 text not null,
  contract_paths text not null,              -- JSON: the paths to a suspension and to the end of the contract, as data
  published_at $instant$ not null,
  published_by text not null
);
create unique index terms_versions_effective on terms_versions (effective_at);

create table clauses (
  id $identity$,
  terms_version_id bigint not null references terms_versions (id),
  ordinal integer not null,
  number text not null,                      -- 7.4
  heading text not null,
  topic text not null,                       -- the same subject in every version, whatever its number
  body text not null,                        -- Markdown
  unique (terms_version_id, number),
  unique (terms_version_id, topic)
);

-- Evidence ------------------------------------------------------------------

create table evidence (
  sha256 text primary key,
  size bigint not null,
  media_type text not null,
  width integer,
  height integer,
  stored_at $instant$ not null
);

create table captures (
  id $identity$,
  sha256 text not null references evidence (sha256),
  purpose text not null,                     -- screenshot, report, plan, notice, mail, document
  file_name text,
  source_url text,
  captured_at $instant$ not null,
  captured_by text not null,                 -- a login, or what captured it
  method text not null,
  added_at $instant$ not null,
  added_by text not null
);
create index captures_sha256 on captures (sha256);

-- who last looked at a clear picture, as the journal says it
create table evidence_views (
  sha256 text not null references evidence (sha256),
  login text not null,
  viewed_at $instant$ not null,
  primary key (sha256, login)
);

create table holds (
  id $identity$,
  customer_id bigint not null references customers (id),
  case_id bigint,
  reason text not null,
  until_at $instant$,
  placed_at $instant$ not null,
  placed_by text not null
);

-- Cases ---------------------------------------------------------------------

create table cases (
  id $identity$,
  ref text not null unique,
  customer_id bigint not null references customers (id),
  title text not null,
  status text not null,                      -- open, closed
  turn text not null,                        -- ours, legal, customer
  to_do text not null,
  severity text not null,                    -- the highest of its violations
  severity_rank integer not null,
  assignee text,
  opened_at $instant$ not null,
  closed_at $instant$,
  close_reason text,
  next_due_at $instant$,
  items_count integer not null default 0,
  still_up_count integer not null default 0,
  removed_count integer not null default 0,
  version bigint not null default 1
);
create index cases_queue on cases (status, (next_due_at is null), next_due_at, id);
create index cases_customer on cases (customer_id, status);
create index cases_assignee on cases (assignee, status, next_due_at);

create table items (
  id $identity$,
  case_id bigint not null references cases (id),
  customer_id bigint not null references customers (id),
  number integer not null,
  location_key text not null,
  url text not null,
  display text not null,
  host text not null,
  excerpt text not null,
  first_seen_at $instant$ not null,
  state text not null,                       -- unchecked, removed, still-up, unreachable
  state_at $instant$,
  removed_at $instant$,                      -- the check that first found it removed, of the present run of removed checks
  filed_at $instant$ not null,
  version bigint not null default 1,
  unique (case_id, number)
);
create unique index items_location on items (customer_id, location_key);
create index items_state on items (case_id, state, number);

create table reports (
  id $identity$,
  ref text not null unique,
  source text not null,                      -- own, mail, form, api, import
  reporter_name text,
  reporter_email text,
  note text,
  received_at $instant$ not null,
  filed_at $instant$ not null,
  filed_by text not null,
  original_sha256 text references evidence (sha256),
  identity_released_at $instant$,            -- a lawyer allows notices to name who reported, and why
  identity_released_by text,
  identity_release_reason text
);

create table report_items (
  report_id bigint not null references reports (id),
  item_id bigint not null references items (id),
  seen_at $instant$ not null,
  written_url text not null,
  excerpt text not null,
  primary key (report_id, item_id)
);
create index report_items_item on report_items (item_id);

create table screenshots (
  item_id bigint not null references items (id),
  capture_id bigint not null references captures (id),
  report_id bigint references reports (id),
  check_id bigint,
  ordinal integer not null,
  primary key (item_id, capture_id)
);

-- what notices print instead of an original; of each original the latest that was not undone counts
create table redactions (
  id $identity$,
  item_id bigint not null references items (id),
  original_sha256 text references evidence (sha256), -- the sealed screenshot; null where the excerpt is redacted
  capture_id bigint references captures (id), -- the picture that is printed instead
  excerpt text,                              -- the wording that is printed instead
  boxes text,                                -- left,top,width,height in pixels, separated by spaces
  reason text not null,
  redacted_at $instant$ not null,
  redacted_by text not null,
  undone_at $instant$,
  undone_by text,
  undo_reason text
);
create index redactions_item on redactions (item_id, original_sha256);
create index redactions_capture on redactions (capture_id);

create table violations (
  id $identity$,
  item_id bigint not null references items (id),
  case_id bigint not null references cases (id),
  customer_id bigint not null references customers (id),
  clause_id bigint not null references clauses (id),
  severity text not null,                    -- low, medium, high, critical
  seen_at $instant$ not null,
  decided_at $instant$ not null,
  decided_by text not null,
  reversed_at $instant$,
  reversed_by text,
  reverse_reason text
);
create index violations_item on violations (item_id);
create index violations_case on violations (case_id);
create index violations_customer on violations (customer_id, seen_at);

create table checks (
  id $identity$,
  item_id bigint not null references items (id),
  case_id bigint not null references cases (id),
  outcome text not null,                     -- removed, still-up, unreachable
  checked_at $instant$ not null,
  checked_by text not null,
  capture_id bigint references captures (id)
);
create index checks_item on checks (item_id, checked_at);
create index checks_case on checks (case_id, checked_at);

create table plans (
  id $identity$,
  case_id bigint not null references cases (id),
  received_at $instant$ not null,
  capture_id bigint not null references captures (id),
  recorded_by text not null
);
create index plans_case on plans (case_id);

create table assessments (
  id $identity$,
  plan_id bigint not null references plans (id),
  case_id bigint not null references cases (id),
  verdict text not null,                     -- adequate, insufficient
  reason text not null,
  assessed_at $instant$ not null,
  assessed_by text not null,
  document_sha256 text not null references evidence (sha256)
);
create index assessments_case on assessments (case_id, assessed_at);

create table assessment_criteria (
  assessment_id bigint not null references assessments (id),
  ordinal integer not null,
  criterion text not null,
  verdict text not null,                     -- met, partly-met, not-met
  reason text not null,
  primary key (assessment_id, ordinal)
);

-- Templates -----------------------------------------------------------------

-- what was published is added to, never changed
create table template_versions (
  kind text not null,                        -- forwarding, warning, plan-request, suspension, …
  language text not null,                    -- en
  number integer not null,                   -- 1, 2, …; the file of the installation counts as 0
  text text not null,
  sha256 text not null,                      -- of the text
  note text not null,
  published_at $instant$ not null,
  published_by text not null,
  primary key (kind, language, number)
);

create table template_drafts (
  kind text not null,
  language text not null,
  login text not null,
  text text not null,
  based_on integer not null,                 -- the version that its writer has seen
  saved_at $instant$ not null,
  primary key (kind, language, login)
);

-- Notices -------------------------------------------------------------------

create table notices (
  id $identity$,
  ref text not null unique,
  case_id bigint not null references cases (id),
  customer_id bigint not null references customers (id),
  kind text not null,                        -- forwarding, warning, plan-request, suspension, reinstatement, termination, receipt, decision
  status text not null,                      -- draft, in-review, returned, approved, sent, withdrawn
  current_version integer not null,
  author text not null,
  reviewer text,                             -- the lawyer whose name it prints; null where the kind needs no approval
  reviewer_for text,                         -- the lawyer for whom the reviewer stands in, and their last day away
  reviewer_for_until text,
  language text not null,
  locale text,                               -- of the contact addressed first; the language is its own, or English where no template speaks that
  addressee text not null,                   -- role of the contact that is addressed
  recipients text not null,                  -- addresses, comma-separated
  copies text not null,                      -- addresses, comma-separated, may be empty
  customer_zone text not null,               -- "your time" in the text
  reports text,                              -- references, comma-separated: what a letter to a reporter answers
  conditions text,                           -- one a line: what a reinstatement asks of the customer
  automated_means text,                      -- which were used in the decisions, in sentences; null for none
  criteria text,                             -- JSON: what a plan is asked to answer
  contract_path text,                        -- cure, immediate, termination
  act_by_at $instant$,
  act_by_local text,
  act_by_zone text,
  effective_at $instant$,
  effective_local text,
  effective_zone text,
  preserve_until_at $instant$,
  preserve_until_local text,
  acknowledge_by_at $instant$,
  acknowledge_by_local text,
  verification_code text not null unique,
  created_at $instant$ not null,
  approved_by text,
  approved_at $instant$,
  sent_at $instant$,
  sent_by text,
  delivered_at $instant$,                    -- the first report that a recipient's server has it
  version bigint not null default 1
);
create index notices_case on notices (case_id, created_at);
create index notices_status on notices (status, created_at);

create table notice_versions (
  notice_id bigint not null references notices (id),
  number integer not null,
  subject text not null,
  template_sha256 text not null,
  template_version integer not null,         -- as published; 0: the file of the installation
  facts_sha256 text not null references evidence (sha256),
  pdf_sha256 text not null references evidence (sha256),
  html_sha256 text not null references evidence (sha256),
  text_sha256 text not null references evidence (sha256),
  pages integer not null,
  compiled_at $instant$ not null,
  compiled_by text not null,
  primary key (notice_id, number)
);
create index notice_versions_pdf on notice_versions (pdf_sha256);

-- the seal of a notice as it was sent: a detached signature (CMS) of its PDF
create table notice_seals (
  notice_id bigint primary key references notices (id),
  pdf_sha256 text not null references evidence (sha256),
  seal_sha256 text not null references evidence (sha256), -- the .p7s; the one with the time stamp once there is one
  certificate text not null,                 -- its subject
  certificate_sha256 text not null,
  sealed_at $instant$ not null,
  stamp_due_at $instant$,                    -- when a time stamp is asked for next; null: not any more
  stamp_attempts integer not null default 0, -- that failed
  stamp_error text,
  stamped_at $instant$,                      -- as the time stamp says
  stamped_by text                            -- subject of the server's certificate
);
create index notice_seals_due on notice_seals (stamp_due_at) where stamp_due_at is not null;

create table notice_items (
  notice_id bigint not null references notices (id),
  item_id bigint not null references items (id),
  primary key (notice_id, item_id)
);
create index notice_items_item on notice_items (item_id);

create table reviews (
  id $identity$,
  notice_id bigint not null references notices (id),
  notice_version integer not null,
  act text not null,                         -- submitted, taken-over, returned, approved, voided
  comment text,
  untrue text,                               -- JSON: the sentences that a voided approval would make untrue, with what is true instead
  acted_at $instant$ not null,
  acted_by text not null,
  pdf_sha256 text not null,
  mail_sha256 text not null                  -- of the HTML and text bodies together
);
create index reviews_notice on reviews (notice_id, id);

-- what people say about one paragraph of the text, until it is resolved
create table notice_comments (
  id $identity$,
  notice_id bigint not null references notices (id),
  number integer not null,                   -- in its notice, as people say it
  notice_version integer not null,           -- whose text it was written on
  paragraph integer not null,                -- ordinal in that text
  words_sha256 text not null,                -- of the paragraph's words: finds it again in a later version
  status text not null,                      -- open, resolved
  unique (notice_id, number)
);

create table notice_comment_entries (
  id $identity$,
  comment_id bigint not null references notice_comments (id),
  act text not null,                         -- commented, answered, resolved, reopened
  text text,
  acted_at $instant$ not null,
  acted_by text not null
);
create index notice_comment_entries_comment on notice_comment_entries (comment_id, id);

create table forwardings (
  id $identity$,
  case_id bigint not null references cases (id),
  batch integer not null,
  notice_id bigint not null references notices (id),
  sent_at $instant$ not null,
  act_by_at $instant$ not null,
  act_by_local text not null,
  act_by_zone text not null,
  unique (case_id, batch)
);

create index forwardings_notice on forwardings (notice_id);

create table forwarding_items (
  forwarding_id bigint not null references forwardings (id),
  item_id bigint not null references items (id),
  primary key (forwarding_id, item_id)
);
create index forwarding_items_item on forwarding_items (item_id);

create table suspensions (
  id $identity$,
  ref text not null unique,
  case_id bigint not null references cases (id),
  customer_id bigint not null references customers (id),
  notice_id bigint not null unique references notices (id),
  contract_path text not null,
  scope text not null,
  status text not null,                      -- scheduled, in-effect, lifted
  effective_at $instant$ not null,
  effective_local text not null,
  effective_zone text not null,
  preserve_until_at $instant$ not null,
  took_effect_at $instant$,
  lifted_at $instant$,
  lifted_by text
);
create index suspensions_due on suspensions (status, effective_at);

-- The end of a contract; people call it by the reference of its notice.
create table terminations (
  id $identity$,
  case_id bigint not null references cases (id),
  customer_id bigint not null references customers (id),
  notice_id bigint not null unique references notices (id),
  status text not null,                      -- scheduled, in-effect, called-off
  effective_at $instant$ not null,
  effective_local text not null,
  effective_zone text not null,
  preserve_until_at $instant$ not null,
  took_effect_at $instant$,
  called_off_at $instant$,
  called_off_by text
);
create index terminations_due on terminations (status, effective_at);
create index terminations_customer on terminations (customer_id);

-- Deadlines -----------------------------------------------------------------

create table deadlines (
  id $identity$,
  ref text not null unique,
  case_id bigint not null references cases (id),
  notice_id bigint references notices (id),
  rule text not null,
  whose text not null,                       -- ours, legal, customer
  to_do text not null,
  explanation text not null,
  due_at $instant$ not null,
  due_local text not null,
  due_zone text not null,
  status text not null,                      -- open, paused, met, missed, waived, withdrawn
  started_at $instant$ not null,
  ended_at $instant$,
  anchor text,                               -- the event it counts from, as a sentence says it
  anchor_at $instant$,
  counting text,                             -- JSON: how it is counted; null where the instant was named
  calendar text,
  calendar_sha256 text,                      -- of the days it was computed by
  not_before_at $instant$,                   -- where a window opens
  extended boolean not null default $false$,   -- its instant is that of an extension; counting does not move it
  blocks_closing boolean not null default $false$,
  outlives_case boolean not null default $false$, -- neither the end of the case nor that of a measure ends it
  ran_out_at $instant$,                      -- when its end changed the turn
  end_turn text,                             -- ours, legal, customer: once it has run out
  end_to_do text,
  version bigint not null default 1
);
create index deadlines_open on deadlines (status, due_at, id);
create index deadlines_rule on deadlines (rule, due_at) where status = 'open';
create index deadlines_case on deadlines (case_id, status, due_at);

create index deadlines_running_out on deadlines (due_at) where end_turn is not null and ran_out_at is null and status = 'open';
create index deadlines_calendar on deadlines (calendar, calendar_sha256) where calendar is not null and ended_at is null;

create table deadline_moves (
  id $identity$,
  deadline_id bigint not null references deadlines (id),
  moved_at $instant$ not null,
  moved_by text not null,
  cause text not null,                       -- calendar-changed, anchor-corrected, resumed, extended
  reason text not null,
  old_due_at $instant$ not null,
  old_explanation text not null,
  new_due_at $instant$ not null
);
create index deadline_moves_deadline on deadline_moves (deadline_id, id);

create table deadline_pauses (
  id $identity$,
  deadline_id bigint not null references deadlines (id),
  reason text not null,
  note text not null,
  paused_at $instant$ not null,
  paused_by text not null,
  resumed_at $instant$,
  resumed_by text
);
create unique index deadline_pauses_running on deadline_pauses (deadline_id) where resumed_at is null;
create index deadline_pauses_deadline on deadline_pauses (deadline_id, id);

create table deadline_extensions (
  id $identity$,
  deadline_id bigint not null references deadlines (id),
  until_at $instant$ not null,
  until_zone text not null,
  reason text not null,
  asked_at $instant$ not null,
  asked_by text not null,
  status text not null,                      -- asked, approved, refused, lapsed
  decided_at $instant$,
  decided_by text,
  comment text
);
create unique index deadline_extensions_asked on deadline_extensions (deadline_id) where status = 'asked';
create index deadline_extensions_deadline on deadline_extensions (deadline_id, id);

create table reminders (
  id $identity$,
  deadline_id bigint not null references deadlines (id),
  remind_at $instant$ not null,
  kind text not null,                        -- before, overdue
  audience text not null,                    -- assignee, lead, legal, customer
  status text not null,                      -- planned, queued, skipped
  done_at $instant$,
  unique (deadline_id, remind_at, audience)
);
create index reminders_due on reminders (remind_at) where status = 'planned';
create index reminders_deadline on reminders (deadline_id);

-- Mail ----------------------------------------------------------------------

create table outbox (
  id $identity$,
  message_id text not null unique,
  kind text not null,                        -- notice kinds, reminder
  recipients text not null,                  -- comma-separated
  subject text not null,
  case_id bigint references cases (id),
  case_ref text,                             -- the journal's chain; null: the desk's own
  notice_id bigint references notices (id),
  line text,                                 -- mails of one case to one domain leave in their order; null: in any
  mime $bytes$ not null,                     -- the message as it leaves, byte for byte
  mime_sha256 text not null,
  status text not null,                      -- waiting, sent, failed
  attempts integer not null default 0,
  next_attempt_at $instant$ not null,
  leased_until $instant$,
  leased_by text,
  last_error text,
  queued_at $instant$ not null,
  sent_at $instant$,
  delivered_to text,
  server_id text                             -- what the service that took it calls it; null where that is its Message-ID
);
create index outbox_waiting on outbox (next_attempt_at, id) where status = 'waiting';
create index outbox_line on outbox (line, id) where status = 'waiting';
create index outbox_case on outbox (case_id, id);
create index outbox_notice on outbox (notice_id) where notice_id is not null;
create index outbox_server on outbox (server_id) where server_id is not null;

-- what was heard about a mail and one of its recipients: from the server that took it, from reports that came later
create table mail_events (
  id $identity$,
  outbox_id bigint not null references outbox (id),
  recipient text not null,
  event text not null,                       -- accepted, refused, failed, delayed, relayed, delivered, bounced, complained
  at $instant$ not null,                     -- when it happened, as far as that is told
  heard_at $instant$ not null,
  code text,                                 -- 5.1.1
  said text not null,
  source text not null,                      -- the server; who reported it
  original_sha256 text references evidence (sha256), -- the report as it came
  followed_at $instant$,                     -- when the desk drew its consequences
  unique (outbox_id, recipient, event, at)
);
create index mail_events_new on mail_events (id) where followed_at is null;

-- what came in; it lands on a case, or waits in the intake for somebody
create table incoming_mail (
  id $identity$,
  ref text not null unique,                  -- M-2021-00007
  sha256 text not null unique references evidence (sha256), -- the mail as it came, byte for byte
  message_id text,
  kind text not null,                        -- person, automatic, report, broken
  from_name text not null,
  from_address text,
  subject text not null,
  excerpt text not null,                     -- what it says, as plain text
  problem text,                              -- what is wrong with it
  sent_at $instant$,                         -- as it says itself
  received_at $instant$ not null,
  read_at $instant$ not null,
  status text not null,                      -- intake, on-case, noted, dismissed
  case_id bigint references cases (id),
  outbox_id bigint references outbox (id),   -- what it answers, or reports about
  matched_by text,                           -- reply, address, subject, hand
  decided_at $instant$,
  decided_by text,
  decision_reason text
);
create index incoming_mail_intake on incoming_mail (id) where status = 'intake';
create index incoming_mail_case on incoming_mail (case_id, received_at);

create table incoming_files (
  incoming_id bigint not null references incoming_mail (id),
  ordinal integer not null,
  capture_id bigint not null references captures (id),
  primary key (incoming_id, ordinal)
);

-- Journal -------------------------------------------------------------------

create table journal_chains (
  chain text primary key,                    -- a case reference, or "desk"
  last_number bigint not null,
  last_hash text not null
);

create table journal (
  chain text not null references journal_chains (chain),
  number bigint not null,
  at $instant$ not null,
  actor text not null,
  act text not null,
  summary text not null,
  details text not null,                     -- JSON, exactly as hashed
  previous_hash text not null,
  hash text not null,
  primary key (chain, number)
);
create index journal_at on journal (at);

-- Web -----------------------------------------------------------------------

create table data_protection_keys (
  name text primary key,
  xml text not null
);
