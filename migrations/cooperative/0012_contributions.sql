-- What somebody without an account proposes for a register of the network: nowhere to be read before a keeper accepts it.
create table public.contribution (
    id        bigint generated always as identity primary key,
    digest    bytea not null unique,           -- SHA-256 of what ends the address where its author follows it
    catalogue text not null,
    said      jsonb not null,                  -- the form as it was typed
    at        timestamptz not null default clock_timestamp(),
    decided   timestamptz,
    card      text,                            -- where it went, once accepted
    reason    text not null default ''         -- why it was refused
);
create index contribution_waiting on public.contribution (at) where decided is null;
grant select, insert, update on public.contribution to palabre_web;
grant select, delete on public.contribution to palabre_worker;
