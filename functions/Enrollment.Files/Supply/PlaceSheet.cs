using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Identity;

namespace Enrollment.Files.Supply;

/// <summary>A place that a child took by a home before the service knew of it (R6).</summary>
/// <param name="Unit">The home.</param>
/// <param name="School">The school.</param>
/// <param name="TakenOn">The day the child took the place.</param>
/// <param name="Householder">The child's householder; null where nobody knows, and then nobody is exempt.</param>
public sealed record EarlierPlace(UnitNumber Unit, SchoolCode School, DateOnly TakenOn, CitizenIdentityNumber? Householder)
{
    /// <summary>Nothing of a home.</summary>
    public override string ToString() => nameof(EarlierPlace);
}

/// <summary>What reading a list of earlier places gives. Closed.</summary>
public abstract record EarlierPlacesReading
{
    private EarlierPlacesReading()
    {
    }

    /// <summary>All of it.</summary>
    public sealed record Read(IReadOnlyList<EarlierPlace> Places) : EarlierPlacesReading;

    /// <summary>Nothing was taken.</summary>
    /// <param name="Faults">The first thousand.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Faulty(IReadOnlyList<SupplyFault> Faults, int Total) : EarlierPlacesReading;
}

/// <summary>Reads a list of the places of earlier years.</summary>
public static class ReadEarlierPlaces
{
    /// <summary>So many that one request is done in time; a district's five years are a few of them.</summary>
    public const int MostRows = 5_000;

    private static readonly SupplyColumn Unit = new("unitNumber", "不动产单元号", IsRequired: true);
    private static readonly SupplyColumn School = new("school", "学校代码", IsRequired: true);
    private static readonly SupplyColumn TakenOn = new("takenOn", "入学日期", IsRequired: true);
    private static readonly SupplyColumn Householder = new("householder", "户主身份号码", IsRequired: false);

    /// <summary>Reads a list; the stream must be able to seek.</summary>
    /// <param name="csv">The list.</param>
    /// <param name="today">A place that is taken later is none yet.</param>
    public static EarlierPlacesReading Of(Stream csv, DateOnly today)
    {
        var (faults, places, lines) = (new SupplyFaults(), new List<EarlierPlace>(), new Dictionary<EarlierPlace, int>());
        new SupplySheet(SupplyFile.Places, [Unit, School, TakenOn, Householder], MostRows, faults).Read(csv, row =>
        {
            if (PlaceOf(row, today) is not { } place)
                return;
            if (lines.TryAdd(place, row.Line))
                places.Add(place);
            else
                row.Add(Unit, SupplyFaultCode.PlaceTwice, lines[place].ToString(CultureInfo.InvariantCulture));
        });
        return faults.IsBroken ? new EarlierPlacesReading.Faulty(faults.InOrder(), faults.Count) : new EarlierPlacesReading.Read(places);
    }

    private static EarlierPlace? PlaceOf(SupplyRow row, DateOnly today)
    {
        UnitNumber? unit = null;
        if (row.Text(Unit, isRequired: true) is { } number && !UnitNumber.TryParse(number, out unit))
            row.Add(Unit, SupplyFaultCode.UnitNumberForm);
        var (school, day) = (SchoolSheet.SchoolIn(row, School), row.Day(TakenOn, isRequired: true));
        if (day > today)
            row.Add(TakenOn, SupplyFaultCode.UnknownValue);
        CitizenIdentityNumber? householder = null;
        if (row.Text(Householder) is { } person && CitizenIdentityNumber.TryParse(person, out householder) is not null)
            row.Add(Householder, SupplyFaultCode.IdentityNumberForm);
        return row.IsFaulty ? null : new EarlierPlace(unit!, school!, day!.Value, householder);
    }
}
