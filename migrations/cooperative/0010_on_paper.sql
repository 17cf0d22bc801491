-- What is typed from the papers of a meeting, until it is carried out: nothing of it is in the record before.
create table public.on_paper (
    assembly text primary key,
    at       timestamptz not null default clock_timestamp(),  -- when it was last kept
    gesture  text not null,                  -- of the form, so that it is carried out once
    words    jsonb not null                  -- what was typed, by field
);
grant select, insert, update, delete on public.on_paper to palabre_web;
grant select (at), delete on public.on_paper to palabre_worker;
