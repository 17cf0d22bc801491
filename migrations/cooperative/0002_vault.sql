-- The vault: what is said of persons, closed under two keys each, themselves closed under a key kept outside.
create table public.vault_key (
    person  text not null,
    purpose text not null check (purpose in ('register', 'contact')),
    closed  bytea not null,
    at      timestamptz not null default clock_timestamp(),
    primary key (person, purpose)
);

create table public.vault (
    commitment text primary key,
    person     text not null,
    purpose    text not null,
    closed     bytea not null,
    gesture    text not null,
    at         timestamptz not null default clock_timestamp()
);
create index vault_at on public.vault (at);  -- the sweep of what no fact ever cited

-- Who has this e-mail address? A keyed digest, so that the table alone says nothing.
create table public.vault_email (
    digest bytea not null,
    person text not null,
    at     timestamptz not null default clock_timestamp(),
    primary key (digest, person)
);
create index vault_email_person on public.vault_email (person);

grant select, insert on public.vault, public.vault_key, public.vault_email to palabre_web, palabre_worker;
grant delete on public.vault, public.vault_key, public.vault_email to palabre_worker;
