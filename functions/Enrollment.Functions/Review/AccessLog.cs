using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Review;

/// <summary>
/// Who looked at whose file, when and why; one partition an application, rows are only ever added. It is written before anything is shown:
/// what cannot be noted is not shown.
/// </summary>
internal sealed class AccessLog(StorageClients storage, TimeProvider clock)
{
    public const string Table = "AccessLog";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task NoteAsync(ApplicationId id, StaffCaller staff, AccessPurpose purpose, string what, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = $"{now.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}";
        await _table.TryInsertAsync(new TableEntity(id.Value, key)
        {
            ["At"] = now,
            ["By"] = staff.Subject,
            ["For"] = staff.School ?? staff.Authority.ToString(),
            ["Purpose"] = purpose.ToString(),
            ["What"] = what,
        }, cancellationToken);
    }
}
