-- Witnesses (C2SP tlog-witness): what ours signed of this record, how it goes with each, what we signed of others.
create table public.cosignature (
    size bigint not null,          -- of a head of this record
    by   text not null,            -- whose signature it is, as a verifier takes it (C2SP signed-note)
    line text not null,            -- as it stands under the note (C2SP tlog-cosignature)
    at   timestamptz not null,     -- as it says
    primary key (size, by)
);
create index cosignature_last on public.cosignature (by, size);

create table public.asked_witness (
    witness  text primary key,
    attempts integer not null default 0,
    next_try timestamptz not null,
    answer   text not null,
    ahead    bigint,               -- the size of a head that it signed and that is not in this record
    forked   boolean not null      -- it says that this record does not continue what it saw
);

create table public.witnessed (
    log  text primary key,         -- the record of others, since it was last accepted
    size bigint not null,
    root bytea not null check (octet_length(root) = 32),
    note text not null,            -- with our signature
    at   timestamptz not null default clock_timestamp()
);
create function public.what_was_seen_only_grows() returns trigger language plpgsql as $$
begin
    if new.log <> old.log or new.size < old.size or (new.size = old.size and new.root <> old.root) then
        raise exception 'what was seen only grows' using errcode = 'PA004';
    end if;
    return new;
end;
$$;
create trigger only_grows before update on public.witnessed
    for each row execute function public.what_was_seen_only_grows();
create trigger never_deleted before delete or truncate on public.witnessed
    for each statement execute function public.the_record_is_written_once();
create trigger written_once before update or delete or truncate on public.cosignature
    for each statement execute function public.the_record_is_written_once();
alter table public.witnessed enable always trigger only_grows;
alter table public.witnessed enable always trigger never_deleted;
alter table public.cosignature enable always trigger written_once;

grant select on public.cosignature, public.asked_witness, public.witnessed to palabre_web, palabre_worker;
grant insert on public.cosignature to palabre_worker;
grant insert, update on public.asked_witness to palabre_worker;
grant insert, update on public.witnessed to palabre_web;
