"""The register of the network's meetings: planned, told once held, with who came, what was said and what was sent."""

from governance.network.facts import MeetingReported, ProposalMade
from governance.network.meeting_facts import (
    AccordReached,
    AttendanceNoted,
    AttendanceStruck,
    MeetingCancelled,
    MeetingHeld,
    MeetingInvited,
    MeetingPlanned,
    PaperListed,
    PointClosed,
    PointLeftOpen,
    ReportPublished,
    ReportSent,
    TopicNoted,
)
from governance.network.source_facts import SourceRead
from projections.register import Register

gatherings = Register(
    name="gatherings",
    schema="""
        create table gathering (
            id            text primary key,
            title         text not null,
            kind          text not null,
            number        bigint,
            day           text,              -- planned, then when it was held; null: put off
            firm          boolean not null,
            starts        text not null default '',
            ends          text not null default '',
            place         text not null,
            working_group text,
            within        text,              -- it is a workshop of that one
            agenda        jsonb not null default '[]',
            held          text,
            present       bigint,            -- counted
            at_least      bigint,            -- or said by the report
            cancelled     text,
            reason        text not null default '',
            source        text not null default '',
            invited       text,
            published     text,
            sent          text,
            position      bigint not null
        );
        create index gathering_group on gathering (working_group);
        create index gathering_within on gathering (within);
        create index gathering_day on gathering (coalesce(day, ''), id);
        create table attendance (
            id           text primary key,
            meeting      text not null,
            presence     text not null,      -- present, excused, absent
            organisation text not null,
            member       text,
            person       text,
            role         text not null default '',
            animates     boolean not null default false,
            college      text,               -- the one that it speaks for there
            position     bigint not null
        );
        create index attendance_meeting on attendance (meeting);
        create index attendance_person on attendance (person);
        create table topic (
            id       text primary key,
            meeting  text not null,
            title    text not null,
            notes    text not null,
            position bigint not null
        );
        create index topic_meeting on topic (meeting);
        create table open_point (
            id         text primary key,
            meeting    text not null,
            text       text not null,
            since      text not null,
            closed     text,
            outcome    text not null default '',
            settled_in text,
            position   bigint not null
        );
        create index open_point_meeting on open_point (meeting);
        create table meeting_accord (
            meeting  text not null,
            decision text not null,
            position bigint not null,
            primary key (meeting, decision)
        );
        create index meeting_accord_decision on meeting_accord (decision);
        create table meeting_proposal (
            meeting     text not null,
            proposal    text primary key,
            text        text not null,
            proposed_by text not null,
            position    bigint not null
        );
        create index meeting_proposal_meeting on meeting_proposal (meeting);
        create table meeting_paper (
            id         text primary key,
            meeting    text not null,
            title      text not null,
            digest     text,
            media_type text not null,
            position   bigint not null
        );
        create index meeting_paper_meeting on meeting_paper (meeting);
        create table source_figure (
            meeting  text not null,
            counted  text not null,          -- structures_present, people_present, structures_excused, people_excused
            printed  bigint not null,
            position bigint not null,
            primary key (meeting, counted)
        );
        create table meeting_remark (
            meeting  text not null,
            remark   jsonb not null,         -- where, text
            source   text not null,
            place    bigint not null,
            position bigint not null,
            primary key (meeting, position, place)
        );
        create table meeting_letter (
            position bigint primary key,
            purpose  text not null,          -- gathering, report
            meeting  text not null,
            people   jsonb not null
        );
    """,
    sentences={
        MeetingPlanned: """
            insert into gathering (
                id, title, kind, number, day, firm, starts, ends, place, working_group, within, agenda, position
            )
            select distinct on (meeting)
                meeting, title, kind, number, day, firm, starts, ends, place, "group", within, agenda,
                min(position) over (partition by meeting)
            from {facts} order by meeting, position desc
            on conflict (id) do update set title = excluded.title, kind = excluded.kind, number = excluded.number,
                day = excluded.day, firm = excluded.firm, starts = excluded.starts, ends = excluded.ends,
                place = excluded.place, working_group = excluded.working_group, within = excluded.within,
                agenda = excluded.agenda
        """,
        MeetingReported: """
            with came as (
                insert into attendance (id, meeting, presence, organisation, position)
                select meeting || '.' || rank, meeting, 'present', organisation, position
                from {facts}, jsonb_array_elements_text(organisations) with ordinality as one (organisation, rank)
            )
            insert into gathering (
                id, title, kind, number, day, firm, place, working_group, held, present, at_least, source, position
            )
            select meeting, title, coalesce(kind, ''), number, "on", true, place, "group", "on", present, at_least,
                source, position
            from {facts}
        """,
        MeetingHeld: """
            update gathering set held = last."on", day = last."on", present = last.present, at_least = last.at_least,
                place = coalesce(nullif(last.place, ''), gathering.place), firm = true,
                source = coalesce(nullif(last.source, ''), gathering.source)
            from (select distinct on (meeting) * from {facts} order by meeting, position desc) as last
            where id = meeting
        """,
        MeetingCancelled: """
            update gathering set cancelled = fact."on", reason = fact.reason from {facts} where id = meeting
        """,
        MeetingInvited: """
            with letter as (
                insert into meeting_letter select position, 'gathering', meeting, people from {facts}
            )
            update gathering set invited = coalesce(invited, first."on")
            from (select distinct on (meeting) * from {facts} order by meeting, position) as first where id = meeting
        """,
        ReportSent: """
            with letter as (
                insert into meeting_letter select position, 'report', meeting, people from {facts}
            )
            update gathering set sent = last."on"
            from (select distinct on (meeting) * from {facts} order by meeting, position desc) as last
            where id = meeting
        """,
        ReportPublished: 'update gathering set published = fact."on" from {facts} where id = meeting',
        AttendanceNoted: """
            insert into attendance select attendance, meeting, presence, organisation, member, person, role, animates,
                college, position from {facts}
        """,
        AttendanceStruck: "delete from attendance using {facts} where id = fact.attendance",
        TopicNoted: """
            insert into topic
            select distinct on (topic) topic, meeting, title, notes, min(position) over (partition by topic)
            from {facts} order by topic, position desc
            on conflict (id) do update set title = excluded.title, notes = excluded.notes
        """,
        PointLeftOpen: """
            insert into open_point (id, meeting, text, since, position)
            select point, meeting, text, "on", position from {facts}
        """,
        PointClosed: """
            update open_point set closed = fact."on", outcome = fact.outcome, settled_in = fact.meeting from {facts}
            where id = point
        """,
        AccordReached: "insert into meeting_accord select meeting, decision, position from {facts}",
        ProposalMade: """
            insert into meeting_proposal select meeting, proposal, text, proposed_by, position from {facts}
            where meeting is not null
        """,
        SourceRead: """
            with figure as (
                insert into source_figure
                select distinct on (meeting, one ->> 'counted')
                    meeting, one ->> 'counted', (one ->> 'printed')::bigint, position
                from {facts}, jsonb_array_elements(figures) as one order by meeting, one ->> 'counted', position desc
                on conflict (meeting, counted) do update set printed = excluded.printed, position = excluded.position
            )
            insert into meeting_remark
            select meeting, one, source, place, position
            from {facts}, jsonb_array_elements(remarks) with ordinality as each(one, place)
        """,
        PaperListed: """
            insert into meeting_paper select distinct on (paper) paper, meeting, title, digest, media_type,
                min(position) over (partition by paper)
            from {facts} order by paper, position desc
            on conflict (id) do update set title = excluded.title, digest = excluded.digest,
                media_type = excluded.media_type
        """,
    },
)
