using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>A family, the category that two people may give it instead, and whom a corrected name makes the service ask again.</summary>
internal sealed record SeasonFamily(HistoryFamily History, CategoryCode Lesser, bool IsLesserOfTheSameGroup, IReadOnlyList<Department> AskedByName)
{
    public static IReadOnlyList<SeasonFamily> All { get; } =
    [
        new(HistoryFamily.All[0], CategoryCode.ResidentNotConsistent, IsLesserOfTheSameGroup: false, [Department.Police, Department.Property]),
        new(HistoryFamily.All[1], CategoryCode.CollectiveHousehold, IsLesserOfTheSameGroup: true, [Department.Police, Department.Property]),
        new(HistoryFamily.All[2], CategoryCode.FiveDistrictMover, IsLesserOfTheSameGroup: true, [Department.Police]),
        new(HistoryFamily.All[3], CategoryCode.MigrantChild, IsLesserOfTheSameGroup: true, [Department.Police]),
    ];

    /// <summary>The rule about a home that a person may waive: the tenancy is all a mover's rests on, the share of a home is not all of an owner's.</summary>
    public RuleId Waivable => Claimed is CategoryCode.FiveDistrictMover ? RuleId.R7T : RuleId.R5;

    public CategoryCode Claimed => History.Facts.Form.Category;

    /// <summary>The form with the father's name written otherwise.</summary>
    public static ApplicationForm Corrected(ApplicationForm form) =>
        form with { Guardian = form.Guardian with { Name = TestData.Name(form.Guardian.Name.Value == "张父" ? "章父" : "张父") } };

    public override string ToString() => History.ToString();
}

/// <summary>Three of the bureau and one of a school.</summary>
internal static class SeasonPeople
{
    private static readonly Reviewer[] All = [Review.ReviewData.Ann, Review.ReviewData.Ben, Review.ReviewData.Cai, Review.ReviewData.Sue];

    public static int Count => All.Length;

    public static Reviewer Of(int who) => All[who];
}
