"""Every act by its name: what a file of gestures may ask, which is what the pages ask."""

from collections.abc import Mapping
from typing import Any

from governance.assembly.absence import StateAbsence, WarnOfAbsence
from governance.assembly.attendance import EndAttendance, EndMyAttendance, SignAttendance, SignMyAttendance
from governance.assembly.convene import Convene
from governance.assembly.dispatch import NoteReturn, PostNotices, PostRegistered
from governance.assembly.follow import FollowMovements
from governance.assembly.lay import SetPieceAside
from governance.assembly.narrative import ApproveNarrativeAsChair
from governance.assembly.notices import HandOverNotice, RecordDelivery
from governance.assembly.paper_register import EnterSheets
from governance.assembly.plan import PlanAssembly
from governance.assembly.proxies import GiveMyProxy, GiveProxy, GiveProxyDespite, WithdrawMyProxy, WithdrawProxy
from governance.assembly.requests import AnswerPoint, JoinPoint, RequestMyPoint, RequestPoint
from governance.assembly.session import Adjourn, OpenSession, OpenSessionDespite
from governance.assembly.sheet import NoteIncident
from governance.assembly.table import TableResolution, TableRevocation, WithdrawResolution
from governance.assembly.year_end import DischargeDuty, SetYearEnd
from governance.capital.appropriate import AppropriateResult
from governance.capital.ask_back import AskReimbursement
from governance.capital.call import CallCapital
from governance.capital.cancel import CancelShares, RecordCancellation
from governance.capital.certify import SendCertificates
from governance.capital.default import GiveUpRecovery, SendFormalNotice
from governance.capital.exchange import ExchangeShares
from governance.capital.later_losses import FindLoss, ReturnReimbursement
from governance.capital.pay import Pay
from governance.capital.reimburse import Reimburse, ScheduleReimbursement
from governance.capital.subscribe import Subscribe
from governance.capital.take_over import ContinueRegister, TakeOverShares
from governance.capital.transfer import TransferShares
from governance.capital.value import ValueShare
from governance.capital.watch import WatchInvariants
from governance.decision.adopt import AdoptStatutes
from governance.decision.agreement import RecordAgreement, RuleOnAgreement, SubmitAgreement
from governance.decision.approve import ApproveNarrative
from governance.decision.change import ChangeDecision, SetReview
from governance.decision.correct import CorrectDecision
from governance.decision.elect import RecordElection
from governance.decision.exclude import Exclude
from governance.decision.follow import FinishFollowUp, FinishMyFollowUp, SetFollowUp
from governance.decision.part_tie import PartTie
from governance.decision.reach_accord import ReachAccord
from governance.decision.record import RecordAccord, RecordVotedDecision
from governance.dues.collect import CallDues, PayDues, RemindDues, WaiveDues
from governance.evidence.deliver import DeliverDocument
from governance.evidence.disclose import ChooseDisclosure
from governance.evidence.discuss import CloseDiscussion, HideRemark, MakeRemark
from governance.evidence.find import AnswerFinding, CloseFinding, RaiseFinding, ReopenFinding
from governance.evidence.follow_breach import FollowBreach
from governance.evidence.hand import HandDossier
from governance.evidence.link import Link, Unlink
from governance.evidence.name_reviser import NameReviser
from governance.evidence.publish import EndPublication, PublishDossier
from governance.evidence.pursue import PursueLabel
from governance.evidence.report_revision import DiscussReport, OpenReport
from governance.evidence.state_result import StateYearResult
from governance.evidence.tell_project import TellProject
from governance.evidence.witness import AcceptLog, DismissWitness, DropLog, NameWitness, PostHeads
from governance.membership.admit import Admit, Reject
from governance.membership.adviser import InviteAdviser, RevokeAdviser, VisitAsAdviser
from governance.membership.alias import GiveAlias
from governance.membership.apply import ApplyAgain, ApplyAsOrganisation, ApplyAsPerson
from governance.membership.bank import GiveBankAccount, GiveMyBankAccount
from governance.membership.consent import AgreeToMyNotice, AgreeToNotice, WithdrawAgreement, WithdrawMyAgreement
from governance.membership.exclude import HearMember, ProposeExclusion, SetExclusionAside
from governance.membership.heirs import NameHeirs
from governance.membership.leave import Leave, NotifyWithdrawal
from governance.membership.minor import NameGuardian, ReachMajority
from governance.membership.move import ChangeCategory, ChangeCollege
from governance.membership.office import LeaveOffice, TakeOffice
from governance.membership.organisation import CorrectOrganisation
from governance.membership.person import ChangeContact, ChangeMyContact, NameRepresentative, RegisterPerson
from governance.membership.ratify import Ratify, RefuseRatification, ReportRejection
from governance.membership.show_contact import ShowContact, ShowMyContact
from governance.membership.take_back import RedateAdmission, TakeBackWithdrawal, WithdrawApplication
from governance.membership.take_over import TakeOverOrganisation, TakeOverPerson
from governance.membership.tie import Affiliate, NoteQuality
from governance.membership.update import CloseUpdate, ConfirmMySheet, ConfirmSheet, OpenUpdate, RemindOfUpdate
from governance.network.act import (
    DoShare,
    FinishAction,
    FinishMyAction,
    GiveActionUp,
    OfferHelp,
    OfferMyHelp,
    SetAction,
    WithdrawHelp,
    WithdrawMyHelp,
)
from governance.network.form_group import FormGroup
from governance.network.hear import CloseHearing, OpenHearing
from governance.network.hold_meeting import HoldMeeting, NoteAttendance, StrikeAttendance
from governance.network.introduce import CloseIntroduction, Introduce
from governance.network.join import JoinCard, JoinForMe, QuitCard, QuitForMe
from governance.network.keep_card import CorrectCard, CorrectMyCard, MoveCard, MoveMyCard, WriteCard, WriteMyCard
from governance.network.lead_group import GivePack, NoteGroupMember, PaceGroup, RenameGroup
from governance.network.lend import BorrowForMe, CancelLoan, Lend
from governance.network.newsletter import ComposeNewsletter, PublishNewsletter, SendNewsletter
from governance.network.note_meeting import ClosePoint, LeavePointOpen, ListPaper, NoteTopic
from governance.network.plan_meeting import CancelMeeting, InviteToMeeting, PlanMeeting
from governance.network.prioritise import (
    ClosePrioritisation,
    EnterPapers,
    OpenPrioritisation,
    PlaceNote,
    TakeBackMyNote,
    TakeBackPaper,
)
from governance.network.propose import Propose
from governance.network.read_source import ReadSource
from governance.network.report_meeting import ReportMeeting
from governance.network.report_survey import ReportSurvey
from governance.network.round_table import GoRound
from governance.network.sort_notes import GroupNotes, QuoteFigures, RetainIdeas
from governance.network.speak_for import GiveMandate, ReportMandate, ReportMyMandate
from governance.network.state_vision import StateVision
from governance.network.survey import (
    AnswerAnonymously,
    AnswerQuestionnaire,
    CountAsked,
    EnterResponse,
    OpenQuestionnaire,
    PublishQuestionnaire,
    SendQuestionnaire,
)
from governance.network.tell_meeting import PublishReport, SendReport
from governance.network.want_news import DeclineMyNews, DeclineNews, WantMyNews, WantNews
from governance.project.account import NoteAmount, SetBudgetLine, SetIndicator, StrikeEntry, TakeMeasure
from governance.project.choose import ChooseOption, LayChoice, MakeRemarks
from governance.project.lead import EndPart, GiveOpinion, MoveProject, TakePartIn
from governance.project.plan import PlanMilestone
from governance.project.pole import JoinPole, LeavePole
from governance.project.postpone import PostponeMilestone
from governance.project.reach import ReachMilestone
from governance.project.start import StartProject
from governance.rights.correct import AnswerCorrection, RequestCorrection
from governance.rights.erase import DecideErasure, RequestErasure, RequestMyErasure
from governance.rights.merge import MergePersons
from governance.statutes.logos import KeepLogo, RemoveLogo
from governance.statutes.open import DescribeCooperative, MentionFunders, OpenRecord
from governance.statutes.vouch import MarkStatutesRead
from governance.vote.again import ConsultAgain
from governance.vote.amend import LayAmendment, LayMyAmendment, RankAmendments, WithdrawAmendment
from governance.vote.bulletins import CountBulletins, CountMyBulletins, Emarge
from governance.vote.cast import CastBallots, EnterAnswers
from governance.vote.close import CloseVote, CountVote
from governance.vote.consult import EndConsultation, OpenConsultation
from governance.vote.deliberate import CloseDeliberation, LiftMyObjection, LiftObjection, OpenDeliberation, OpenRound
from governance.vote.detail import PublishDetail
from governance.vote.elect import CloseElection, OpenElection, OpenElectionDespite, OpenNextRound
from governance.vote.forms import FillForm, FillMyForm
from governance.vote.hands import CountHands
from governance.vote.open import OpenVote, OpenVoteDespite
from governance.vote.session import CloseSession
from governance.vote.take_part import TakePart, TakePartMyself
from governance.vote.urns import CountElection, CountMyUrns, CountUrns

