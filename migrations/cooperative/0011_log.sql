-- The tree over the record, tile by tile (C2SP tlog-tiles), and its heads as they were signed. What the record proves
-- can be computed again from its entries; what was signed, and when, cannot.
create table public.tile (
    level  smallint not null,
    number bigint not null,
    hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    primary key (level, number)
);
alter table public.tile alter column hashes set storage external;  -- hashes do not shrink

create table public.checkpoint (
    size     bigint primary key,  -- how many entries it covers
    position bigint not null,     -- of the last of them
    root     bytea not null check (octet_length(root) = 32),
    at       timestamptz not null default clock_timestamp(),
    note     text not null,       -- signed (C2SP tlog-checkpoint)
    key      text not null        -- whose signature it is, as a verifier takes it (C2SP signed-note)
);

create function public.a_tile_only_grows() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or (new.level, new.number) <> (old.level, old.number)
       or substr(new.hashes, 1, octet_length(old.hashes)) <> old.hashes then
        raise exception 'a tile only grows' using errcode = 'PA004';
    end if;
    return new;
end;
$$;
create trigger only_grows before update or delete on public.tile
    for each row execute function public.a_tile_only_grows();
create trigger written_once before truncate on public.tile
    for each statement execute function public.the_record_is_written_once();
create trigger written_once before update or delete or truncate on public.checkpoint
    for each statement execute function public.the_record_is_written_once();
alter table public.tile enable always trigger only_grows;
alter table public.tile enable always trigger written_once;
alter table public.checkpoint enable always trigger written_once;

grant select on public.tile, public.checkpoint to palabre_web, palabre_worker;
grant insert on public.tile, public.checkpoint to palabre_worker;
grant update (hashes) on public.tile to palabre_worker;
