using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>Who is drawn: single children, and bundles as one (docs/admission-record.md section 4). In ascending order of lowest ticket.</summary>
internal sealed class Units
{
    /// <summary>Later than any day: who has no date comes after all who have.</summary>
    public const int NoDate = int.MaxValue;

    private Units(IReadOnlyList<AdmissionRow> rows, int[][] members)
    {
        (Rows, Members) = (rows, members);
        Settled = [.. members.Select(unit => unit.Max(row => DayOf(rows[row].Settled)))];
        ParentSettled = [.. members.Select(unit => unit.Max(row => DayOf(rows[row].ParentSettled)))];
    }

    /// <summary>In ascending order of ticket.</summary>
    public IReadOnlyList<AdmissionRow> Rows { get; }

    /// <summary>Indexes of each unit's rows, ascending.</summary>
    public int[][] Members { get; }

    /// <summary>Day number of the settlement date; of a bundle the latest.</summary>
    public int[] Settled { get; }

    /// <summary>Likewise for the parent.</summary>
    public int[] ParentSettled { get; }

    public int Count => Members.Length;

    /// <summary>The row that stands for the unit; rows of a bundle do not differ in what is offered to them.</summary>
    public AdmissionRow this[int unit] => Rows[Members[unit][0]];

    public int SizeOf(int unit) => Members[unit].Length;

    public static Units Of(AdmissionList list)
    {
        AdmissionRow[] rows = [.. list.Rows.OrderBy(row => row.Ticket)];
        var units = new List<List<int>>();
        var bundles = new Dictionary<int, List<int>>();
        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r].Bundle is { } bundle)
            {
                if (bundles.TryGetValue(bundle, out var unit))
                {
                    unit.Add(r);
                    continue;
                }
                bundles.Add(bundle, unit = []);
                unit.Add(r);
                units.Add(unit);
            }
            else
            {
                units.Add([r]);
            }
        }
        return new Units(rows, [.. units.Select(unit => unit.ToArray())]);
    }

    private static int DayOf(DateOnly? date) => date?.DayNumber ?? NoDate;
}
