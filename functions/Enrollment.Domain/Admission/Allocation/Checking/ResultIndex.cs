using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>A result as numbers, built from list and places alone: units, where each went by which stage, and where everybody stands in each stage's order.</summary>
internal sealed class ResultIndex
{
    private readonly Dictionary<int, int>[] _numbers;
    private readonly StageOrder[] _orders;
    private readonly Dictionary<(string Stage, SchoolCode School), CutOff> _cutOffs = [];

    public ResultIndex(AdmissionList list, AdmissionResult result)
    {
        (Result, Offers, Units) = (result, new StageOffers(list), Units.Of(list));
        foreach (var cut in result.CutOffs)
            _cutOffs.TryAdd((cut.Stage, cut.School), cut);
        AdmissionPlace[] places = [.. result.Places.OrderBy(place => place.Ticket)];
        var stages = list.Stages.Select((stage, k) => (stage.Code, k)).ToDictionary(pair => pair.Code, pair => pair.k, StringComparer.Ordinal);
        PlacesOf = [.. Units.Members.Select(rows => rows.Select(row => places[row]).ToArray())];
        Lots = [.. PlacesOf.Select(unit => unit[0].Lot)];
        Schools = [.. PlacesOf.Select(unit => unit[0].School is { } school ? Offers.SchoolOf(school) : -1)];
        Stages = [.. PlacesOf.Select(unit => unit[0].Stage is { } stage ? stages[stage] : int.MaxValue)];
        Taken = [.. list.Stages.Select((_, k) => Enumerable.Range(0, Units.Count).Where(unit => Stages[unit] >= k && Offers.GroupIn(k, Units[unit]) is not null).ToArray())];
        _orders = [.. Taken.Select((taken, k) => new StageOrder(Offers, k, Units, Lots, taken))];
        _numbers = [.. Taken.Select(taken => taken.Select((unit, i) => (unit, i)).ToDictionary(pair => pair.unit, pair => pair.i))];
        Fronts = [.. Enumerable.Range(0, list.Schools.Count).Select(school => new SchoolFront(this, school))];
    }

    public AdmissionResult Result { get; }

    public StageOffers Offers { get; }

    public Units Units { get; }

    public AdmissionPlace[][] PlacesOf { get; }

    public int[] Lots { get; }

    /// <summary>For each unit its school, -1 for none.</summary>
    public int[] Schools { get; }

    /// <summary>For each unit the stage that placed it; above every stage for none.</summary>
    public int[] Stages { get; }

    /// <summary>For each stage the units that took part.</summary>
    public int[][] Taken { get; }

    /// <summary>For each school who is there, in order.</summary>
    public SchoolFront[] Fronts { get; }

    /// <summary>The cut-off at a school in a stage; null when the result has none.</summary>
    public CutOff? CutOffAt(int stage, int school) => _cutOffs.GetValueOrDefault((Offers.List.Stages[stage].Code, Offers.List.Schools[school].Code));

    public bool IsCoordinated(int stage) => Offers.List.Stages[stage].Kind is StageKind.Coordinated;

    public int Tier(int stage, int unit) => _orders[stage].Tiers[_numbers[stage][unit]];

    /// <summary>Where a unit that took part in the stage stands at a school, as a number; smaller is earlier.</summary>
    public long Position(int stage, int unit, int school) => IsCoordinated(stage)
        ? ((long)Offers.GroupIn(stage, Units[unit])!.Value << 48) | (Units.SizeOf(unit) > 1 ? 0L : 1L << 47) | ((long)Tier(stage, unit) << 24) | (long)Lots[unit]
        : _orders[stage].At(_numbers[stage][unit], Offers.ByDate(stage, school));

    /// <summary>Behind everybody of the unit's group in a coordinated stage, since those are placed all at once.</summary>
    public long EndOfGroup(int stage, int unit) => ((long)(Offers.GroupIn(stage, Units[unit])!.Value + 1) << 48) - 1;

    /// <summary>How many places must be free for the unit to have a claim to them.</summary>
    public int Need(int unit, int stage) => Offers.List.Bundles is BundleMode.PreDraw || IsCoordinated(stage) ? Units.SizeOf(unit) : 1;
}
