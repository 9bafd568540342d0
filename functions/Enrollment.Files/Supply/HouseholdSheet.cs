using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Forecast;
using Enrollment.Domain.Identity;

namespace Enrollment.Files.Supply;

/// <summary>A registered child of school age, from the household register's list.</summary>
/// <param name="Name">The child.</param>
/// <param name="Number">The child's identity number.</param>
/// <param name="Zone">Where the child is registered; null where the register could not say.</param>
/// <param name="Guardian">Whom to ask.</param>
/// <param name="Phone">How to reach them; null where nobody knows.</param>
public sealed record RegisteredChild(PersonName Name, CitizenIdentityNumber Number, ZoneCode? Zone, PersonName? Guardian, MobileNumber? Phone)
{
    /// <summary>Nothing of a child.</summary>
    public override string ToString() => nameof(RegisteredChild);
}

/// <summary>What reading a household list gives. Closed.</summary>
public abstract record HouseholdReading
{
    private HouseholdReading()
    {
    }

    /// <summary>All of it.</summary>
    public sealed record Read(IReadOnlyList<RegisteredChild> Children) : HouseholdReading;

    /// <summary>Nothing was taken.</summary>
    /// <param name="Faults">The first thousand.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Faulty(IReadOnlyList<SupplyFault> Faults, int Total) : HouseholdReading;
}

/// <summary>Reads the household register's list of an intake year's children.</summary>
public static class ReadHouseholds
{
    private const int MostRows = 50_000;

    private static readonly SupplyColumn Name = new("name", "姓名", IsRequired: true, PersonName.MaxLength * 4);
    private static readonly SupplyColumn Number = new("idNumber", "公民身份号码", IsRequired: true);
    private static readonly SupplyColumn Zone = new("zone", "片区代码", IsRequired: false);
    private static readonly SupplyColumn Guardian = new("guardian", "监护人", IsRequired: false, PersonName.MaxLength * 4);
    private static readonly SupplyColumn Phone = new("phone", "联系电话", IsRequired: false);

    /// <summary>Reads a list; the stream must be able to seek.</summary>
    /// <param name="csv">The list.</param>
    /// <param name="year">The intake year: children who are younger do not belong on it; older ones who never began do.</param>
    public static HouseholdReading Of(Stream csv, int year)
    {
        var (faults, children, lines) = (new SupplyFaults(), new List<RegisteredChild>(), new Dictionary<string, int>(StringComparer.Ordinal));
        new SupplySheet(SupplyFile.Households, [Name, Number, Zone, Guardian, Phone], MostRows, faults).Read(csv, row =>
        {
            if (ChildOf(row, year) is not { } child)
                return;
            if (lines.TryAdd(child.Number.Value, row.Line))
                children.Add(child);
            else
                row.Add(Number, SupplyFaultCode.ChildTwice, lines[child.Number.Value].ToString(CultureInfo.InvariantCulture));
        });
        return faults.IsBroken ? new HouseholdReading.Faulty(faults.InOrder(), faults.Count) : new HouseholdReading.Read(children);
    }

    private static RegisteredChild? ChildOf(SupplyRow row, int year)
    {
        var (name, guardian) = (NameIn(row, Name, isRequired: true), NameIn(row, Guardian, isRequired: false));
        var text = row.Text(Number, isRequired: true);
        CitizenIdentityNumber? number = null;
        if (text is not null && CitizenIdentityNumber.TryParse(text, out number) is not null)
            row.Add(Number, SupplyFaultCode.IdentityNumberForm);
        if (number is not null && DemandForecast.IntakeYearOf(number.BirthDate) > year)
            row.Add(Number, SupplyFaultCode.NotOfSchoolAge);
        MobileNumber? phone = null;
        if (row.Text(Phone) is { } typed && MobileNumber.TryParse(typed, out phone) is not null)
            row.Add(Phone, SupplyFaultCode.PhoneForm);
        var zone = row.Has(Zone) ? ZoneSheet.ZoneIn(row, Zone) : null;
        return row.IsFaulty ? null : new RegisteredChild(name!, number!, zone, guardian, phone);
    }

    private static PersonName? NameIn(SupplyRow row, SupplyColumn column, bool isRequired)
    {
        if (row.Text(column, isRequired) is not { } text)
            return null;
        if (PersonName.TryParse(text, out var name) is null)
            return name;
        row.Add(column, SupplyFaultCode.ForbiddenCharacters);
        return null;
    }
}
