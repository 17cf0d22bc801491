-- The counter: who is signed in, by which link or code, what is to be sent, who looked at what.
create table public.session (
    digest  bytea primary key,                -- SHA-256 of the cookie
    person  text not null,
    opened  timestamptz not null default clock_timestamp(),
    seen    timestamptz not null default clock_timestamp()
);

create table public.entrance (                 -- a link in an e-mail, or a code printed on paper
    digest  bytea primary key,                -- SHA-256 of the link's secret or of the code
    person  text not null,
    leads_to text not null default '',        -- the page it opens, within the cooperative
    expires timestamptz not null,
    used    timestamptz
);

create table public.outbox (
    id        bigint generated always as identity primary key,
    purpose   text not null,                  -- which letter: `signin`, `notice`…
    recipient text not null,                  -- a person, never an address
    subject   text not null,                  -- what it is about: an assembly, the page that a link opens
    position  bigint not null,                -- the entry that makes it due; 0: somebody asked for it
    state     text not null default 'due' check (state in ('due', 'sent', 'refused')),
    attempts  integer not null default 0,
    next_try  timestamptz not null default clock_timestamp(),
    asked     timestamptz not null default clock_timestamp(),
    answer    text not null default '',       -- the server's last words
    message   bytea                           -- what was sent, closed under the recipient's contact key
);
create unique index outbox_once on public.outbox (position, recipient, purpose) where position > 0;
create index outbox_due on public.outbox (next_try) where state = 'due';

create table public.stored_file (              -- pieces of evidence and sealed files, each closed under a key of its own
    digest     text primary key,               -- as the record keeps it: SHA-256 of salt ‖ content
    closed     bytea not null,                 -- that very text
    key        bytea not null,                 -- itself closed under the master key
    size       integer not null check (size between 1 and 128 * 1024 * 1024),  -- of the content alone
    media_type text not null,
    at         timestamptz not null default clock_timestamp()
);
alter table public.stored_file alter closed set storage external;  -- ciphertext does not shrink

create table public.reading (                  -- who consulted a personal sheet or a dossier; kept twelve months
    at     timestamptz not null default clock_timestamp(),
    person text not null,
    page   text not null
);

create table public.attempt (                  -- how often somebody asked for a link: the rate limit
    what text not null,
    at   timestamptz not null default clock_timestamp()
);
create index attempt_what on public.attempt (what, at);

grant select, insert, update, delete on public.session, public.entrance, public.attempt to palabre_web, palabre_worker;
grant select, insert on public.stored_file, public.reading to palabre_web;
grant update (at) on public.stored_file to palabre_web;
grant select, insert on public.outbox to palabre_web;
grant select, insert, update on public.outbox to palabre_worker;
grant select, delete on public.reading, public.stored_file to palabre_worker;
