using System.Globalization;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>Reads pupils row by row, and says of every row all that is wrong with it.</summary>
public sealed class PupilSheet(RosterColumns columns, RosterFaults faults)
{
    /// <summary>The most rows a roster can have.</summary>
    public const int MostRows = 200_000;

    private const int LongestCode = 40;
    private const int MostClasses = 999;

    private static readonly Dictionary<string, Sex> Sexes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["男"] = Sex.Male,
        ["M"] = Sex.Male,
        ["女"] = Sex.Female,
        ["F"] = Sex.Female,
    };

    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["是"] = true,
        ["Y"] = true,
        ["1"] = true,
        ["否"] = false,
        ["N"] = false,
        ["0"] = false,
    };

    private static readonly Dictionary<string, BundleWish> Wishes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["同班"] = BundleWish.Together,
        ["Together"] = BundleWish.Together,
        ["分班"] = BundleWish.Apart,
        ["Apart"] = BundleWish.Apart,
    };

    private readonly List<RosterPupil> _pupils = [];
    private readonly Dictionary<string, int> _rowOfTicket = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rowOfRecord = new(StringComparer.Ordinal);
    private readonly List<(int Row, string Id, BundleWish? Wish)> _bundles = [];
    private readonly List<(int Row, int Class)> _fixed = [];
    private int _rows;

    /// <summary>The pupils read so far without a fault.</summary>
    public IReadOnlyList<RosterPupil> Pupils => _pupils;

    /// <summary>Is this ticket on the roster, be it in a row with faults?</summary>
    public bool HasTicket(string ticket) => _rowOfTicket.ContainsKey(ticket);

    /// <summary>Adds a row.</summary>
    /// <param name="row">As a spreadsheet counts.</param>
    /// <param name="texts">Its cells.</param>
    public void Add(int row, IReadOnlyList<RosterCell> texts)
    {
        _rows++;
        var cells = new RosterCells(row, texts, faults);
        var before = faults.Count;
        cells.OnlyUnder(columns.Named);
        var ticket = Ticket(cells);
        var name = Name(cells);
        var sex = Needed(cells, RosterColumn.Sex, Sexes);
        var birthDate = cells.Date(Place(RosterColumn.BirthDate));
        var record = Record(cells, sex, birthDate);
        var bundle = Bundle(cells);
        var fixedClass = Fixed(cells);
        var pupil = new RosterPupil(ticket ?? "", record, name!, sex ?? Sex.Male, birthDate ?? default, cells.Text(Place(RosterColumn.PrimarySchool)),
            cells.Word(Place(RosterColumn.Boarding), YesNo) ?? false, cells.Word(Place(RosterColumn.Migrant), YesNo) ?? false,
            cells.Text(Place(RosterColumn.SpecialNeed), LongestCode), bundle, fixedClass,
            [.. columns.Scores.Select(score => cells.Tenths(score.Place) ?? 0)],
            [.. columns.Categories.Select(category => cells.Text(category.Place) ?? "")]);
        if (faults.Count == before)
            _pupils.Add(pupil);
    }

    /// <summary>What only the whole sheet shows: bundles of one, wishes that differ, classes that do not exist, too few seats.</summary>
    /// <param name="capacities">Of the classes; null when they are not known.</param>
    public void Finish(IReadOnlyList<int>? capacities)
    {
        foreach (var bundle in _bundles.GroupBy(member => member.Id, StringComparer.Ordinal).Select(bundle => bundle.ToArray()))
            Finish(bundle);
        if (_rows == 0)
            faults.Add(0, place: null, RosterFaultCode.Empty);
        if (capacities is null)
            return;
        foreach (var (row, number) in _fixed.Where(pupil => pupil.Class == 0 || pupil.Class > capacities.Count))
            faults.Add(row, Place(RosterColumn.FixedClass), RosterFaultCode.NoSuchClass);
        var seats = capacities.Sum();
        if (_rows > seats)
            faults.Add(0, place: null, RosterFaultCode.OverCapacity, string.Create(CultureInfo.InvariantCulture, $"{_rows} > {seats}"));
    }

    private void Finish((int Row, string Id, BundleWish? Wish)[] bundle)
    {
        if (bundle.Length == 1)
            faults.Add(bundle[0].Row, Place(RosterColumn.BundleId), RosterFaultCode.BundleOfOne);
        var stated = bundle.Where(member => member.Wish is not null).ToArray();
        foreach (var member in stated.Where(member => member.Wish != stated[0].Wish))
            faults.Add(member.Row, Place(RosterColumn.BundleWish), RosterFaultCode.BundleWishesDiffer);
    }

    private int? Place(RosterColumn column) => columns.PlaceOf(column);

    private string? Ticket(RosterCells cells)
    {
        var place = Place(RosterColumn.TicketId);
        if (cells.Needed(place, LongestCode) is not { } ticket)
            return null;
        if (!ticket.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return cells.Fault(place, RosterFaultCode.ForbiddenCharacters);
        return _rowOfTicket.TryAdd(ticket, cells.Row) ? ticket : cells.Fault(place, RosterFaultCode.TicketTwice, RowText(_rowOfTicket[ticket]));
    }

    private PersonName? Name(RosterCells cells)
    {
        var place = Place(RosterColumn.Name);
        if (cells.Needed(place, PersonName.MaxLength) is not { } text)
            return null;
        if (PersonName.TryParse(text, out var name) is { } fault)
            cells.Fault(place, fault is FaultCode.TooLong ? RosterFaultCode.TooLong : RosterFaultCode.ForbiddenCharacters);
        return name;
    }

    private T? Needed<T>(RosterCells cells, RosterColumn column, IReadOnlyDictionary<string, T> words) where T : struct =>
        cells.Needed(Place(column)) is null ? null : cells.Word(Place(column), words);

    private string? Record(RosterCells cells, Sex? sex, DateOnly? birthDate)
    {
        var place = Place(RosterColumn.StudentRecordNo);
        if (cells.Text(place, LongestCode) is not { } text)
            return null;
        if (text[0] is not ('G' or 'g') || CitizenIdentityNumber.TryParse(text[1..], out var number) is { } fault && fault is not FaultCode.IdentityNumberCheckDigit)
            return cells.Fault(place, RosterFaultCode.RecordNumberForm);
        if (number is null)
            return cells.Fault(place, RosterFaultCode.RecordNumberCheckDigit);
        if (sex is { } stated && stated != number.Sex)
            cells.Fault(Place(RosterColumn.Sex), RosterFaultCode.SexDisagreesWithNumber);
        if (birthDate is { } date && date != number.BirthDate)
            cells.Fault(Place(RosterColumn.BirthDate), RosterFaultCode.BirthDateDisagreesWithNumber);
        return _rowOfRecord.TryAdd(number.Value, cells.Row)
            ? $"G{number.Value}"
            : cells.Fault(place, RosterFaultCode.RecordNumberTwice, RowText(_rowOfRecord[number.Value]));
    }

    private RosterBundle? Bundle(RosterCells cells)
    {
        var (idAt, wishAt) = (Place(RosterColumn.BundleId), Place(RosterColumn.BundleWish));
        var (id, wish) = (cells.Text(idAt, LongestCode), cells.Word(wishAt, Wishes));
        if (cells.IsBlank(idAt) != cells.IsBlank(wishAt))
            cells.Fault(cells.IsBlank(idAt) ? idAt : wishAt, RosterFaultCode.BundleIncomplete);
        if (id is null)
            return null;
        // A member whose wish cannot be read still makes the other no bundle of one.
        _bundles.Add((cells.Row, id, wish));
        return wish is { } stated ? new RosterBundle(id, stated) : null;
    }

    private FixedClass? Fixed(RosterCells cells)
    {
        int?[] places = [Place(RosterColumn.FixedClass), Place(RosterColumn.FixedClassReason), Place(RosterColumn.FixedClassApproval)];
        var number = cells.Number(places[0], MostClasses);
        var (reason, approval) = (cells.Text(places[1], LongestCode), cells.Text(places[2], LongestCode));
        var blank = places.Count(place => cells.IsBlank(place));
        if (blank is > 0 and < 3)
            cells.Fault(places.First(place => cells.IsBlank(place)), RosterFaultCode.FixedClassIncomplete);
        if (number is { } stated)
            _fixed.Add((cells.Row, stated));
        return number is { } fixedTo && reason is not null && approval is not null ? new FixedClass(fixedTo, reason, approval) : null;
    }

    private static string RowText(int row) => row.ToString(CultureInfo.InvariantCulture);
}
