-- Dossiers being composed, one a label: nothing of them is in the record before they are sealed.
create table public.dossier_draft (
    label text primary key,
    at    timestamptz not null default clock_timestamp(),  -- when it was last saved
    words jsonb not null                                   -- what was typed, by field
);
grant select, insert, update, delete on public.dossier_draft to palabre_web;
grant select (at), delete on public.dossier_draft to palabre_worker;

-- Where an entry stands in the tree is counted from the head that was signed before it.
create index checkpoint_position on public.checkpoint (position);
