using System.Globalization;
using System.Resources;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Checks;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Rosters;

/// <summary>What whoever prepares a roster reads about rules that cannot hold together. Names pupils by ticket: it is for those who sent the tickets.</summary>
public static class ConflictTexts
{
    internal static readonly ResourceManager Resources = new(typeof(ConflictTexts));

    // Whole years stand in some rules; the reader needs a beginning.
    private const int MostTickets = 20;

    /// <summary>What cannot be, and the fewest rules it comes from: 须同班的4人……没有一个班容得下（须同班：A01、A02、A03、A04）.</summary>
    public static string Of(PlacementConflict conflict, PreparedPlacement prepared, CultureInfo language)
    {
        var what = string.Format(language, Get(KeyOf(conflict), language), ArgumentsOf(conflict));
        return conflict.Rules.Count == 0
            ? what
            : string.Format(language, Get("With", language), what, string.Join(Get("And", language), conflict.Rules.Select(rule => RuleOf(rule, prepared, language))));
    }

    private static string KeyOf(PlacementConflict conflict) =>
        conflict is PlacementConflict.Unsatisfiable { IsSmallest: false } ? "Unsatisfiable_NotSmallest" : conflict.Code.ToString();

    private static object[] ArgumentsOf(PlacementConflict conflict) => conflict switch
    {
        PlacementConflict.TooManyPupils many => [many.Pupils, many.Seats],
        PlacementConflict.SpecialNeedsCapTooLow low => [low.Pupils, low.Cap, low.Classes],
        PlacementConflict.ReliefTooLarge large => [large.Relief, large.Places, large.Size],
        PlacementConflict.ClassTooSmallForRelief small => [small.Class, small.Seats, small.Needed],
        PlacementConflict.PinNeedsEvenRoom uneven => [uneven.Class, uneven.Seats, uneven.Needed],
        PlacementConflict.PinToNoClass pin => [pin.Class, pin.Classes],
        PlacementConflict.BundleTooLarge bundle => Of(bundle.Demand),
        PlacementConflict.ClassOverPinned pinned => Of(pinned.Demand),
        PlacementConflict.BlockTooLarge block => Of(block.Demand),
        PlacementConflict.ApartSetTooLarge set => [set.Pupils, set.Classes],
        PlacementConflict.TeamsBarred barred => [barred.Teams, barred.Classes],
        _ => [],
    };

    private static object[] Of(Demand demand) => [demand.Pupils, demand.Boys, demand.Girls, demand.SpecialNeeds];

    private static string RuleOf(ConflictRule rule, PreparedPlacement prepared, CultureInfo language)
    {
        var key = rule is ConflictRule.Capacity { Class: null } ? "Rule_Capacity_All" : $"Rule_{rule.GetType().Name}";
        object?[] more = rule switch
        {
            ConflictRule.Pinned pinned => [pinned.Class],
            ConflictRule.SpecialNeedsCap cap => [cap.Most],
            ConflictRule.Capacity capacity => [capacity.Class, capacity.Seats],
            ConflictRule.Relief relief => [relief.Pupils],
            ConflictRule.Barred barred => [barred.Team],
            _ => [],
        };
        return string.Format(language, Get(key, language), [Tickets(rule.Rows, prepared, language), .. more]);
    }

    private static string Tickets(IReadOnlyList<RowCode> rows, PreparedPlacement prepared, CultureInfo language)
    {
        var named = rows.Take(MostTickets).ToHashSet();
        var tickets = prepared.Pupils.Where((_, i) => named.Contains(prepared.List.Rows[i].Row)).Select(pupil => pupil.TicketId).Order(StringComparer.Ordinal);
        var text = string.Join(Get("Comma", language), tickets);
        return rows.Count <= MostTickets ? text : string.Format(language, Get("AndMore", language), text, rows.Count);
    }

    private static string Get(string key, CultureInfo language) => Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"No text {key}.");
}
