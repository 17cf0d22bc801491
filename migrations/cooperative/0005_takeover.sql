-- A register that is being taken over: its spreadsheet, closed under the master key until it is carried out or given up.
create table public.takeover (
    id        text primary key,               -- the gesture that brought the file: its lines take their names from it
    person    text not null,                  -- who brought it, and in whose name it is carried out
    at        timestamptz not null default clock_timestamp(),
    source    text not null,                  -- what the register is, in words that the record keeps
    ends      text not null,                  -- the day on which that register ends
    numbers   integer,                        -- its last number, and the highest capital that it knew, in cents
    highest   bigint,
    closed    bytea,
    key       bytea,
    signature text not null,                  -- what files with the same headings have in common
    layout    jsonb not null,
    state     text not null default 'draft' check (state in ('draft', 'confirmed', 'done', 'given up')),
    agreed    integer[] not null default '{}', -- the lines to carry out, once confirmed, in order
    carried   integer not null default 0,     -- how many of them are
    refused   jsonb not null default '[]'     -- [[line, why]…]
);
alter table public.takeover alter closed set storage external;
create index takeover_signature on public.takeover (signature, at);
grant select, insert, update, delete on public.takeover to palabre_web, palabre_worker;
