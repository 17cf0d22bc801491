-- Where the registers live: derived from the record, owned by the worker, built beside and swapped when they change.
create schema register authorization palabre_worker;
create schema beside authorization palabre_worker;

create table public.register (
    name        text primary key,
    position    bigint not null,
    fingerprint text not null,
    tables      text[] not null,
    broken      text          -- what stopped it, if it is late
);

-- A register of law keeps, for each trait of each subject, the days when a value held (valid) and the time when that
-- was known (known). Rows are closed, never changed: what was believed on a past day can be read again. Its table:
-- (subject text, trait text, value text, valid daterange, known tstzrange), indexed by (subject, trait).
create type public.trait_change as (subject text, trait text, value text, starting date, learnt timestamptz);

-- From its day until the next day that somebody already set, each trait has its new value, as learnt at that moment.
-- Changes to different traits are made at once; those to the same one in turn, in the order of the list.
create function public.keep_periods(register text, changes public.trait_change[]) returns void
language plpgsql
-- Every change looks up its own subject, however long the register has become since it was last counted.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
    turns bigint := (
        select max(times) from (select count(*) as times from unnest(changes) group by subject, trait) as each
    );
begin
    for turn in 1 .. coalesce(turns, 0) loop
        execute format($sentence$
            with change as (
                select * from (
                    select *, row_number() over (partition by subject, trait order by place) as turn
                    from unnest($1) with ordinality as listed (subject, trait, value, starting, learnt, place)
                ) as numbered where turn = $2
            ), cut as (
                update %1$I as period set known = tstzrange(lower(known), greatest(lower(known), learnt))
                from change
                where period.subject = change.subject and period.trait = change.trait
                    and upper_inf(known) and valid @> starting
                returning period.subject, period.trait, period.value, lower(valid) as since, starting, learnt
            )
            insert into %1$I
            select subject, trait, value, daterange(since, starting), tstzrange(learnt, null)
            from cut where since < starting
            union all
            select subject, trait, value, daterange(starting, following), tstzrange(learnt, null)
            from change cross join lateral (
                select min(lower(valid)) as following from %1$I as period
                where period.subject = change.subject and period.trait = change.trait
                    and upper_inf(known) and lower(valid) > starting
            ) as next
        $sentence$, register) using changes, turn;
    end loop;
end;
$$;

grant usage on schema register to palabre_web;
alter default privileges for role palabre_worker in schema register grant select on tables to palabre_web;
alter default privileges for role palabre_worker in schema beside grant select on tables to palabre_web;
grant select on public.register to palabre_web;
grant select, insert, update, delete on public.register to palabre_worker;
