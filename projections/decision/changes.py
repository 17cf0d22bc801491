"""What happened to a decision: recorded, corrected, followed up, changed, linked; when, and when that was learnt."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.words import DecisionId


def of_decision(db: Connection[DictRow], decision: DecisionId) -> list[DictRow]:
    """`happened`: its day, perhaps partial, or that of its entry; `learnt`: when that entry was written; `more`: words,
    a day, a number, or the thing at the other end of a link.
    """
    sentence = """
        with told as (
            select position, happened, case when adopted then 'adopted' else 'rejected' end as what,
                number::text as more
            from decision where id = %(decision)s
            union all select position, null, 'corrected', reason from decision_words
                where decision = %(decision)s and reason <> ''
            union all select position, null, 'asked', what from follow_up where decision = %(decision)s
            union all select finished, done, 'done', what from follow_up
                where decision = %(decision)s and done is not null
            union all select position, null, 'review', review from decision_review where decision = %(decision)s
            union all select one.position, one.happened, change || '-by', number::text from decision_change as one
                join decision on decision.id = later where decision = %(decision)s
            union all select one.position, one.happened, change, number::text from decision_change as one
                join decision on decision.id = one.decision where later = %(decision)s
            union all select ruling.position, ruling.happened,
                case when approved then 'approved' else 'refused' end, object
                from agreement_ruling as ruling join agreement on agreement.id = ruling.agreement
                where decision = %(decision)s
            union all select position, null, 'led', effect from trace where cause = 'decision.' || %(decision)s
            union all select position, null, 'came', cause from trace where effect = 'decision.' || %(decision)s
        )
        select position, what, more, written.at as learnt,
            coalesce(happened, (written.at at time zone 'Europe/Paris')::date::text) as happened
        from told join lateral (
            select (convert_from(data, 'UTF8')::jsonb ->> 'at')::timestamptz as at
            from public.record_events_tt_main where id = position
        ) as written on true
        order by 5, position
    """
    return db.execute(sentence, {"decision": decision}).fetchall()
