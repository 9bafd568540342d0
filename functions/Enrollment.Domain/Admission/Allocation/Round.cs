using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>A round while its stages are carried out one after the other (docs/admission-record.md section 5).</summary>
internal sealed class Round
{
    private readonly List<CutOff> _cutOffs = [];
    private readonly int[] _schools;
    private readonly int[] _stages;

    private Round(StageOffers offers, Units units, AdmissionLots lots)
    {
        (Offers, Units) = (offers, units);
        Lots = lots.Of(units);
        TieOrder = [.. lots.Schools.Select(offers.SchoolOf)];
        Left = [.. offers.List.Schools.Select(school => school.Plan)];
        (_schools, _stages) = (new int[units.Count], new int[units.Count]);
        Array.Fill(_schools, -1);
    }

    public StageOffers Offers { get; }

    public Units Units { get; }

    /// <summary>For each unit its number.</summary>
    public int[] Lots { get; }

    /// <summary>Every school, in the order that breaks ties between equal walks.</summary>
    public int[] TieOrder { get; }

    /// <summary>Places left at each school; never below 0.</summary>
    public int[] Left { get; }

    public static AdmissionResult Run(AdmissionList list, AdmissionLots lots, Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var round = new Round(new StageOffers(list), Units.Of(list), lots);
        for (var k = 0; k < list.Stages.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            round.CarryOut(k);
            progress?.Invoke(k + 1, list.Stages.Count);
        }
        return round.Result();
    }

    public bool IsPlaced(int unit) => _schools[unit] >= 0;

    public int SchoolOf(int unit) => _schools[unit];

    public void Place(int unit, int school, int stage)
    {
        (_schools[unit], _stages[unit]) = (school, stage);
        Left[school] = Math.Max(0, Left[school] - Units.SizeOf(unit));
    }

    public RowCode TicketOf(int unit) => Units[unit].Ticket;

    private void CarryOut(int stage)
    {
        int[] taken = [.. Enumerable.Range(0, Units.Count).Where(unit => !IsPlaced(unit) && Offers.GroupIn(stage, Units[unit]) is not null)];
        var order = new StageOrder(Offers, stage, Units, Lots, taken);
        _cutOffs.AddRange(Offers.List.Stages[stage].Kind is StageKind.Coordinated
            ? new CoordinatedStage(this, stage, taken, order).CarryOut()
            : new OfferStage(this, stage, taken, order).CarryOut());
    }

    private AdmissionResult Result()
    {
        var places = new AdmissionPlace[Units.Rows.Count];
        for (var unit = 0; unit < Units.Count; unit++)
        {
            var (school, stage) = IsPlaced(unit)
                ? (Offers.List.Schools[_schools[unit]].Code, Offers.List.Stages[_stages[unit]].Code)
                : ((SchoolCode?)null, (string?)null);
            foreach (var row in Units.Members[unit])
                places[row] = new AdmissionPlace(Units.Rows[row].Ticket, Lots[unit], school, stage);
        }
        return new AdmissionResult(Offers.List with { Rows = Units.Rows }, places, _cutOffs);
    }
}
