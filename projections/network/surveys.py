"""The register of questionnaires: what is asked, to whom it was sent, who answered, and the answers."""

from psycopg import Connection
from psycopg.rows import DictRow

from governance.network.facts import SurveyId
from governance.network.survey_facts import (
    AskedCounted,
    QuestionnaireAnswered,
    QuestionnaireOpened,
    QuestionnairePublished,
    QuestionnaireSent,
)
from governance.words import Day, PersonId
from projections.register import Register

surveys = Register(
    name="surveys",
    schema="""
        create table questionnaire (
            id         text primary key,
            title      text not null,
            purpose    text not null,
            questions  jsonb not null,
            population bigint not null,
            unit       text not null,
            named      boolean not null,
            happened   text not null,
            published  text,
            position   bigint not null
        );
        create table questionnaire_sent (
            survey   text not null,
            person   text not null,
            happened text not null,
            position bigint not null
        );
        create index questionnaire_sent_survey on questionnaire_sent (survey, person);
        create table response (
            id       text primary key,
            survey   text not null,
            answers  jsonb not null,
            person   text,
            paper    boolean not null,
            happened text not null,
            position bigint not null
        );
        create index response_survey on response (survey, position);
    """,
    sentences={
        QuestionnaireOpened: """
            insert into questionnaire
            select survey, title, purpose, questions, population, unit, named, "on", null, position from {facts}
        """,
        AskedCounted: """
            update questionnaire set population = last.population
            from (select distinct on (survey) * from {facts} order by survey, position desc) as last
            where questionnaire.id = last.survey
        """,
        QuestionnaireSent: """
            insert into questionnaire_sent
            select survey, one, "on", position from {facts}, jsonb_array_elements_text(people) as each(one)
        """,
        QuestionnaireAnswered: """
            insert into response select response, survey, answers, person, paper, "on", position from {facts}
        """,
        QuestionnairePublished: """
            update questionnaire set published = fact."on" from {facts} where questionnaire.id = fact.survey
        """,
    },
)


def every(db: Connection[DictRow]) -> list[DictRow]:
    """The questionnaires with how many answered each, the latest first."""
    sentence = """
        select questionnaire.*, (select count(*) from response where survey = questionnaire.id) as respondents
        from questionnaire order by happened desc, position desc
    """
    return db.execute(sentence).fetchall()


def of(db: Connection[DictRow], survey: SurveyId) -> DictRow | None:
    return db.execute("select * from questionnaire where id = %s", [survey]).fetchone()


def responses(db: Connection[DictRow], survey: SurveyId) -> list[DictRow]:
    """What each respondent said, as they came."""
    return db.execute("select * from response where survey = %s order by position", [survey]).fetchall()


def asked(db: Connection[DictRow], survey: SurveyId) -> list[DictRow]:
    """The people to whom it was sent: since when, how often, and whether each answered a named one."""
    sentence = """
        select person.id, person.name, min(happened) as since, count(*) as times, exists (
            select from response where survey = %(survey)s and response.person = sent.person
        ) as answered
        from questionnaire_sent as sent join person on person.id = sent.person
        where survey = %(survey)s group by person.id, person.name, sent.person order by person.name, person.id
    """
    return db.execute(sentence, {"survey": survey}).fetchall()


def has_answered(db: Connection[DictRow], survey: SurveyId, person: PersonId) -> bool:
    sentence = "select from response where survey = %s and person = %s"
    return db.execute(sentence, [survey, person]).fetchone() is not None


def is_asked(db: Connection[DictRow], survey: SurveyId, person: PersonId) -> bool:
    sentence = "select from questionnaire_sent where survey = %s and person = %s"
    return db.execute(sentence, [survey, person]).fetchone() is not None


def due(db: Connection[DictRow], day: Day) -> list[DictRow]:
    """The letters that should leave: one a person and a sending, while it is open and she has not answered."""
    sentence = """
        select 'questionnaire' as purpose, sent.person as recipient, sent.survey as subject, sent.position
        from questionnaire_sent as sent
        join questionnaire on questionnaire.id = sent.survey and published is null
        join person on person.id = sent.person and email is not null
        where sent.happened <= %(day)s and not exists (
            select from response where response.survey = sent.survey and response.person = sent.person
        )
    """
    return db.execute(sentence, {"day": str(day)}).fetchall()
