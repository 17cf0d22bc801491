-- What became of each line of a register when it was rehearsed: kept, so that a page of it costs its rows, and closed
-- under the key of the file. What is agreed to is what was on the page: `seen` says which.
alter table public.takeover
    add content text not null default '',    -- the file, by a keyed digest: another one under the same gesture is seen
    add nominal bigint,                      -- what a share was worth by the statutes when the register ends, in cents
    add stands  text not null default '',    -- how the record stood when the lines were rehearsed
    add seen    text,                        -- a keyed digest of all that the page shows; nothing until it is rehearsed
    add outlook bytea,                       -- the sums, the words of the columns: what stands above the lines
    add lines   integer not null default 0,  -- how many there are
    add read    integer not null default 0;  -- how many of them are rehearsed by now
create table public.takeover_line (
    draft  text not null references public.takeover (id) on delete cascade,
    line   integer not null,
    fate   text not null,
    closed bytea not null,                   -- the name, and what is to be said
    primary key (draft, line)
);
create index takeover_line_fate on public.takeover_line (draft, fate, line);
grant select, insert, delete on public.takeover_line to palabre_web, palabre_worker;
