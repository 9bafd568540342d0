using Azure.Data.Tables;
using Enrollment.Domain.Applications;

namespace Enrollment.Functions.Review;

/// <summary>A row of a work list as it was read.</summary>
/// <param name="Seat">The place.</param>
/// <param name="EnteredAt">When it was last written.</param>
internal sealed record WorkRow(WorkSeat Seat, DateTimeOffset EnteredAt)
{
    public const string Entered = "EnteredAt";

    public static WorkRow Read(TableEntity row) => WorkSeat.TryParse(Enum.Parse<Authority>(row.PartitionKey), row.RowKey, row.ETag, out var seat)
        ? new WorkRow(seat!, row.GetDateTimeOffset(Entered)!.Value)
        : throw new InvalidOperationException("Not a row of a work list.");
}
