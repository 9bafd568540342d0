using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Tests.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>What a member of staff does, as the decisions take it.</summary>
internal static class StaffDeeds
{
    private static readonly OpenPoint[] Papers = [new(RuleId.RI, MissMeaning.Evidence, [TestData.Policy.Papers[0].Id])];

    public static ReviewAction ActionOf(StaffDeed deed, SeasonFamily family, Application application) => deed switch
    {
        StaffDeed.Claim => new ReviewAction.Claim(ReviewData.HalfAnHour),
        StaffDeed.Release => new ReviewAction.Release(),
        StaffDeed.ConfirmPolice => Check(Department.Police, RuleId.RI, CheckVerdict.Confirmed, ReasonUse.ConfirmCheck),
        StaffDeed.RejectPolice => Check(Department.Police, RuleId.RI, CheckVerdict.Rejected, ReasonUse.RejectCheck),
        StaffDeed.ConfirmCivilAffairs => Check(Department.CivilAffairs, RuleId.RG, CheckVerdict.Confirmed, ReasonUse.ConfirmCheck),
        StaffDeed.WaiveProperty => Check(Department.Property, family.Waivable, CheckVerdict.Waived, ReasonUse.WaiveCheck),
        StaffDeed.ConfirmSocialSecurity => Check(Department.SocialSecurity, RuleId.R8, CheckVerdict.Confirmed, ReasonUse.ConfirmCheck),
        StaffDeed.EstablishClaimed => new ReviewAction.Establish(family.Claimed, ReviewData.For(ReasonUse.Establish)),
        StaffDeed.EstablishLesser => new ReviewAction.Establish(family.Lesser, ReviewData.For(ReasonUse.Establish)),
        StaffDeed.ProposeLesser => new ReviewAction.ProposeRefusal(RuleId.RI, family.Lesser, ReviewData.For(ReasonUse.Refuse)),
        StaffDeed.ProposeCoordination => new ReviewAction.ProposeRefusal(RuleId.RI, Instead: null, ReviewData.For(ReasonUse.Refuse)),
        StaffDeed.ConfirmRefusal => new ReviewAction.ConfirmRefusal(Note: null),
        StaffDeed.RejectRefusal => new ReviewAction.RejectRefusal(Note: null),
        StaffDeed.AskForPapers => new ReviewAction.AskForPapers(Papers, Message: null),
        StaffDeed.HandOver => new ReviewAction.HandOver(application.Authority is Authority.District ? Authority.Municipal : Authority.District, ReviewData.For(ReasonUse.Transfer)),
        StaffDeed.TransferOut => new ReviewAction.TransferOut("外区", ReviewData.For(ReasonUse.Transfer)),
        StaffDeed.Defer => new ReviewAction.Defer(ReviewData.For(ReasonUse.Defer)),
        StaffDeed.ProposeVoid => new ReviewAction.ProposeVoid(ReviewData.For(ReasonUse.Void)),
        StaffDeed.ConfirmVoid => new ReviewAction.ConfirmVoid(Note: null),
        StaffDeed.RejectVoid => new ReviewAction.RejectVoid(Note: null),
        StaffDeed.Uphold => new ReviewAction.UpholdDecision(ReviewData.For(ReasonUse.Uphold)),
        StaffDeed.ChangeToClaimed => new ReviewAction.ChangeDecision(family.Claimed, ReviewData.For(ReasonUse.Change)),
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };

    private static ReviewAction.DecideCheck Check(Department department, RuleId rule, CheckVerdict verdict, ReasonUse use) => new(department, verdict, [rule], ReviewData.For(use));
}
