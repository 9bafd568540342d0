using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Lets one promised callback in many families go astray, once: the service asks again, and no family ends otherwise for it.</summary>
internal static class LostCallbacks
{
    private const int Every = 12;

    // It answers by files while everything goes wrong; what becomes of those is another story.
    private const Department Spared = Department.SocialSecurity;

    private static readonly BehaviorKind[] Ways = [BehaviorKind.NeverCallBack, BehaviorKind.WrongSignature, BehaviorKind.StaleTimestamp];

    public static void Spread(SeedSet seeds)
    {
        var taken = seeds.Registers.Behaviors.Select(behavior => behavior.ChildIdNo).ToHashSet(StringComparer.Ordinal);
        foreach (var family in seeds.Families.Where(family => family.Number % Every == 0 && !taken.Contains(family.Form.Child.DocumentNumber)))
        {
            var turn = family.Number / Every;
            List<Department> asked = [.. family.Truth.Checks.Keys.Where(department => department != Spared)];
            seeds.Registers.Behaviors.Add(new BehaviorRecord(Departments.Path(asked[turn % asked.Count]), family.Form.Child.DocumentNumber,
                new Behavior(Ways[turn % Ways.Length], DelayMs: 100, Times: 1)));
        }
    }
}
