using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Plain families about whom a department answers late, twice, or only after an error: all end as if nothing had happened.</summary>
internal static class LateAnswerStories
{
    private static readonly Department[] OfResidents = [Department.Police, Department.CivilAffairs, Department.Property];

    public static IReadOnlyList<Story> All { get; } =
    [
        Resident("answered-by-callback", 9, new(BehaviorKind.Callback, DelayMs: 200)),
        Migrant("answered-by-callback-social-security", 6, new(BehaviorKind.Callback, DelayMs: 200)),
        Resident("answered-by-callback-twice", 6, new(BehaviorKind.CallbackTwice, DelayMs: 100)),
        Migrant("answered-by-callback-twice-social-security", 5, new(BehaviorKind.CallbackTwice, DelayMs: 100)),
        Resident("answered-slowly", 6, new(BehaviorKind.Slow, DelayMs: 700)),
        Resident("asked-too-often-twice", 6, new(BehaviorKind.TooManyRequests, Times: 2)),
        Resident("unavailable-twice", 6, new(BehaviorKind.Unavailable, Times: 2)),
        Migrant("unavailable-twice-social-security", 5, new(BehaviorKind.Unavailable, Times: 2)),
        Resident("connection-dropped-once", 6, new(BehaviorKind.DropConnection, Times: 1)),
        Resident("malformed-answer-once", 6, new(BehaviorKind.MalformedJson, Times: 1)),
        Resident("two-different-answers", 6, new(BehaviorKind.TwoDifferentAnswers, DelayMs: 100)),
        Resident("callback-wrongly-signed-once", 5, new(BehaviorKind.WrongSignature, DelayMs: 100, Times: 1)),
        Resident("callback-stale-once", 5, new(BehaviorKind.StaleTimestamp, DelayMs: 100, Times: 1)),
        Resident("callback-never-came-once", 5, new(BehaviorKind.NeverCallBack, Times: 1)),
    ];

    private static Story Resident(string name, int applications, Behavior behavior) =>
        new(name, applications, CategoryCode.ConsistentResident, Outcome.Verified(CategoryCode.ConsistentResident), family =>
        {
            ConsistentResidentStories.AnyHome(family);
            family.Misbehave(OfResidents[family.Ordinal % OfResidents.Length], behavior);
        });

    private static Story Migrant(string name, int applications, Behavior behavior) =>
        new(name, applications, CategoryCode.MigrantChild, Outcome.Verified(CategoryCode.MigrantChild),
            family => family.Misbehave(Department.SocialSecurity, behavior));
}
