using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Applications.Siblings;

/// <summary>An application by the household its child is registered in: what brothers and sisters are found by (R12).</summary>
/// <param name="Application">The application.</param>
/// <param name="IntakeYear">The year it is for; children of different years are not placed together.</param>
/// <param name="HouseholdNo">The household's number in the register.</param>
/// <param name="ChildIdNo">The child's number.</param>
/// <param name="BirthDate">The child's birth date as stated.</param>
/// <param name="Relation">What the child is to the householder.</param>
/// <param name="Guardians">The numbers of the guardians stated: the applicant and, where stated, the other.</param>
public sealed record HouseholdEntry(ApplicationId Application, int IntakeYear, string HouseholdNo, string ChildIdNo, DateOnly BirthDate,
    HouseholdRelation Relation, IReadOnlySet<string> Guardians)
{
    /// <summary>The application's number and nobody's.</summary>
    public override string ToString() => $"HouseholdEntry {{ {Application} }}";

    /// <summary>
    /// The application's entry, live or not; null when police have not answered on the household, when the register names the child in no
    /// household or in several, or in a collective one (集体户), where strangers share a book.
    /// </summary>
    public static HouseholdEntry? Of(Application application)
    {
        if (application.CheckOf(Department.Police)?.Answer?.Report is not { } report)
            return null;
        var child = application.Form.Child;
        var entries = report.Items.OfType<HouseholdItem>()
            .SelectMany(household => household.Members.Where(member => Same(member.IdNo, child.Document.Number)).Select(member => (Household: household, Member: member)))
            .ToList();
        return entries is [{ Household.Type: HouseholdType.Family } entry]
            ? new HouseholdEntry(application.Id, application.Form.IntakeYear, entry.Household.HouseholdNo, child.Document.Number, child.BirthDate,
                entry.Member.Relation, application.Form.Guardians.Select(guardian => guardian.Document.Number).ToHashSet(StringComparer.Ordinal))
            : null;
    }

    /// <summary>True while the application may still lead to a place.</summary>
    public static bool IsLive(ApplicationStatus status) =>
        status is not (ApplicationStatus.Draft or ApplicationStatus.Withdrawn or ApplicationStatus.Voided or ApplicationStatus.Transferred);

    /// <summary>What another application of the year is to this one; the same asked from either side. Null when they are not of one household.</summary>
    public SiblingKind? KinOf(HouseholdEntry other)
    {
        if (IntakeYear != other.IntakeYear || HouseholdNo != other.HouseholdNo || Application == other.Application || ChildIdNo == other.ChildIdNo)
            return null;
        if (BirthDate == other.BirthDate && (Guardians.IsSubsetOf(other.Guardians) || other.Guardians.IsSubsetOf(Guardians)))
            return SiblingKind.MultipleBirth;
        var areTheHouseholders = Relation is HouseholdRelation.Child && other.Relation is HouseholdRelation.Child;
        return areTheHouseholders || Guardians.Overlaps(other.Guardians) ? SiblingKind.Sibling : SiblingKind.SameHousehold;
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How two children of one household belong together.</summary>
public enum SiblingKind
{
    /// <summary>Born on the same day to the same guardians (双胞胎、多胞胎). One form may name a guardian whom the other leaves out.</summary>
    MultipleBirth,
    /// <summary>Brothers or sisters: both the householder's children, or a guardian in common.</summary>
    Sibling,
    /// <summary>In one household without a guardian in common: cousins at their grandparents', say. For the bureau's eyes only.</summary>
    SameHousehold,
}
