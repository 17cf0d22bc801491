-- RFC 3161: what an authority outside was asked to date, and its answer.
create table public.stamp (
    digest    bytea primary key check (octet_length(digest) = 32),  -- SHA-256 of a head's note, or of a file of evidence
    size      bigint,                                 -- of that head; null for a file of evidence
    attempts  integer not null default 0,
    next_try  timestamptz not null default clock_timestamp(),
    answer    text not null default '',               -- why there is no token yet
    token     bytea,                                  -- the reply whole (RFC 3161 §2.4.2)
    at        timestamptz,                            -- when, as it says
    authority text not null default '',               -- who, as its certificate says
    chain     text not null default '',               -- the certificates that it was believed by (PEM)
    qualified boolean not null default false,         -- eIDAS art. 42, as the host says
    check ((token is null) = (at is null))
);
create index stamp_due on public.stamp (next_try) where token is null;
create trigger written_once before update on public.stamp
    for each row when (old.token is not null) execute function public.the_record_is_written_once();
create trigger never_deleted before delete or truncate on public.stamp
    for each statement execute function public.the_record_is_written_once();
alter table public.stamp enable always trigger written_once;
alter table public.stamp enable always trigger never_deleted;

grant select on public.stamp to palabre_web, palabre_worker;
grant insert (digest, size) on public.stamp to palabre_web, palabre_worker;
grant update on public.stamp to palabre_worker;
