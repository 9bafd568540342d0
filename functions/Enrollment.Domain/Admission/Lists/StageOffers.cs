using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>What each stage of a list without structural faults offers to each row, schools as indexes into the list (docs/admission-record.md section 3).</summary>
internal sealed class StageOffers
{
    private readonly Dictionary<SchoolCode, int> _schools = [];
    private readonly Dictionary<ZoneCode, RoundZone> _zones = [];
    private readonly Dictionary<int, int> _areas = [];
    private readonly Dictionary<string, int>[] _groups;
    private readonly bool[][] _open;

    public StageOffers(AdmissionList list)
    {
        List = list;
        for (var s = 0; s < list.Schools.Count; s++)
            _schools[list.Schools[s].Code] = s;
        foreach (var zone in list.Zones)
            _zones[zone.Code] = zone;
        for (var a = 0; a < list.Areas.Count; a++)
            _areas[list.Areas[a].Id] = a;
        var inChoiceZones = list.Zones.Where(zone => zone.IsMulti).SelectMany(zone => zone.Schools).ToHashSet();
        _open = [.. list.Stages.Select(stage => list.Schools.Select(school => IsOpen(stage.Scope, school, inChoiceZones)).ToArray())];
        _groups = [.. list.Stages.Select(stage => stage.Groups.Select((group, g) => (group, g)).ToDictionary(pair => pair.group, pair => pair.g, StringComparer.Ordinal))];
    }

    public AdmissionList List { get; }

    public bool IsOpen(int stage, int school) => _open[stage][school];

    public int SchoolOf(SchoolCode code) => _schools[code];

    public int AreaOf(AdmissionRow row) => _areas[row.Area];

    /// <summary>
    /// The position of the row's group in the stage; null when the stage does not take the row. A coordinated stage takes nobody who is yet to be
    /// tried at a school of their own: children of multi-school zones are not sent elsewhere before they have chosen.
    /// </summary>
    public int? GroupIn(int stage, AdmissionRow row) =>
        Listed(stage, row) is { } group && (List.Stages[stage].Kind is not StageKind.Coordinated || !IsTriedLater(stage, row)) ? group : null;

    private int? Listed(int stage, AdmissionRow row)
    {
        var takes = List.Stages[stage].Entries switch { StageEntries.OnTime => !row.IsLate, StageEntries.Late => row.IsLate, _ => true };
        return takes && List.Stages[stage].Kind is StageKind.OffPlan == row.OffPlan is not null && _groups[stage].TryGetValue(row.Group, out var group) ? group : null;
    }

    private bool IsTriedLater(int stage, AdmissionRow row)
    {
        for (var later = stage + 1; later < List.Stages.Count; later++)
        {
            if (Listed(later, row) is not null && HasOffer(later, row))
                return true;
        }
        return false;
    }

    private bool HasOffer(int stage, AdmissionRow row) => List.Stages[stage].Kind switch
    {
        StageKind.AreaSchool => AreaSchool(row) is { } school && _open[stage][school],
        StageKind.ZoneChoices or StageKind.AnyChoices => row.Choices.Any(choice => Offers(stage, row, choice)),
        _ => false,
    };

    /// <summary>The one school of the row's single-school zone.</summary>
    public int? AreaSchool(AdmissionRow row) => row.Zone is { } zone ? _schools[_zones[zone].Schools[0]] : null;

    /// <summary>The schools the row is tried at, in order, whether or not the stage is open there; none in a coordinated stage.</summary>
    public IReadOnlyList<int> Wanted(int stage, AdmissionRow row) => List.Stages[stage].Kind switch
    {
        StageKind.OffPlan => OffPlanTarget(stage, row) is { } target ? [target] : [],
        StageKind.AreaSchool => AreaSchool(row) is { } school ? [school] : [],
        StageKind.ZoneChoices when row.ChoiceZone is { } zone => [.. row.Choices.Where(_zones[zone].Schools.Contains).Select(SchoolOf)],
        StageKind.AnyChoices => [.. row.Choices.Select(SchoolOf)],
        _ => [],
    };

    /// <summary>May the row name this school as a choice, as far as this stage goes?</summary>
    public bool Offers(int stage, AdmissionRow row, SchoolCode choice) => _open[stage][_schools[choice]] && List.Stages[stage].Kind switch
    {
        StageKind.OffPlan or StageKind.AnyChoices => true,
        StageKind.ZoneChoices => row.ChoiceZone is { } zone && _zones[zone].Schools.Contains(choice),
        _ => false,
    };

    /// <summary>Does the settlement date decide at this school in this stage?</summary>
    public bool ByDate(int stage, int school) => List.Stages[stage].Rule switch
    {
        StageRule.Lot => false,
        StageRule.SettlementDate => true,
        _ => List.Schools[school].Method is AdmissionMethod.SettlementDate,
    };

    /// <summary>The walk in meters; only for a list without missing distances.</summary>
    public int Meters(AdmissionRow row, int school) => List.Areas[_areas[row.Area]].Meters[school]!.Value;

    private int? OffPlanTarget(int stage, AdmissionRow row)
    {
        if (row.Choices is [var first, ..])
            return SchoolOf(first);
        if (AreaSchool(row) is { } school && _open[stage][school])
            return school;
        int? nearest = null;
        for (var s = 0; s < _open[stage].Length; s++)
        {
            if (_open[stage][s] && (nearest is null || Meters(row, s) < Meters(row, nearest.Value)))
                nearest = s;
        }
        return nearest;
    }

    private static bool IsOpen(StageScope scope, RoundSchool school, HashSet<SchoolCode> inChoiceZones) => scope switch
    {
        StageScope.Public => school.Authority is not SchoolAuthority.Private,
        StageScope.District => school.Authority is SchoolAuthority.District,
        StageScope.PublicNotTight => school.Authority is not SchoolAuthority.Private && !school.IsTight,
        StageScope.PublicOutsideChoiceZones => school.Authority is not SchoolAuthority.Private && !inChoiceZones.Contains(school.Code),
        StageScope.Private => school.Authority is SchoolAuthority.Private,
        StageScope.DistrictNotTight => school.Authority is SchoolAuthority.District && !school.IsTight,
        StageScope.All => true,
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
