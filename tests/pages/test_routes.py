"""Every route with every kind of visitor, from the route table itself: a route that is not listed here fails."""

import re
from collections.abc import Iterator

import pytest

from governance.membership.adviser_facts import AdviserInvited, Scope
from governance.membership.facts import MemberAdmitted
from governance.words import Day, Office
from tests.coop import adopted, scic
from tests.site import Site
from web.app import ROUTES
from web.counter import Page
from web.members import today
from web.visitor import board, everybody, members_and_officers, officers, secretariat, signed_in

VISITORS = {
    "nobody": (),
    "stranger": (),
    "member": (),
    "auditor": (Office.AUDITOR,),
    "board": (Office.BOARD,),
    "chair": (Office.CHAIR,),
    "secretary": (Office.SECRETARY,),
}
MAY_READ = {
    everybody: set(VISITORS),
    signed_in: set(VISITORS) - {"nobody"},
    members_and_officers: set(VISITORS) - {"nobody", "stranger"},
    officers: {"auditor", "board", "chair", "secretary"},
    board: {"board", "chair", "secretary"},
    secretariat: {"chair", "secretary"},
}
LISTED = {
    everybody: "public_report calendar signin code entrance mailbox letter enclosure verify_dossier verifier "
    "published_dossier published_file published_summary journal journal_note journal_dated "
    "witnesses witnessed_checkpoint answer_anonymously questionnaire_thanks newsletter leave_news hearing "
    "public public_directory public_directory_file public_organisation vcard contribute contribution",
    signed_in: "home finish_mine signout space my_copy ask_correction ask_erasure my_sheet my_bank my_certificate "
    "my_calendar close_calendar prioritisation live_notes notes_file place_note take_note_back "
    "questionnaire answer_questionnaire my_news totals_file show_mine retention",
    members_and_officers: """
        agreements agreements_file decisions_file votes_register votes_register_file
        capital movements movements_file
        members members_file periods periods_file statutes version statutes_file
        filed_statutes differences statutes_paper
        deliberations deliberation deliberation_file answer_deliberation lift_objection
        election election_file count_urns amendments lay_amendment
        meeting_document
        year organs points request_my_point join_point
        assemblies assembly roll live_quorum sign_mine leave_mine my_proxy take_back proxy_paper minutes_edition
        fill_my_form form_paper answer
        past_minutes_file signed_minutes minutes_text narrative agree_narrative solidity solidity_paper live screen
        vote receipt vote_file urns decisions decision dossiers label
        projects project choices choice roadmap drift roadmap_paper roadmap_file budget_file measures_file milestone
        network trace another_day decision_changes document vision pole pole_file journal_proof chronicle
        gathering report_paper report_text gathering_paper group actions action my_help withdraw_my_help finish_action
        gatherings_file groups_file actions_file directory directory_file directory_map catalogue_map organisation
        cards cards_file catalogue catalogue_file card write_card correct_card move_card lend
        join_card quit_card agenda prioritisations questionnaires round_table newsletters discussions discussion
        advisers
        hearings pinned_cards group_story speaking_mandates mandate report_mandate
        revision revision_report finding
        project_reports project_report project_report_paper project_report_text project_report_words
    """,
    officers: """
        preparation dispatched dispatched_file posting_slips
        closing closing_file closing_journal_file appropriation appropriation_file
        member_changes account holders holders_file queue calls debts
        member legal_register dues mandates mandates_file piece dossier dossier_file dossier_date dossier_summary
        compare_dossiers
    """,
    board: """
        apply_again admit reject move change_category absences requests request
        start_project plan_milestone plan_again postpone reach link unlink deliver
        answer_finding reopen_finding tell_project
        join_pole leave_pole move_project take_part end_part give_opinion set_budget_line budget_line change_budget_line
        set_indicator take_measure strike_entry lay_choice change_choice remark choose_option
        new_deliberation open_deliberation type_answer deliberation_round close_deliberation
        form_group report_meeting report_survey state_vision propose
        contributions accept_contribution refuse_contribution
        introduce close_introduction cancel_loan bring_cards
        open_prioritisation enter_papers close_prioritisation group_notes quote_figures retain_ideas
        plan_gathering change_gathering cancel_gathering invite hold_gathering who_came strike_attendance
        note_live paste_notes read_source close_point correct_topic list_paper publish_report send_report
        rename_group pace_group group_member give_pack
        open_hearing change_hearing close_hearing blank_notes give_mandate change_mandate close_discussion
        set_action change_action offer_help withdraw_help do_share give_action_up
        open_questionnaire count_asked send_questionnaire enter_response publish_questionnaire responses_file
    """,
    secretariat: """
        invite_adviser revoke_adviser
        register_person contact agree_to_notice withdraw_agreement name_guardian reach_majority give_alias merge
        correct_organisation bank note_quality affiliate show_hers
        accord_there compose_newsletter change_newsletter send_newsletter publish_newsletter her_news
        hide_remark
        updates open_update update find_coupon coupon update_letters remind_update close_update
        takeovers takeover confirm_takeover give_up_takeover past_minutes
        keep_past_minutes past_mandates take_mandates
        erase represent print_code take_office leave_office
        newcomer new_organisation paper welcome_paper to_report refuse_ratification state_absence
        withdraw withdraw_application take_back_withdrawal redate_admission name_heirs
        propose_exclusion hear set_exclusion_aside exclude
        transfer exchange ask_back continue_register call_capital formal_notice give_up
        cancel_shares record_cancellation value_share reimburse
        find_loss schedule_reimbursement return_reimbursement
        send_certificates mailing mailing_paper
        call_dues dues_year dues_year_file reminders pay_dues waive_dues
        reckon_result appropriate certificate certificates statement
        apply_person apply_organisation leave subscribe pay adopt_statutes describe_cooperative logos logo remove_logo
        check_statutes drafts draft drop_draft draft_file draft_paper what_if file_statutes mark_statutes_read
        set_year_end discharge_duty duty_paper
        chain filled_powers
        rank_amendments withdraw_amendment
        open_election part_tie close_election reckon_election next_round record_election
        plan_assembly change_assembly second_call table_resolution withdraw_resolution convene notices notice_paper
        letters_paper post_letters track_letters note_return prove_posting
        lay_document set_piece_aside request_point answer_point table_revocation
        attendance sign hand_over leave_meeting proxies withdraw_proxy sheet_paper case_paper
        keep_sheet signed_sheet note_incident on_paper
        open_session adjourn close_session minutes minutes_draft minutes_sheets
        sign_minutes write_narrative approve_narrative
        follow_up finish_follow_up review_decision change_decision
        vote_forms fill_form consultation enter_answers
        open_vote hands ticks close_vote count_vote publish_detail accord correct_decision decide_vote
        record_agreement submit_agreement rule_on_agreement
        pursue_label pursue_own_label attach_piece compose_dossier seal_dossier disclose take_back_disclosure
        publish_dossier end_publication hand_dossier
        name_witness accept_log dismiss_witness drop_log post_heads
        name_reviser receive_report open_report discuss_report raise_finding close_finding follow_breach state_result
        attach_project_report
    """,
}
PARAMETER = re.compile(r"\{\w+(:int)?\}")
PAGES = [route for route in ROUTES if isinstance(route, Page)]


