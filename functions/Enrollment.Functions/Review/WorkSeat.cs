using System.Globalization;
using Azure;
using Enrollment.Domain.Applications;

namespace Enrollment.Functions.Review;

/// <summary>A case's place on a work list.</summary>
/// <param name="Authority">Whose list.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Id">The application.</param>
/// <param name="ETag">The row's version, once it was read.</param>
internal sealed record WorkSeat(Authority Authority, DateTimeOffset Since, ApplicationId Id, ETag ETag)
{
    private const int TicksLength = 19;
    private const int KeyLength = TicksLength + 1 + 26;

    public string PartitionKey => Authority.ToString();

    public string RowKey => $"{Prefix(Since)}-{Id.Value}";

    public static string Prefix(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public static bool TryParse(Authority authority, string rowKey, ETag etag, out WorkSeat? seat)
    {
        seat = null;
        if (rowKey.Length == KeyLength && rowKey[TicksLength] == '-' && ApplicationId.TryParse(rowKey[(TicksLength + 1)..], out var id)
            && long.TryParse(rowKey[..TicksLength], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks)
        {
            seat = new WorkSeat(authority, new DateTimeOffset(ticks, TimeSpan.Zero), id!, etag);
        }
        return seat is not null;
    }
}
