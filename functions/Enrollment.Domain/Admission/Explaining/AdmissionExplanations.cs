using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Allocation.Checking;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Explaining;

/// <summary>Explanations of a result: index once, then ask for any child.</summary>
public sealed class AdmissionExplanations
{
    private const int MostNearer = 10;
    private readonly ResultIndex _index;
    private readonly Dictionary<RowCode, int> _units = [];
    private readonly Dictionary<string, OrderGroup> _groups;
    private readonly Dictionary<(int Unit, RowCode Ticket), int> _positions = [];
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);

    private AdmissionExplanations(AdmissionResult result)
    {
        _index = new ResultIndex(result.List, result);
        _groups = result.List.Groups.ToDictionary(group => group.Code, StringComparer.Ordinal);
        for (var unit = 0; unit < _index.Units.Count; unit++)
        {
            foreach (var row in _index.Units.Members[unit])
                _units.Add(_index.Units.Rows[row].Ticket, unit);
        }
        foreach (var group in Enumerable.Range(0, _index.Units.Count).GroupBy(unit => _index.Units[unit].Group, StringComparer.Ordinal))
            Number(group.Key, group);
    }

    /// <summary>Prepares the explanations of a result that the invariants find nothing wrong with.</summary>
    public static AdmissionExplanations Of(AdmissionResult result) => new(result);

    /// <summary>Why this child goes where it goes; null when it is not in the list.</summary>
    public AdmissionExplanation? For(RowCode ticket)
    {
        if (!_units.TryGetValue(ticket, out var unit))
            return null;
        var (row, school, stage) = (_index.Units[unit], _index.Schools[unit], _index.Stages[unit]);
        var isPlaced = school >= 0;
        return new AdmissionExplanation(ticket, row.Group, LevelsOf(row), _index.Lots[unit], _positions[(unit, ticket)], _sizes[row.Group],
            isPlaced ? OutcomeOf(_index.Offers.List.Stages[stage].Kind) : AdmissionOutcome.PublicRegistration,
            isPlaced ? CodeOf(school) : null,
            isPlaced ? _index.Offers.List.Stages[stage].Code : null,
            isPlaced ? _index.Offers.Meters(row, school) : null,
            _index.Offers.AreaSchool(row) is { } areaSchool ? CodeOf(areaSchool) : null,
            [.. new TriedSchools(_index, unit).All()],
            isPlaced && _index.IsCoordinated(stage) ? Nearer(unit) : []);
    }

    private NearerSchool[] Nearer(int unit)
    {
        var (row, stage) = (_index.Units[unit], _index.Stages[unit]);
        var walk = _index.Offers.Meters(row, _index.Schools[unit]);
        return
        [
            .. Enumerable.Range(0, _index.Fronts.Length)
                .Where(school => _index.Offers.IsOpen(stage, school) && _index.Offers.Meters(row, school) < walk)
                .OrderBy(school => _index.Offers.Meters(row, school))
                .Take(MostNearer)
                .Select(school => new NearerSchool(CodeOf(school), _index.Offers.Meters(row, school), HadSeats(stage, school) ? TriedReason.WalksOfTheGroup : TriedReason.NoSeatsLeft)),
        ];
    }

    private bool HadSeats(int stage, int school) => _index.Fronts[school].TakenBefore(stage, 0) < _index.Offers.List.Schools[school].Plan;

    private void Number(string group, IEnumerable<int> units)
    {
        var position = 0;
        foreach (var unit in units.OrderBy(unit => _index.Units[unit].Levels, ByLevels).ThenBy(unit => _index.Lots[unit]))
        {
            foreach (var row in _index.Units.Members[unit])
                _positions.Add((unit, _index.Units.Rows[row].Ticket), ++position);
        }
        _sizes.Add(group, position);
    }

    private string[] LevelsOf(AdmissionRow row) => [.. row.Levels.Zip(_groups[row.Group].SubOrders, (level, names) => names[level])];

    private SchoolCode CodeOf(int school) => _index.Offers.List.Schools[school].Code;

    private static AdmissionOutcome OutcomeOf(StageKind kind) => kind switch
    {
        StageKind.OffPlan => AdmissionOutcome.OffPlan,
        StageKind.AreaSchool => AdmissionOutcome.AreaSchool,
        StageKind.ZoneChoices or StageKind.AnyChoices => AdmissionOutcome.Choice,
        _ => AdmissionOutcome.Coordinated,
    };

    private static Comparer<IReadOnlyList<int>> ByLevels { get; } = Comparer<IReadOnlyList<int>>.Create((a, b) =>
        a.Zip(b).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(difference => difference != 0));
}