def test_every_route_is_listed_with_who_may_ask_for_it():
    listed = {name: readers for readers, names in LISTED.items() for name in names.split()}

    assert {page.name: page.readers for page in PAGES} == listed


@pytest.fixture(scope="module")
def site(module_site: Site) -> Site:
    site = module_site
    site.given(adopted(scic()))
    for who, offices in VISITORS.items():
        if who != "nobody":
            site.person(who, who.capitalize(), *offices)
    site.given(MemberAdmitted("member", "benevoles", "benevoles", Day("2021-01-01")))
    return site


@pytest.fixture(scope="module")
def browsers(site: Site) -> dict:
    return {who: site.browser(None if who == "nobody" else who) for who in VISITORS}


def asked() -> Iterator[tuple[Page, str]]:
    for page in (page for page in PAGES if page.name != "signout"):  # it would sign everybody out: see test_signin
        for verb in sorted((page.methods or set()) - {"HEAD"}):
            yield pytest.param(page, verb, id=f"{verb} {page.path}")


@pytest.mark.parametrize(("route", "verb"), asked())
def test_who_may_not_read_is_turned_away_and_who_may_is_not(site: Site, browsers, route, verb):
    path = site.at(PARAMETER.sub(lambda found: "1" if found[1] else "nothing", route.path))

    for who, browser in browsers.items():
        answer = browser.request(
            verb, path, data={"gesture": "0" * 32} if verb == "POST" else None, follow_redirects=False
        )
        turned_away = answer.status_code == 403 or "/connexion?" in answer.headers.get("location", "")
        expected = who not in MAY_READ[route.readers]
        assert turned_away == expected or (expected and answer.headers.get("location", "").endswith("/connexion")), (
            who,
            answer.status_code,
        )
        assert answer.status_code < 500, (who, answer.status_code)


def test_whoever_was_invited_to_read_writes_nowhere(site: Site):
    site.person("adviser", "Agathe")
    invited = AdviserInvited("i1", "adviser", "Union", Scope.AUDIT, today(), Day("2099-01-01"))
    site.given(invited)
    browser, writing = site.browser("adviser"), [one for one in PAGES if "POST" in one.methods]
    theirs = [one for one in writing if one.readers is not everybody and one.name != "signout"]
    paths = [site.at(PARAMETER.sub(lambda found: "1" if found[1] else "nothing", one.path)) for one in theirs]

    answers = {path: browser.post(path, data={"gesture": "0" * 32}, follow_redirects=False) for path in paths}

    assert [path for path, answer in answers.items() if answer.status_code != 403] == []


@pytest.mark.parametrize("route", [pytest.param(page, id=page.path) for page in PAGES])
def test_a_wrong_verb_is_refused_and_the_right_ones_named(site: Site, browsers, route):
    path = site.at(PARAMETER.sub(lambda found: "1" if found[1] else "nothing", route.path))

    answer = browsers["secretary"].delete(path)

    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == route.methods
