-- Statutes being drafted, question by question: nothing of them is in the record before they are adopted.
create table public.statutes_draft (
    id      text primary key,                 -- the gesture that began it
    at      timestamptz not null default clock_timestamp(),  -- when it was last saved
    answers jsonb not null                    -- what was typed, by question
);
grant select, insert, update, delete on public.statutes_draft to palabre_web;