ACTS: Mapping[str, type[Any]] = {
    act.__name__: act
    for act in (
        *(OpenRecord, DescribeCooperative, MentionFunders, KeepLogo, RemoveLogo, AdoptStatutes, MarkStatutesRead),
        *(RegisterPerson, ChangeContact, NameRepresentative, TakeOffice, LeaveOffice),
        *(ShowContact, ShowMyContact),
        *(InviteAdviser, RevokeAdviser, VisitAsAdviser),
        *(AgreeToNotice, WithdrawAgreement, NameGuardian, ReachMajority, GiveAlias, MergePersons, CorrectOrganisation),
        *(ChangeMyContact, AgreeToMyNotice, WithdrawMyAgreement, GiveBankAccount, GiveMyBankAccount),
        *(NoteQuality, Affiliate, OpenUpdate, ConfirmSheet, ConfirmMySheet, RemindOfUpdate, CloseUpdate),
        *(TakeOverPerson, TakeOverOrganisation),
        *(ApplyAsPerson, ApplyAsOrganisation, ApplyAgain, Admit, Reject, Ratify, RefuseRatification, ReportRejection),
        *(ChangeCollege, ChangeCategory, NotifyWithdrawal, Leave, WarnOfAbsence, StateAbsence),
        *(FollowMovements, WatchInvariants),
        *(WithdrawApplication, TakeBackWithdrawal, RedateAdmission, NameHeirs),
        *(ProposeExclusion, HearMember, SetExclusionAside, Exclude),
        *(CallDues, PayDues, WaiveDues, RemindDues),
        *(Subscribe, Pay, CallCapital, SendFormalNotice, GiveUpRecovery, TransferShares, ExchangeShares),
        *(AskReimbursement, CancelShares, RecordCancellation, ValueShare, Reimburse, AppropriateResult),
        *(ScheduleReimbursement, FindLoss, ReturnReimbursement, SendCertificates),
        *(ContinueRegister, TakeOverShares),
        *(
            PlanAssembly,
            SetYearEnd,
            DischargeDuty,
            TableResolution,
            WithdrawResolution,
            Convene,
            RecordDelivery,
            HandOverNotice,
        ),
        *(SetPieceAside, RequestPoint, RequestMyPoint, JoinPoint, AnswerPoint, TableRevocation),
        *(PostNotices, PostRegistered, NoteReturn),
        *(SignAttendance, EndAttendance, SignMyAttendance, EndMyAttendance, NoteIncident),
        *(
            GiveProxy,
            GiveProxyDespite,
            WithdrawProxy,
            GiveMyProxy,
            WithdrawMyProxy,
            OpenSession,
            OpenSessionDespite,
            Adjourn,
            CloseSession,
        ),
        *(
            OpenVote,
            OpenVoteDespite,
            CastBallots,
            CountHands,
            Emarge,
            CountBulletins,
            CountMyBulletins,
            CloseVote,
            CountVote,
        ),
        PublishDetail,
        *(FillForm, FillMyForm, ConsultAgain, OpenConsultation, EnterAnswers, EndConsultation),
        *(OpenDeliberation, TakePart, TakePartMyself, OpenRound, LiftObjection, LiftMyObjection, CloseDeliberation),
        *(LayAmendment, LayMyAmendment, RankAmendments, WithdrawAmendment),
        *(
            OpenElection,
            OpenElectionDespite,
            OpenNextRound,
            CloseElection,
            CountUrns,
            CountMyUrns,
            CountElection,
            PartTie,
            RecordElection,
        ),
        *(RecordVotedDecision, RecordAccord, CorrectDecision, RecordAgreement, SubmitAgreement, RuleOnAgreement),
        *(ApproveNarrative, ApproveNarrativeAsChair),
        *(EnterSheets, SetFollowUp, FinishFollowUp, FinishMyFollowUp, SetReview, ChangeDecision),
        *(FormGroup, ReportMeeting, ReportSurvey, StateVision, Propose),
        *(PlanMeeting, CancelMeeting, InviteToMeeting, HoldMeeting, NoteAttendance, StrikeAttendance),
        *(NoteTopic, LeavePointOpen, ClosePoint, ReachAccord, ListPaper, PublishReport, SendReport),
        *(RenameGroup, PaceGroup, NoteGroupMember, GivePack),
        *(
            SetAction,
            OfferHelp,
            OfferMyHelp,
            WithdrawHelp,
            WithdrawMyHelp,
            DoShare,
            FinishAction,
            FinishMyAction,
            GiveActionUp,
        ),
        *(WriteCard, WriteMyCard, CorrectCard, CorrectMyCard, MoveCard, MoveMyCard),
        *(OpenPrioritisation, PlaceNote, TakeBackMyNote, EnterPapers, TakeBackPaper, ClosePrioritisation),
        *(GroupNotes, QuoteFigures, RetainIdeas, GoRound, ReadSource),
        *(OpenQuestionnaire, CountAsked, SendQuestionnaire, AnswerQuestionnaire, AnswerAnonymously),
        *(EnterResponse, PublishQuestionnaire),
        *(OpenHearing, CloseHearing),
        *(GiveMandate, ReportMandate, ReportMyMandate),
        *(ComposeNewsletter, SendNewsletter, PublishNewsletter, WantNews, WantMyNews, DeclineNews, DeclineMyNews),
        *(Introduce, CloseIntroduction, Lend, BorrowForMe, CancelLoan, JoinCard, JoinForMe, QuitCard, QuitForMe),
        *(StartProject, PlanMilestone, PostponeMilestone, ReachMilestone),
        *(
            MoveProject,
            TakePartIn,
            EndPart,
            GiveOpinion,
            SetBudgetLine,
            NoteAmount,
            SetIndicator,
            TakeMeasure,
            StrikeEntry,
        ),
        *(LayChoice, MakeRemarks, ChooseOption, JoinPole, LeavePole),
        *(NameReviser, OpenReport, DiscussReport, FollowBreach, StateYearResult, TellProject),
        *(NameWitness, DismissWitness, AcceptLog, DropLog, PostHeads),
        *(RaiseFinding, AnswerFinding, CloseFinding, ReopenFinding),
        *(PublishDossier, EndPublication, HandDossier),
        *(PursueLabel, ChooseDisclosure, Link, Unlink, DeliverDocument, MakeRemark, HideRemark, CloseDiscussion),
        *(RequestErasure, RequestMyErasure, DecideErasure, RequestCorrection, AnswerCorrection),
    )
}
