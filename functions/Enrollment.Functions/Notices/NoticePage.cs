using System.Globalization;
using Enrollment.Domain;
using Enrollment.Functions.Applications.Submitting;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Notices;

/// <summary>Which notices of all are asked for.</summary>
/// <param name="Cursor">The place after which to go on; null for the beginning.</param>
/// <param name="Limit">The most notices of a page.</param>
internal sealed record NoticePage(string? Cursor, int Limit)
{
    private const int UsualLimit = 50;
    private const int TicksLength = 19;

    /// <summary>Reads it; what is wrong is noted with the parameter's name as its path.</summary>
    public static NoticePage Read(IQueryCollection query, FieldReader fields)
    {
        var filters = new FilterReader(query, fields, "cursor", "limit");
        var cursor = filters.One("cursor");
        fields.RefuseIf(cursor is not null && !IsPlace(cursor), FaultCode.UnknownValue, "$.cursor");
        return new NoticePage(cursor, filters.Limit(UsualLimit));
    }

    /// <summary>Cuts the page out of everything there is.</summary>
    public NoticeList Of(IEnumerable<InboxRow> all, CultureInfo language)
    {
        var rows = all.OrderByDescending(PlaceOf, StringComparer.Ordinal).ToList();
        var page = rows.Where(row => Cursor is null || string.CompareOrdinal(PlaceOf(row), Cursor) < 0).Take(Limit + 1).ToList();
        return new NoticeList([.. page.Take(Limit).Select(row => NoticeView.Of(row, language))], rows.Count(row => row.ReadAt is null),
            page.Count > Limit ? PlaceOf(page[Limit - 1]) : null);
    }

    private static string PlaceOf(InboxRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Notice.At.UtcTicks:D19}-{row.Application.Value}-{row.Notice.Event:D6}");

    private static bool IsPlace(string text) => text.Split('-') is [{ Length: TicksLength } ticks, var id, { Length: 6 } number]
        && ApplicationId.TryParse(id, out _) && (ticks + number).All(char.IsAsciiDigit);
}
