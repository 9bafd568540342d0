namespace Enrollment.Domain.Placement.Rosters;

/// <summary>A column of a small sheet, and the words its header may have; the first names it in faults.</summary>
internal sealed record NamedColumn(IReadOnlyList<string> Words, bool IsRequired = true);

/// <summary>Finds the columns of a small sheet by the words of its header row.</summary>
internal static class NamedColumns
{
    /// <summary>The place of each column, in the order asked for; null when the header has faults, which are added.</summary>
    public static int?[]? Read(int row, IReadOnlyList<RosterCell> header, NamedColumn[] columns, RosterFaults faults)
    {
        var before = faults.Count;
        var places = new int?[columns.Length];
        for (var place = 0; place < header.Count; place++)
        {
            if (header[place].IsBlank)
                continue;
            var word = (header[place].Text ?? "").Trim();
            var column = Array.FindIndex(columns, known => known.Words.Contains(word, StringComparer.OrdinalIgnoreCase));
            if (header[place].Fault is { } fault)
                faults.Add(row, place, fault);
            else if (column < 0)
                faults.Add(row, place, RosterFaultCode.ColumnUnknown);
            else if (places[column] is not null)
                faults.Add(row, place, RosterFaultCode.ColumnTwice);
            else
                places[column] = place;
        }
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].IsRequired && places[column] is null)
                faults.Add(row, place: null, RosterFaultCode.ColumnMissing, columns[column].Words[0]);
        }
        return faults.Count == before ? places : null;
    }

    /// <summary>The places that have a column.</summary>
    public static HashSet<int> Named(int?[] places) => [.. places.OfType<int>()];
}
