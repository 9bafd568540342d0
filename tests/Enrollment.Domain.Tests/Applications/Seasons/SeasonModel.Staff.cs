using Enrollment.Domain.Applications;
using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Applications.ApplicationStatus;
using Kind = Enrollment.Domain.Applications.ApplicationEventKind;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>What members of staff do: only who holds the case acts, two people refuse or void, and who decided before answers no objection.</summary>
internal sealed partial class SeasonModel
{
    private static readonly StaffDeed[] ForSchools =
    [
        StaffDeed.Claim, StaffDeed.Release, StaffDeed.ConfirmPolice, StaffDeed.RejectPolice, StaffDeed.ConfirmCivilAffairs, StaffDeed.WaiveProperty,
        StaffDeed.ConfirmSocialSecurity, StaffDeed.ProposeLesser, StaffDeed.ProposeCoordination, StaffDeed.AskForPapers,
    ];

    public Authority Authority { get; private set; } = Authority.District;

    public IReadOnlyList<Kind>? Act(string who, bool isOfSchool, StaffDeed deed, long now)
    {
        if (deed is StaffDeed.Claim)
            return Tell(!IsOver && (!Desk.IsHeld(now) || Desk.Holder == who), () => Desk.Claim(who, now));
        if (!Desk.IsHeldBy(who, now) || (isOfSchool && !ForSchools.Contains(deed)))
            return null;
        if (deed is StaffDeed.Release)
            return Tell(isPossible: true, Desk.Release);
        return IsOver ? null : deed switch
        {
            StaffDeed.ConfirmPolice => Check(Department.Police, Known, who, now),
            StaffDeed.RejectPolice => Check(Department.Police, said => Known(said) is Word.Good ? Word.Bad : Word.NoRecord, who, now),
            StaffDeed.ConfirmCivilAffairs => Check(Department.CivilAffairs, _ => Word.Good, who, now),
            StaffDeed.WaiveProperty => Check(Department.Property, said => family.Claimed is CategoryCode.FiveDistrictMover ? Word.Good : said ?? Word.NoRecord, who, now),
            StaffDeed.ConfirmSocialSecurity => Check(Department.SocialSecurity, said => family.Claimed is CategoryCode.MigrantChild ? said ?? Word.NoRecord : Word.Good, who, now),
            StaffDeed.EstablishClaimed => Establish(family.Claimed, isFavor: true, who, now),
            StaffDeed.EstablishLesser => Establish(family.Lesser, family.IsLesserOfTheSameGroup, who, now),
            StaffDeed.ProposeLesser => Propose(isLesser: true, who),
            StaffDeed.ProposeCoordination => Propose(isLesser: false, who),
            StaffDeed.ConfirmRefusal => Refuse(who, now),
            StaffDeed.RejectRefusal => Tell(MayBeSecond(who), () =>
            {
                Desk.DecidedAndReleased(who);
                Desk.DropRefusal();
                _told.Add(Kind.RefusalRejected);
            }),
            StaffDeed.AskForPapers => Tell(Status is UnderReview, () =>
            {
                Desk.DecidedAndReleased(who);
                Desk.DropRefusal();
                AskForPapers(now);
                Extend(now);
            }),
            StaffDeed.HandOver => Tell(isPossible: true, () =>
            {
                Authority = Authority is Authority.District ? Authority.Municipal : Authority.District;
                Desk.HandedOver();
                Touch(now);
                _told.Add(Kind.Transferred);
            }),
            StaffDeed.TransferOut => Tell(isPossible: true, () =>
            {
                Status = Transferred;
                Desk.HandedOver();
                _told.Add(Kind.Transferred);
            }),
            // None of these families asked for a deferral.
            StaffDeed.Defer => null,
            StaffDeed.ProposeVoid => Tell(Desk.VoidBy is null, () =>
            {
                Desk.ProposeVoid(who);
                Touch(now);
                _told.Add(Kind.VoidingProposed);
            }),
            StaffDeed.ConfirmVoid => Void(who, now),
            StaffDeed.RejectVoid => Tell(Desk.VoidBy is { } first && first != who, () =>
            {
                Desk.DecidedAndReleased(who);
                Desk.DropVoid();
                Touch(now);
                _told.Add(Kind.VoidingRejected);
            }),
            StaffDeed.Uphold => Tell(Desk.MayDecideObjection(who), () =>
            {
                Desk.Answered(who);
                _told.Add(Kind.ObjectionAnswered);
            }),
            StaffDeed.ChangeToClaimed => Tell(Desk.MayDecideObjection(who) && Established != family.Claimed, () =>
            {
                Desk.Answered(who);
                (Status, Established) = (Status is Offered or Confirmed ? Status : Verified, family.Claimed);
                Rest();
                _told.AddRange([Kind.ObjectionAnswered, Kind.CategoryEstablished]);
            }),
            _ => throw new ArgumentOutOfRangeException(nameof(deed)),
        };
    }

    /// <summary>The parent asks for a second review.</summary>
    public IReadOnlyList<Kind>? Object(long now) => Tell(!IsOver && !IsBeingVerified && Status is not Submitted && Desk.MayObject(now), () =>
    {
        Desk.Object();
        _told.Add(Kind.ObjectionRaised);
    });

    // A person vouches for one rule: for what else rests on the department, its own word counts, or nothing where it said none.
    private List<Kind>? Check(Department department, Func<Word?, Word> word, string who, long now) => Tell(Status is UnderReview && ClerkOf(department) is not null, () =>
    {
        ClerkOf(department)!.Decide(word(ClerkOf(department)!.Usable), now);
        Desk.Decided(who);
        Desk.DropRefusal();
        _told.Add(Kind.CheckDecided);
        Close(now);
    });

    private static Word Known(Word? said) => said is Word.Good or Word.Bad ? Word.Good : Word.NoRecord;

    private List<Kind>? Establish(CategoryCode category, bool isFavor, string who, long now) => Tell(Status is UnderReview && isFavor, () =>
    {
        (Status, Established) = (Verified, category);
        Desk.DecidedForGood(who, now);
        Rest();
        _told.Add(Kind.CategoryEstablished);
    });

    private List<Kind>? Propose(bool isLesser, string who) => Tell(Status is UnderReview && Desk.RefusalBy is null, () =>
    {
        Desk.ProposeRefusal(who, isLesser);
        _told.Add(Kind.RefusalProposed);
    });

    private List<Kind>? Refuse(string who, long now) => Tell(MayBeSecond(who), () =>
    {
        (Status, Established) = Desk.IsRefusalLesser ? (Verified, family.Lesser) : (AwaitingCoordination, (CategoryCode?)null);
        _told.AddRange([Kind.ClaimRefused, Desk.IsRefusalLesser ? Kind.CategoryEstablished : Kind.SentToCoordination]);
        Desk.DecidedForGood(who, now);
        Rest();
    });

    private List<Kind>? Void(string who, long now) => Tell(Desk.VoidBy is { } first && first != who, () =>
    {
        _told.AddRange(Status is Offered or Confirmed ? [Kind.Voided, Kind.OfferRevoked, Kind.SentToCoordination] : [Kind.Voided, Kind.SentToCoordination]);
        (Status, Established) = (AwaitingCoordination, null);
        Desk.DecidedForGood(who, now);
        Desk.DropVoid();
        Rest();
    });

    private bool MayBeSecond(string who) => Status is UnderReview && Desk.RefusalBy is { } first && first != who;

    // Until it is planned, an application is looked at so long after whatever happened to it last.
    private void Touch(long now) => _planned = Status is Submitted ? now : _planned;
}
