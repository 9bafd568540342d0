using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>A story's end. Checks not named here end in <see cref="CheckStatus.Match"/>.</summary>
internal sealed record Outcome(ApplicationStatus Status, CategoryCode? Established, CategoryCode? Proposed,
    IReadOnlyDictionary<Department, CheckStatus> Exceptions)
{
    private static readonly Dictionary<Department, CheckStatus> None = [];

    public static Outcome Verified(CategoryCode established) => new(ApplicationStatus.Verified, established, Proposed: null, None);

    /// <summary>A person looks; the proposal is the best category everything else already speaks for.</summary>
    public static Outcome UnderReview(CategoryCode? proposed = null) => new(ApplicationStatus.UnderReview, Established: null, proposed, None);

    /// <summary>The parents are asked for these papers, because a register is silent or disagrees where a paper may speak.</summary>
    public static Outcome Correction(CategoryCode? proposed, params string[] papers) =>
        new(ApplicationStatus.CorrectionRequested, Established: null, proposed, None) { Papers = papers };

    /// <summary>All papers the parents are asked for, by their ids in the policy.</summary>
    public IReadOnlyList<string> Papers { get; private init; } = [];

    public Outcome With(Department department, CheckStatus status) =>
        this with { Exceptions = new Dictionary<Department, CheckStatus>(Exceptions) { [department] = status } };

    public Truth Of(CategoryCode claimed)
    {
        var checks = new SortedDictionary<Department, CheckStatus>();
        foreach (var department in Asked(claimed))
            checks[department] = Exceptions.GetValueOrDefault(department, CheckStatus.Match);
        return new Truth(Status, Established, Proposed, checks) { Papers = Papers.Count == 0 ? null : [.. Papers.Order(StringComparer.Ordinal)] };
    }

    private static Department[] Asked(CategoryCode claimed) => claimed switch
    {
        CategoryCode.ConsistentResident or CategoryCode.ResidentNotConsistent => [Department.Police, Department.CivilAffairs, Department.Property],
        CategoryCode.MigrantChild => [Department.Police, Department.CivilAffairs, Department.SocialSecurity],
        CategoryCode.DisabledChild => [Department.Police, Department.CivilAffairs, Department.Property, Department.DisabledPersons],
        _ => [Department.Police, Department.CivilAffairs, Department.Property, Department.SocialSecurity],
    };
}
