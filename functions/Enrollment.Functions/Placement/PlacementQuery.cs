using Enrollment.Domain;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Rosters;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Placement;

/// <summary>What a school asks of a placement, from the query string.</summary>
/// <param name="Year">The intake year.</param>
/// <param name="Capacities">Classes, where the roster has no sheet of them.</param>
/// <param name="Options">Everything else.</param>
/// <param name="Faults">All that is wrong with the query.</param>
internal sealed record PlacementQuery(int Year, IReadOnlyList<int>? Capacities, PlacementOptions Options, IReadOnlyList<Fault> Faults)
{
    private static readonly string[] Known = ["year", "classes", "capacity", "mode", "spread", "profile", "specialNeedsCap", "relief", "namesApart"];

    public static bool IsSchoolCode(string code) => code.Length is > 0 and <= 40 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static PlacementQuery Of(IQueryCollection query)
    {
        var read = new Reader(query);
        var year = read.Number("year", 2000, 2999) ?? read.Missing("year");
        var classes = read.Number("classes", 1, PlacementOptions.MostClasses);
        var capacity = read.Number("capacity", 1, PlacementOptions.MostSeats) ?? 50;
        var options = new PlacementOptions
        {
            Mode = read.Word<PlacementMode>("mode") ?? PlacementMode.Lot,
            Profile = read.Word<WeightProfile>("profile") ?? WeightProfile.MeansFirst,
            Spread = read.Words<SpreadBy>("spread"),
            SpecialNeedsCap = read.Number("specialNeedsCap", 0, PlacementOptions.HighestCap) ?? 2,
            Relief = read.Number("relief", 0, PlacementOptions.MostRelief) ?? 0,
            NamesApart = read.Number("namesApart", 0, 1) != 0,
        };
        foreach (var unknown in query.Keys.Except(Known, StringComparer.OrdinalIgnoreCase))
            read.Add(FaultCode.UnknownField, unknown.Length <= 40 ? unknown : "");
        return new PlacementQuery(year, classes is { } count ? [.. Enumerable.Repeat(capacity, count)] : null, options, read.Faults);
    }

    private sealed class Reader(IQueryCollection query)
    {
        public List<Fault> Faults { get; } = [];

        public void Add(FaultCode code, string name) => Faults.Add(new Fault(code, $"?{name}"));

        public int Missing(string name)
        {
            if (!query.ContainsKey(name))
                Add(FaultCode.Required, name);
            return 0;
        }

        public int? Number(string name, int least, int most)
        {
            if (!query.TryGetValue(name, out var text))
                return null;
            if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            Add(FaultCode.UnknownValue, name);
            return null;
        }

        public T? Word<T>(string name) where T : struct, Enum => Words<T>(name) is [var word, ..] ? word : null;

        public List<T> Words<T>(string name) where T : struct, Enum
        {
            if (!query.TryGetValue(name, out var text))
                return [];
            var words = new List<T>();
            foreach (var part in text.ToString().Split(','))
            {
                if (Enum.TryParse<T>(part, ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsAsciiDigit(part[0]))
                    words.Add(word);
                else
                    Add(FaultCode.UnknownValue, name);
            }
            return words;
        }
    }
}
