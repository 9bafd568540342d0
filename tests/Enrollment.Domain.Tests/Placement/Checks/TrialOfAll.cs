using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Checks;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Checks;

/// <summary>Can rules of a small list hold together? Every way to group the pupils is tried: slow and obvious, written from docs/placement-record.md section 4.</summary>
internal sealed class TrialOfAll
{
    private readonly PlacementList _list;
    private readonly IReadOnlyList<ConflictRule> _rules;
    private readonly int[] _groups;

    private TrialOfAll(PlacementList list, IReadOnlyList<ConflictRule> rules)
    {
        (_list, _rules) = (list, rules);
        _groups = new int[list.Rows.Count];
    }

    public static bool CanHold(PlacementList list) => CanHold(list, RulesOf(list));

    public static bool CanHold(PlacementList list, IReadOnlyList<ConflictRule> rules)
    {
        var largest = list.Relief == 0 ? (list.Rows.Count + list.Classes - 1) / list.Classes : Largest(list);
        if (list.Capacities.Sum() < list.Rows.Count || (list.Relief > 0 && list.Capacities.Min() < largest))
            return false;
        if (rules.OfType<ConflictRule.Pinned>().Any(pin => pin.Rows.Count > 0 && (list.Capacities.Min() < largest || pin.Class > list.Classes)))
            return false;
        if (rules.OfType<ConflictRule.SpecialNeedsCap>().Any(cap => cap.Rows.Count > cap.Most * list.Classes))
            return false;
        return new TrialOfAll(list, rules).Try(0);
    }

    public static IReadOnlyList<ConflictRule> RulesOf(PlacementList list) =>
    [
        new ConflictRule.Sexes(),
        new ConflictRule.SpecialNeeds(),
        .. list.SpecialNeedsCap is { } cap ? [new ConflictRule.SpecialNeedsCap(cap, [.. list.Rows.Where(row => row.SpecialNeeds).Select(row => row.Row)])] : Array.Empty<ConflictRule>(),
        .. list.Rows.Where(row => row.Bundle is not null).GroupBy(row => row.Bundle!.Value).Select(rows => new ConflictRule.Together(rows.Key, [.. rows.Select(row => row.Row)])),
        .. list.Rows.Where(row => row.Pin is not null).GroupBy(row => row.Pin!.Value).Select(rows => new ConflictRule.Pinned(rows.Key, [.. rows.Select(row => row.Row)])),
        .. list.Rows.SelectMany(row => row.ApartSets.Select(set => (set, row.Row))).GroupBy(pair => pair.set, pair => pair.Row).Select(rows => new ConflictRule.Apart(rows.Key, [.. rows])),
    ];

    /// <summary>All ways to take one pupil out of one of the rules, or away a rule about all.</summary>
    public static IEnumerable<IReadOnlyList<ConflictRule>> EachLessOne(IReadOnlyList<ConflictRule> rules) =>
        rules.SelectMany((rule, r) => (rule.Rows.Count == 0 ? [null] : rule.Rows.Select(row => (ConflictRule?)Without(rule, row)))
            .Select(less => (IReadOnlyList<ConflictRule>)[.. rules.Where((_, other) => other != r), .. less is null ? [] : new[] { less }]));

    private static ConflictRule Without(ConflictRule rule, RowCode row) => rule switch
    {
        ConflictRule.Together together => together with { Rows = [.. together.Rows.Where(other => other != row)] },
        ConflictRule.Apart apart => apart with { Rows = [.. apart.Rows.Where(other => other != row)] },
        ConflictRule.Pinned pinned => pinned with { Rows = [.. pinned.Rows.Where(other => other != row)] },
        ConflictRule.SpecialNeedsCap cap => cap with { Rows = [.. cap.Rows.Where(other => other != row)] },
        _ => throw new ArgumentException("Not about single pupils.", nameof(rule)),
    };

    /// <summary>Without the reasons for which a list has no result whatever its quotas are.</summary>
    public static Quotas QuotasOf(PlacementList list) => Quotas.Of(list.Rows.Count(row => row.Sex is Sex.Male), list.Rows.Count(row => row.Sex is Sex.Female),
        list.Rows.Count(row => row.SpecialNeeds), list.Capacities, list.Relief);

    private static int Largest(PlacementList list) => QuotasOf(list).LargestSize;

    private bool Try(int next)
    {
        if (next == _groups.Length)
            return HasTheQuotas();
        for (_groups[next] = 1; _groups[next] <= _list.Classes; _groups[next]++)
        {
            if (_rules.All(rule => Allows(rule, next)) && Try(next + 1))
                return true;
        }
        return false;
    }

    /// <summary>Does the rule allow the group of this pupil, beside those of all before?</summary>
    private bool Allows(ConflictRule rule, int last)
    {
        if (rule is ConflictRule.SpecialNeedsCap)
            return true;
        for (var i = 0; i < last && rule.Rows.Contains(_list.Rows[last].Row); i++)
        {
            var isSame = _groups[i] == _groups[last];
            if (rule is ConflictRule.Pinned && _rules.OfType<ConflictRule.Pinned>().Any(other => other != rule && other.Rows.Contains(_list.Rows[i].Row)) && isSame)
                return false;
            if (rule.Rows.Contains(_list.Rows[i].Row) && isSame == rule is ConflictRule.Apart)
                return false;
        }
        return rule is not ConflictRule.Pinned || _rules.OfType<ConflictRule.Pinned>().Count(other => other.Rows.Contains(_list.Rows[last].Row)) < 2;
    }

    private bool HasTheQuotas()
    {
        var quotas = QuotasOf(_list);
        var extra = 0;
        for (var g = 0; g < _list.Classes; g++)
        {
            var rows = _list.Rows.Where((_, i) => _groups[i] == g + 1).ToArray();
            var boys = rows.Count(row => row.Sex is Sex.Male);
            if (rows.Length != quotas.SizeOf(g) || (_rules.Any(rule => rule is ConflictRule.Sexes) && boys != quotas.Boys[g]))
                return false;
            var more = rows.Count(row => row.SpecialNeeds) - quotas.Special[g];
            if (_rules.Any(rule => rule is ConflictRule.SpecialNeeds) && more is < 0 or > 1)
                return false;
            extra += more;
        }
        return !_rules.Any(rule => rule is ConflictRule.SpecialNeeds) || extra == quotas.ExtraSpecial;
    }
}
