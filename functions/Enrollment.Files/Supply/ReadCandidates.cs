using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Admission.Simulation;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Verification;
using ApplicationId = Enrollment.Domain.Applications.ApplicationId;

namespace Enrollment.Files.Supply;

/// <summary>Reads the children of a what-if: one row a child, under a ticket, with a home and without a name.</summary>
public static class ReadCandidates
{
    private const int MostRows = 200_000;
    private const int LongestAddress = 200;
    private const int TicketBytes = 8;

    private static readonly SupplyColumn Ticket = new("ticket", "凭证号", IsRequired: true);
    private static readonly SupplyColumn Category = new("category", "类别", IsRequired: true);
    private static readonly SupplyColumn Address = new("address", "地址", IsRequired: true, LongestAddress);
    private static readonly SupplyColumn Settled = new("settled", "落户日期", IsRequired: false);
    private static readonly SupplyColumn ParentSettled = new("parentSettled", "父母落户日期", IsRequired: false);
    private static readonly SupplyColumn Choices = new("choices", "志愿", IsRequired: false);
    private static readonly SupplyColumn Late = new("late", "补报", IsRequired: false);
    private static readonly SupplyColumn Waits = new("waits", "待统筹", IsRequired: false);
    private static readonly SupplyColumn Locked = new("locked", "学位已用", IsRequired: false);
    private static readonly SupplyColumn Family = new("family", "捆绑编号", IsRequired: false);
    private static readonly SupplyColumn Zone = new("zone", "单校片区", IsRequired: false);
    private static readonly SupplyColumn ChoiceZone = new("choiceZone", "多校片区", IsRequired: false);

    private static readonly Dictionary<string, CategoryCode> Categories = Enum.GetValues<CategoryCode>().ToDictionary(code => code.ToString(), StringComparer.OrdinalIgnoreCase);
    private static readonly ServiceArea Nowhere = new(new ZoneMatch.Unknown(UnknownZoneReason.NotListed), new ZoneMatch.Unknown(UnknownZoneReason.NotListed));

    /// <summary>Reads the file; the stream must be able to seek.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="zones">The zones a person may have decided for.</param>
    public static CandidateReading Of(Stream csv, IReadOnlySet<ZoneCode> zones)
    {
        var (faults, children, lines) = (new SupplyFaults(), new List<SimulatedChild>(), new Dictionary<RowCode, int>());
        SupplyColumn[] columns = [Ticket, Category, Address, Settled, ParentSettled, Choices, Late, Waits, Locked, Family, Zone, ChoiceZone];
        new SupplySheet(SupplyFile.Candidates, columns, MostRows, faults).Read(csv, row =>
        {
            var ticket = TicketIn(row);
            if (ticket is { } one && !lines.TryAdd(one, row.Line))
                row.Add(Ticket, SupplyFaultCode.TicketTwice, lines[one].ToString(CultureInfo.InvariantCulture));
            var (home, candidate, isLocked) = (HomeIn(row), CandidateIn(row, ticket ?? default, AreaIn(row, zones)), row.Choice(Locked, SchoolSheet.YesNo) ?? false);
            if (!row.IsFaulty)
                children.Add(new SimulatedChild(ticket!.Value, home, candidate, isLocked));
        });
        return faults.IsBroken ? new CandidateReading.Faulty(faults.InOrder(), faults.Count) : new CandidateReading.Read(children);
    }

    private static Candidate CandidateIn(SupplyRow row, RowCode ticket, AreaDecision? decided) => new(
        Id: ApplicationId.FromBytes([.. new byte[TicketBytes], .. Convert.FromHexString(ticket.ToString())]),
        Category: row.Choice(Category, Categories),
        AwaitsCoordination: row.Choice(Waits, SchoolSheet.YesNo) ?? false,
        IsLate: row.Choice(Late, SchoolSheet.YesNo) ?? false,
        Settled: row.Day(Settled),
        ParentSettled: row.Day(ParentSettled),
        Area: Nowhere,
        File: new AdmissionFile(ChoicesIn(row), decided))
    {
        Family = row.Text(Family),
    };

    private static RowCode? TicketIn(SupplyRow row)
    {
        if (row.Text(Ticket, isRequired: true) is not { } text)
            return null;
        if (RowCode.TryParse(text, out var ticket))
            return ticket;
        row.Add(Ticket, SupplyFaultCode.TicketForm);
        return null;
    }

    // Where a person has decided, the home says nothing any more.
    private static StandardAddress? HomeIn(SupplyRow row)
    {
        if (row.Text(Address, isRequired: !row.Has(Zone) && !row.Has(ChoiceZone)) is not { } text)
            return null;
        if (StandardAddress.TryParse(text, out var home))
            return home;
        row.Add(Address, SupplyFaultCode.AddressUnreadable);
        return null;
    }

    private static AreaDecision? AreaIn(SupplyRow row, IReadOnlySet<ZoneCode> zones)
    {
        if (!row.Has(Zone) && !row.Has(ChoiceZone))
            return null;
        return new AreaDecision(KnownIn(row, Zone, zones), KnownIn(row, ChoiceZone, zones), By: "", At: default);
    }

    private static string? KnownIn(SupplyRow row, SupplyColumn column, IReadOnlySet<ZoneCode> zones)
    {
        if (!row.Has(column) || ZoneSheet.ZoneIn(row, column) is not { } zone)
            return null;
        if (!zones.Contains(zone))
            row.Add(column, SupplyFaultCode.ZoneUnknown, zone.Value);
        return zone.Value;
    }

    private static List<string> ChoicesIn(SupplyRow row)
    {
        List<string> choices = [.. (row.Text(Choices) ?? "").Split([' ', ';', '、'], StringSplitOptions.RemoveEmptyEntries)];
        if (choices.Exists(choice => !SchoolCode.TryParse(choice, out _)))
            row.Add(Choices, SupplyFaultCode.CodeForm);
        return choices;
    }
}

/// <summary>What reading the children of a what-if gives. Closed.</summary>
public abstract record CandidateReading
{
    private CandidateReading()
    {
    }

    /// <summary>Everything was read.</summary>
    public sealed record Read(IReadOnlyList<SimulatedChild> Children) : CandidateReading;

    /// <summary>Nothing was taken.</summary>
    /// <param name="Faults">The first thousand.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Faulty(IReadOnlyList<SupplyFault> Faults, int Total) : CandidateReading;
}
