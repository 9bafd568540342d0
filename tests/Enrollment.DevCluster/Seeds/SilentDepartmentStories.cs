using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Plain families about whom one department never gives a usable answer: a person decides, on what the others said.</summary>
internal static class SilentDepartmentStories
{
    public static IReadOnlyList<Story> All { get; } =
    [
        Silent("police-unavailable", Department.Police, BehaviorKind.Unavailable, proposed: null, ConsistentResidentStories.AnyHome),
        // On the grandparents' book no parent stands beside the child, so nobody but civil affairs knows the guardian.
        Silent("civil-affairs-never-calls-back", Department.CivilAffairs, BehaviorKind.NeverCallBack, proposed: null,
            ConsistentResidentStories.GrandparentsHome),
        HomeUnknown("property-unavailable", BehaviorKind.Unavailable),
        HomeUnknown("property-malformed-for-ever", BehaviorKind.MalformedJson),
        HomeUnknown("property-callback-wrongly-signed", BehaviorKind.WrongSignature),
        Silent("social-security-unavailable", Department.SocialSecurity, BehaviorKind.Unavailable, proposed: null, _ => { }) with
        {
            Claims = CategoryCode.MigrantChild,
        },
    ];

    private static Story HomeUnknown(string name, BehaviorKind kind) =>
        Silent(name, Department.Property, kind, CategoryCode.ResidentNotConsistent, ConsistentResidentStories.AnyHome);

    private static Story Silent(string name, Department silent, BehaviorKind kind, CategoryCode? proposed, Action<FamilyDraft> tell) =>
        new(name, 5, CategoryCode.ConsistentResident, Outcome.UnderReview(proposed).With(silent, CheckStatus.SourceUnavailable), family =>
        {
            tell(family);
            family.Misbehave(silent, new Behavior(kind));
        });
}
