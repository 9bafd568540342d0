using Enrollment.Domain.Placement.Lots;
using static Enrollment.Domain.Placement.CanonicalText;
using static Enrollment.Domain.Placement.LineCursor;

namespace Enrollment.Domain.Placement;

/// <summary>Reads the canonical form of a result.</summary>
internal static class PlacementResultText
{
    public static PlacementResult? Read(PlacementList list, IReadOnlyList<string> lines)
    {
        try
        {
            var result = Read(list, new LineCursor(lines));
            return result.ToLines().SequenceEqual(lines, StringComparer.Ordinal) ? result : null;
        }
        catch (NotCanonicalException)
        {
            // Not a result of this list; the caller decides what that means.
            return null;
        }
    }

    private static PlacementResult Read(PlacementList list, LineCursor lines)
    {
        lines.Next();
        var law = lines.After("law ") == "uniform" ? LotLaw.Uniform : LotLaw.Sequential;
        var attempts = Need(Number(lines.After("attempts "), Lot.MostAttempts(list, law)));
        int[] numbers = [.. lines.After("numbers ").Split(' ').Select(number => ClassOf(number, list))];
        Demand(numbers.Length == list.Classes);
        var teams = lines.After("teams ");
        int[] groups = [.. list.Rows.Select(row => GroupOf(lines.Next(), row, list))];
        Demand(lines.IsAtEnd);
        return new PlacementResult(list, law, attempts, groups, numbers, teams == "-" ? null : teams.Split(' '));
    }

    private static int GroupOf(string line, PlacementRow row, PlacementList list)
    {
        var parts = line.Split(' ');
        Demand(parts.Length == 3 && parts[0] == row.Row.ToString());
        return ClassOf(parts[1], list);
    }

    private static int ClassOf(string text, PlacementList list)
    {
        var number = Need(Number(text, list.Classes));
        Demand(number > 0);
        return number;
    }
}
